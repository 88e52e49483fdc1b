/* The index: which documents answer a query, and what they are. As in found.py and manifest.py. */

/** @type {Promise<Index> | null} */
var opened = null;

/** @returns {Promise<Index>} */
function openIndex() {
  if (!opened) {
    opened = load(INDEX).then(function (text) {
      return new Index(JSON.parse(text));
    });
    opened.catch(function () {
      opened = null;
    });
  }
  return opened;
}

class Index {
  /** @param {Manifest} first */
  constructor(first) {
    this.first = first;
    this.folding = new Folding(first.fold);
    this.lists = new Lists(first);
    this.texts = new Texts(first);
    /** @type {number[]} */
    this.years = [];
    for (var run of first.years) for (var count = 0; count < run[1]; count++) this.years.push(run[0]);
    /** @type {Promise<Facets> | null} */
    this.more = null;
  }

  /** The documents that hold a term: the fields where it is for certain, and those in doubt.
   *  @param {Wanted} term @returns {Promise<Map<number, {sure: number, doubt: number}>>} */
  async holding(term) {
    var found = new Map();
    var places = await this.lists.places(term.text);
    for (var one of places) {
      var number = Math.floor(one[0] / FIELDS);
      var field = one[0] % FIELDS;
      if (term.inTitle && field !== TITLE) continue;
      var held = found.get(number);
      if (!held) found.set(number, (held = { sure: 0, doubt: 0 }));
      if (one[1]) held.sure |= 1 << field;
      else held.doubt |= 1 << field;
    }
    return found;
  }

  /** The numbers of the documents that answer, best first.
   *  @param {Wanted[]} terms @param {boolean} byDate @returns {Promise<number[]>} */
  async numbers(terms, byDate) {
    var self = this;
    var positive = terms.filter(function (term) {
      return !term.isBarred;
    });
    var barred = terms.filter(function (term) {
      return term.isBarred;
    });
    if (!positive.length) return [];
    var holding = await Promise.all(
      positive.concat(barred).map(function (term) {
        return self.holding(term);
      })
    );
    var wanted = holding.slice(0, positive.length);
    var left = Array.from(wanted[0].keys()).filter(function (number) {
      return wanted.every(function (found) {
        return found.has(number);
      });
    });
    await Promise.all(
      left.map(function (number) {
        return self.settle(number, positive.concat(barred), holding);
      })
    );
    /** @type {Map<number, number>} */
    var scores = new Map();
    for (var number of left) {
      var score = 0;
      for (var at = 0; at < holding.length; at++) {
        var held = holding[at].get(number);
        var fields = held ? held.sure : 0;
        if (at < positive.length ? !fields : fields) score = -1;
        else if (score >= 0 && at < positive.length) score += weight(fields);
        if (score < 0) break;
      }
      if (score >= 0) scores.set(number, byDate ? 0 : score);
    }
    return Array.from(scores.keys()).sort(function (a, b) {
      return (scores.get(b) || 0) - (scores.get(a) || 0) || b - a;
    });
  }

  /** Look at the text where the lists leave a doubt.
   *  @param {number} number @param {Wanted[]} terms @param {Map<number, {sure: number, doubt: number}>[]} holding */
  async settle(number, terms, holding) {
    var doubtful = [];
    for (var at = 0; at < terms.length; at++) {
      var held = holding[at].get(number);
      if (held && held.doubt) doubtful.push({ held: held, text: terms[at].text });
    }
    if (!doubtful.length) return;
    var document = await this.texts.document(number);
    /** @type {string[]} */
    var fields = [];
    fields[TITLE] = document.title;
    fields[FACTS] = document.facts;
    fields[TEXT] = document.text;
    for (var one of doubtful) {
      for (var field = 0; field < FIELDS; field++) {
        if (one.held.doubt & (1 << field) && this.holds(fields[field], one.text)) one.held.sure |= 1 << field;
      }
      one.held.doubt = 0;
    }
  }

  /** @param {string} field @param {string} text */
  holds(field, text) {
    var folding = this.folding;
    return field.split("\n").some(function (line) {
      return folding.mapped(line).folded.includes(text);
    });
  }

  /** What a document is, by id and by name.
   *  @param {"type" | "unit" | "column"} name @param {number} number */
  value(name, number) {
    var values = name === "type" ? this.first.types : name === "unit" ? this.first.units : this.first.columns;
    return values[this.first[name].charCodeAt(number) - FIRST_VALUE];
  }

  /** @returns {Promise<Facets>} */
  facets() {
    if (!this.more) {
      var self = this;
      this.more = load(FACETS, this.first.version).then(function (text) {
        return JSON.parse(text);
      });
      this.more.catch(function () {
        self.more = null;
      });
    }
    return this.more;
  }

  /** Whether a document is of the type, year, unit and column asked for, by id or by name.
   *  @param {number} number @param {SearchOptions} options @param {Facets | null} facets */
  isChosen(number, options, facets) {
    if (options.year && this.years[number] !== Number(options.year)) return false;
    for (var name of /** @type {["type", "unit", "column"]} */ (["type", "unit", "column"])) {
      var wanted = options[name];
      if (wanted && !this.value(name, number).includes(wanted)) return false;
    }
    if (facets && options.tag) {
      var tag = facets.tags.indexOf(options.tag);
      if (!facets.tag[number].includes(tag)) return false;
    }
    if (facets && options.person) {
      var person = options.person;
      var isNamed = facets.person[number].some(function (one) {
        return facets && facets.people[one].includes(person);
      });
      if (!isNamed) return false;
    }
    return true;
  }
}

/** What a document is worth that has a term in these fields, a bit each. @param {number} fields */
function weight(fields) {
  return WEIGHTS.reduce(function (sum, one, field) {
    return fields & (1 << field) ? sum + one : sum;
  }, 0);
}
