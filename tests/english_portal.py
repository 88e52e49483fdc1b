"""A portal whose content has no Chinese: every type, every board, every file besides pages."""

CONFIG = """\
site_name: Yunze
site_url: http://yunze.example/
docs_dir: content
theme: {name: yuandi, language: en}
plugins:
  - yuandi: {as_of: 2026-03-31}
"""

_POLICY = """\
settings: {grades: [{name: good, min: 80}, {name: fair, min: 0}]}
measures:
  - code: STU-01
    title: Joint study every month
    subject: {units: {id: office}}
    measure: {count: session, where: {kind: collective-study}}
    period: month
    min: 1
    since: 2026-01-01
    source: {ref: plans/plan, article: "3"}
  - code: NWS-01
    title: News every month
    subject: {units: {id: office}}
    measure: {count: news}
    period: month
    min: 1
    due: "25"
    modality: generally
    since: 2026-01-01
  - code: WRT-01
    title: Notes
    subject: {people: all}
    measure: {sum: words, of: study-record, where: {kind: notes}}
    period: quarter
    min: 5000
    modality: target
    since: 2025-07-01
  - code: SEL-04
    title: At most a tenth
    subject: {units: {id: office}}
    measure: {count: honour-roll, where: {category: employee}}
    period: year
    at_most_share: {share: 10%, of: population}
    since: 2025-01-01
  - code: ATT-01
    title: Said by the office
    subject: {units: {id: office}}
    measure: {attest: as the office says}
    period: half
"""


def _entry(head: str, body: str = "Text.") -> str:
    return f"---\n{head.strip()}\n---\n\n{body}\n"


FILES = {
    "content/_data/units.yml": "- {id: office, name: Office, kind: department, headcount: {2025-01-01: 12, 2026-01-01: 14},\n"
    "   from: 2020-01-01, children: [{id: desk, name: Desk, kind: internal-unit, headcount: 3}]}\n",
    "content/_data/people.yml": "- {id: ann, name: Ann, unit: office, post: Head, tags: [leader]}\n"
    "- {id: bob, name: Bob, unit: desk}\n",
    "content/_data/groups.yml": "- {id: club, name: Club, kind: leading-group, unit: office, members:\n"
    "   [{person: ann, role: Head}, {person: bob, role: Member, from: 2026-01-01}], duties: [Looks after all]}\n",
    "content/_data/columns.yml": "- {id: all, title: All, takes: [notice, news, lecture-series, session], fresh_within: 30, owner: ann}\n"
    "- {id: none, title: None, takes: [material]}\n",
    "content/_data/policy.yml": _POLICY,
    "content/about.md": _entry("title: About", "## One\n\nText.\n\n## Two\n\n## Three"),
    "content/notices/a.md": _entry(
        "title: First\ndate: 2026-03-05\nkind: notice\nunit: office\nauthor: ann\ndeadline: 2026-04-10\nto: [Office]\n"
        "doc_number: O〔2026〕1号\nsigned_date: 2026-03-04\ntags: [tag]\naliases: [old/first/]\npin_until: 2026-04-01\n"
        "review: [{role: first, person: bob, date: 2026-03-03}]\nextra: {Key: value}",
        "## One\n\nText.\n\n## Two\n\n## Three",
    ),
    "content/notices/b.md": _entry(
        "title: Public notice\ndate: 2026-01-05\nkind: publicity\nunit: office\nstatus: superseded\n"
        "publicity: {from: 2026-01-05, to: 2026-01-12, contact: Ann}"
    ),
    "content/notices/c.md": _entry(
        "title: Criticism\ndate: 2026-01-06\nkind: criticism\nunit: office\nsupersedes: notices/b\n"
        "subjects: [{ref: desk, result: poor}]\nbasis: [inspections/a]"
    ),
    "content/news/a.md": _entry(
        "title: Second\ndate: 2025-02-06\nunit: office\nsubmitted: 2025-02-06\nrelates: [notices/a]\nexpires: 2025-12-31"
    ),
    "content/news/b.md": _entry(
        "title: Third\ndate: 2026-02-26\nunit: office\nsubmitted: 2026-02-26\nkind: reference\nadopted_in: briefs/a"
    ),
    "content/briefs/a.md": _entry(
        "title: Brief one\ndate: 2026-03-01\nunit: office\nseries: Letters\nissue: 1\ntotal_issue: 9\nitems: [news/b]\n"
        "distribution: {report: Above, send: Beside, issue: Below}"
    ),
    "content/series/c.md": _entry(
        "title: Talks\ntype: lecture-series\ndate: 2026-03-01\nhost: office\nperiod: 2026\ncadence: monthly\nunit: office\n"
        "sessions:\n  - {no: 2, topic: Next, start: 2026-04-01 14:30, hours: 2, lecturers: [ann], place: Hall}\n"
        "  - {no: 1, topic: Last, start: 2026-03-02, days: 1, chair: bob}"
    ),
    "content/sessions/a.md": _entry(
        "title: Study\ntype: session\nkind: collective-study\ndate: 2026-03-06\nunit: office\nhost: office\n"
        "start: 2026-03-05T14:30\nend: 2026-03-05T16:30\nhours: 2\ntopic: Study\nlecturers: [ann]\nchair: bob\nplace: Hall\n"
        "audience: everybody\nmaterials: [Book]\n"
        "attendance: {expected: 14, present: 12, leave: [{person: bob, reason: ill, makeup: 2026-03-09}], absent: [ann]}"
    ),
    "content/sessions/b.md": _entry(
        "title: Training\ntype: session\nkind: training\ndate: 2026-02-06\nunit: desk\nhost: desk\n"
        "start: 2026-02-05\nend: 2026-02-06\ndays: 2\ntopic: Study\npart_of: series/c"
    ),
    "content/sessions/c.md": _entry(
        "title: To come\ntype: session\nkind: seminar\ndate: 2026-03-06\nunit: office\nhost: club\n"
        "start: 2026-04-06T09:00\nhours: 1.5\ntopic: Soon\nimplements: plans/plan"
    ),
    "content/plans/plan.md": _entry(
        "title: Plan\ntype: plan\ndate: 2026-01-01\nunit: office\nkind: implementation\nspan: {from: 2026-01-01, to: 2026-12-31}\n"
        "phases:\n  - {name: Start, from: 2026-01-01, to: 2026-02-28, milestones: [{name: Begin, due: 2026-01-15, done: 2026-01-14, deliverable: Paper}]}\n"
        "  - {name: Work, from: 2026-03-01, to: 2026-12-31, milestones: [{name: Half, due: 2026-03-15}, {name: Whole, due: 2026-04-15}]}\n"
        "goals: [Aim]\ngroups: [club]\ncounterparts: [department]\n"
        "tasks:\n  - {title: Task, unit: desk, person: bob, due: 2026-03-20}\n  - {title: Other, unit: office, done: 2026-02-01}\n"
        "measures: [STU-01]"
    ),
    "content/plans/quarter.md": _entry(
        "title: Quarter plan\ntype: plan\ndate: 2026-01-02\nunit: office\nkind: quarter\nspan: {from: 2026-01-01, to: 2026-03-31}"
    ),
    "content/plans/personal/ann.md": _entry(
        "title: Plan of Ann\ntype: personal-plan\ndate: 2026-01-03\nunit: office\nperson: ann\nyear: 2026\n"
        "sections: [{kind: English, content: Read}]\nbooks: [The Book]\ntargets: {words: 10000}"
    ),
    "content/regulations/a.md": _entry(
        "title: Rules\ntype: regulation\ndate: 2026-01-04\nunit: office\nkind: study\neffective: 2026-02-01\nmeasures: [STU-01]"
    ),
    "content/books/a.md": _entry(
        "title: Books\ntype: book-list\ndate: 2026-03-01\nunit: office\nperiod: 2026-Q1\nrecommender: ann\ntopic: Reading\n"
        "books:\n  - {title: The Book, author: A. Writer, publisher: House, year: 2020, isbn: 978-7-100-00001-7, kind: essays, required: true, place: Shelf, note: Good}\n"
        "  - {title: Another, author: B. Writer}"
    ),
    "content/records/a.md": _entry(
        "title: Notes of Ann\ntype: study-record\ndate: 2026-03-30\nunit: office\nkind: notes\nperson: ann\nperiod: 2026-H1\n"
        "words: 6000\nhours: 3\nbooks: [The Book]\nchecks: [{by: bob, date: 2026-03-31, result: good}]"
    ),
    "content/records/b.md": _entry(
        "title: Days out\ntype: study-record\ndate: 2026-03-30\nunit: office\nkind: field-days\nperson: bob\nperiod: 2026-W10\ndays: 2"
    ),
    "content/column/a.md": _entry(
        "title: After reading\ntype: article\ndate: 2026-03-08\nunit: office\nkind: reflection\nauthors: [ann]\nwork: The Book\n"
        "published: {medium: Paper, level: city, date: 2026-03-20}"
    ),
    "content/projects/a.md": _entry(
        "title: Project\ntype: project\ndate: 2026-01-10\nunit: office\nconvener: ann\nspan: {from: 2026-01-10, to: 2026-06-30}\n"
        "team: [{person: ann, role: Lead}, {person: bob, role: Member}]\nfacilitators: [Cara]\n"
        "principles: {importance: high, urgency: high, scope: wide, feasibility: good}\ngoals: [Aim]\n"
        "milestones: [{name: Step, due: 2026-03-10}, {name: Next step, due: 2026-04-10, done: 2026-03-09}]\n"
        "approval: {by: Office, date: 2026-01-09}\nfiling: {by: Office}\noutputs: [column/a]"
    ),
    "content/inspections/a.md": _entry(
        "title: Look\ntype: inspection\ndate: 2026-01-20\nunit: office\ninspector: ann\nscope: Notes\n"
        "findings: [{ref: desk, result: poor}]\ncircular: notices/c"
    ),
    "content/assessments/a.md": _entry(
        "title: Scores\ntype: assessment\ndate: 2026-01-21\nunit: office\nperiod: 2025\nmethods: [self, others]\n"
        "items: [{name: Study, max: 60}, {name: Work, max: 40}]\n"
        "results: [{ref: office, total: 92, grade: good, items: [{name: Study, score: 55}, {name: Work, score: 37}]},\n"
        "  {ref: desk, total: 70, grade: fair}]"
    ),
    "content/assessments/b.md": _entry(
        "title: Score of Bob\ntype: assessment\ndate: 2026-01-22\nunit: office\nperiod: 2025\nsubject: bob\n"
        "items: [{name: Study, max: 100, score: 81}]\ntotal: 81\ngrade: good"
    ),
    "content/applications/a.md": _entry(
        "title: Bob applies\ntype: application\ndate: 2026-01-12\nunit: desk\naward: Reader\ncategory: employee\nsubject: bob\n"
        "year: 2025\nsubmitted: 2026-01-11\nwords: 1000\nconditions: [{name: Reads, met: true}, {name: Writes, met: true}]\n"
        "opinions: [{by: office, text: agreed, date: 2026-01-13}]"
    ),
    "content/honours/a.md": _entry(
        "title: Roll\ntype: honour-roll\ndate: 2026-02-12\nunit: office\naward: Reader\nyear: 2025\ndecided_by: club\n"
        "populations: {employee: 14, internal-unit: 1}\nsteps: [{name: Call, date: 2026-01-01}]\n"
        "entries: [{ref: bob, category: employee, application: applications/a, reason: reads}, {ref: desk, category: internal-unit}]"
    ),
    "content/honours/b.md": _entry(
        "title: Taken back\ntype: honour-change\ndate: 2026-03-12\nunit: office\nhonour: honours/a\nref: desk\naction: revoke\nreason: error"
    ),
    "content/competitions/a.md": _entry(
        'title: Contest\ntype: competition\ndate: 2026-03-13\nunit: office\nkind: quiz\nresults: [{rank: "1", ref: ann}]'
    ),
    "content/funds/a.md": _entry(
        "title: Fund\ntype: fund\ndate: 2026-03-14\nunit: office\nyear: 2026\npayroll: 100000\npopulation: 14\namount: 1500\n"
        "spent: [{purpose: Books, amount: 500}]"
    ),
    "content/summaries/a.md": _entry(
        "title: Summary\ntype: summary\ndate: 2026-03-15\nunit: office\nperiod: 2025-H2\nfigures: [{name: Talks, value: 3}]\n"
        "problems: [Few]\nnext: [More]"
    ),
    "content/materials/a.md": _entry(
        "title: Material\ntype: material\ndate: 2026-03-16\nunit: office\nkind: slides\nfile: slides.txt\ntopic: Reading"
    ),
    "content/materials/slides.txt": "slides",
}
