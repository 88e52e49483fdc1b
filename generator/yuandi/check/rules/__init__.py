"""Every rule, in the order of its code. What is not listed here does not run."""

from yuandi.check.rule import Rule
from yuandi.check.rules.alias_clash import alias_clash
from yuandi.check.rules.archive_number import archive_number
from yuandi.check.rules.attendance_does_not_add_up import attendance_does_not_add_up
from yuandi.check.rules.bad_isbn import bad_isbn
from yuandi.check.rules.bad_policy import bad_policy
from yuandi.check.rules.bank_card import bank_card
from yuandi.check.rules.book_listed_twice import book_listed_twice
from yuandi.check.rules.broken_character import broken_character
from yuandi.check.rules.broken_link import broken_link
from yuandi.check.rules.cadence_broken import cadence_broken
from yuandi.check.rules.date_disagrees import date_disagrees
from yuandi.check.rules.deeds_length import deeds_length
from yuandi.check.rules.double_booking import double_booking
from yuandi.check.rules.duplicate_body import duplicate_body
from yuandi.check.rules.duplicate_document_number import duplicate_document_number
from yuandi.check.rules.duplicate_id import duplicate_id
from yuandi.check.rules.duplicate_key import duplicate_key
from yuandi.check.rules.empty_column import empty_column
from yuandi.check.rules.external_request import external_request
from yuandi.check.rules.foreign_footer import foreign_footer
from yuandi.check.rules.future_date import future_date
from yuandi.check.rules.grade_disagrees import grade_disagrees
from yuandi.check.rules.halfwidth_punctuation import halfwidth_punctuation
from yuandi.check.rules.heading_order import heading_order
from yuandi.check.rules.hidden_heading import hidden_heading
from yuandi.check.rules.identity_number import identity_number
from yuandi.check.rules.impossible_date import impossible_date
from yuandi.check.rules.incomplete_group import incomplete_group
from yuandi.check.rules.ineligible import ineligible
from yuandi.check.rules.issue_out_of_order import issue_out_of_order
from yuandi.check.rules.late_application import late_application
from yuandi.check.rules.late_leave_request import late_leave_request
from yuandi.check.rules.lexicon_hit import lexicon_hit
from yuandi.check.rules.malformed_document_number import malformed_document_number
from yuandi.check.rules.missing_alt_text import missing_alt_text
from yuandi.check.rules.missing_attachment import missing_attachment
from yuandi.check.rules.missing_circular import missing_circular
from yuandi.check.rules.missing_counterpart import missing_counterpart
from yuandi.check.rules.missing_field import missing_field
from yuandi.check.rules.missing_role import missing_role
from yuandi.check.rules.mixed_scripts import mixed_scripts
from yuandi.check.rules.mobile_number import mobile_number
from yuandi.check.rules.name_mismatch import name_mismatch
from yuandi.check.rules.named_twice import named_twice
from yuandi.check.rules.not_a_workday import not_a_workday
from yuandi.check.rules.number_gap import number_gap
from yuandi.check.rules.orphan_attachment import orphan_attachment
from yuandi.check.rules.outside_span import outside_span
from yuandi.check.rules.overdue_review import overdue_review
from yuandi.check.rules.overlapping_topics import overlapping_topics
from yuandi.check.rules.person_outside_unit import person_outside_unit
from yuandi.check.rules.phase_gap import phase_gap
from yuandi.check.rules.phases_out_of_order import phases_out_of_order
from yuandi.check.rules.pinyin_noise import pinyin_noise
from yuandi.check.rules.placeholder_left import placeholder_left
from yuandi.check.rules.quota_exceeded import quota_exceeded
from yuandi.check.rules.reference_cycle import reference_cycle
from yuandi.check.rules.repeated_sentence import repeated_sentence
from yuandi.check.rules.restricted_reference import restricted_reference
from yuandi.check.rules.revoked_still_shown import revoked_still_shown
from yuandi.check.rules.secrecy_mark import secrecy_mark
from yuandi.check.rules.self_review import self_review
from yuandi.check.rules.series_out_of_order import series_out_of_order
from yuandi.check.rules.short_publicity import short_publicity
from yuandi.check.rules.signed_after_published import signed_after_published
from yuandi.check.rules.silently_dropped import silently_dropped
from yuandi.check.rules.stale_column import stale_column
from yuandi.check.rules.stale_waiver import stale_waiver
from yuandi.check.rules.steps_out_of_order import steps_out_of_order
from yuandi.check.rules.superseded_still_published import superseded_still_published
from yuandi.check.rules.task_without_owner import task_without_owner
from yuandi.check.rules.team_size import team_size
from yuandi.check.rules.too_long import too_long
from yuandi.check.rules.total_disagrees import total_disagrees
from yuandi.check.rules.unknown_choice import unknown_choice
from yuandi.check.rules.unknown_field import unknown_field
from yuandi.check.rules.unknown_reference import unknown_reference
from yuandi.check.rules.unknown_type import unknown_type
from yuandi.check.rules.unmarked_concurrent_post import unmarked_concurrent_post
from yuandi.check.rules.unparsable_front_matter import unparsable_front_matter
from yuandi.check.rules.unreadable_encoding import unreadable_encoding
from yuandi.check.rules.unreviewed import unreviewed
from yuandi.check.rules.vanished_address import vanished_address
from yuandi.check.rules.without_application import without_application
from yuandi.check.rules.wrong_reference_type import wrong_reference_type
from yuandi.check.rules.wrong_value_type import wrong_value_type
from yuandi.check.rules.wrong_zero import wrong_zero
from yuandi.check.rules.yaml_trap import yaml_trap

RULES: tuple[Rule, ...] = (
    unparsable_front_matter,
    unknown_type,
    missing_field,
    unknown_field,
    wrong_value_type,
    unknown_choice,
    yaml_trap,
    duplicate_key,
    duplicate_id,
    unreadable_encoding,
    unknown_reference,
    wrong_reference_type,
    reference_cycle,
    superseded_still_published,
    missing_attachment,
    orphan_attachment,
    person_outside_unit,
    broken_link,
    impossible_date,
    outside_span,
    phases_out_of_order,
    phase_gap,
    signed_after_published,
    future_date,
    not_a_workday,
    short_publicity,
    date_disagrees,
    malformed_document_number,
    duplicate_document_number,
    number_gap,
    issue_out_of_order,
    heading_order,
    placeholder_left,
    lexicon_hit,
    pinyin_noise,
    broken_character,
    mixed_scripts,
    halfwidth_punctuation,
    wrong_zero,
    foreign_footer,
    repeated_sentence,
    duplicate_body,
    name_mismatch,
    hidden_heading,
    missing_alt_text,
    identity_number,
    mobile_number,
    bank_card,
    secrecy_mark,
    restricted_reference,
    unreviewed,
    self_review,
    stale_column,
    empty_column,
    overdue_review,
    incomplete_group,
    unmarked_concurrent_post,
    missing_counterpart,
    task_without_owner,
    attendance_does_not_add_up,
    late_leave_request,
    series_out_of_order,
    cadence_broken,
    double_booking,
    bad_isbn,
    book_listed_twice,
    quota_exceeded,
    steps_out_of_order,
    late_application,
    deeds_length,
    ineligible,
    without_application,
    named_twice,
    silently_dropped,
    revoked_still_shown,
    grade_disagrees,
    total_disagrees,
    missing_circular,
    team_size,
    missing_role,
    too_long,
    overlapping_topics,
    bad_policy,
    vanished_address,
    alias_clash,
    archive_number,
    stale_waiver,
    external_request,
)
