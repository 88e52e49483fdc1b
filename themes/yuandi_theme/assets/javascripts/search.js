/* Search: reads the index piece by piece, over HTTP or from a disc, and gives what a scan of every text would give.
   `yuandi.search(query, options)` is public; `yuandi.finder` serves the dialog and the page of results. What the files
   hold is told in generator/yuandi/search: grams.py (lists), texts.py, manifest.py, suggestions.py. */
// @ts-check
/// <reference path="search.d.ts" />
(function () {
  "use strict";

  var ONE_MOMENT = 15000;
  var FEW = 6;
  var WIDE = 0x2e80;
  var CODE = 18;
  var ELEVEN = 11;
  var PAIRS = 0x40000;
  var OTHERS = 2001;
  var ALONE = 15;
  var BASE = 32;
  var ON_A_CARD = 200;
  var CARDS_FROM = 30;
  var PRIVATE = 0xe000;
  var END = "\ue003";
  var FIRST_DATE = 0x33000;
  var BEHIND_DATES = FIRST_DATE + 1024;
  /** @type {Map<number, number>} */
  var DATES = new Map();
  Array.from("0123456789年月日号第.-/:〔〕至").forEach(function (one, place) {
    DATES.set(one.charCodeAt(0), place);
  });
  var TITLE = 1;
  var WEIGHTS = [0, 4, 1, 5, 0, 4, 1, 5];
  var GONE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/gu;
  var BEYOND = /[\u{32400}-\u{10ffff}]/gu;
  var BLANK = /[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

  /** A file of the index that is not there, or not as it was written. */
  class Damaged extends Error {
    /** @param {string} file @param {boolean} isMissing */
    constructor(file, isMissing) {
      super((isMissing ? "missing: " : "damaged: ") + file);
      this.name = "Damaged";
      this.file = file;
      this.isMissing = isMissing;
    }
  }

  /* Files: each is a script that hands over one text. */

  /** @type {Map<string, {promise: Promise<string>, done: (text: string) => void, fail: (error: Error) => void}>} */
  var asked = new Map();

  /** @param {string} text */
  function checksum(text) {
    var bytes = new TextEncoder().encode(text);
    var a = 1;
    var b = 0;
    for (var start = 0; start < bytes.length; start += 3000) {
      var end = Math.min(start + 3000, bytes.length);
      for (var at = start; at < end; at++) {
        a += bytes[at];
        b += a;
      }
      a %= 65521;
      b %= 65521;
    }
    return ((b << 16) | a) >>> 0;
  }

  /** A file's text by its name; a failure is forgotten, so that it may be tried again.
   *  @param {string} name @param {string} [version] @returns {Promise<string>} */
  function load(name, version) {
    var known = asked.get(name);
    if (known) return known.promise;
    /** @type {(text: string) => void} */
    var done = function () {};
    /** @type {(error: Error) => void} */
    var fail = function () {};
    var isSettled = false;
    var script = document.createElement("script");
    /** @type {Promise<string>} */
    var promise = new Promise(function (resolve, reject) {
      done = function (text) {
        isSettled = true;
        resolve(text);
      };
      fail = function (error) {
        if (isSettled) return;
        isSettled = true;
        asked.delete(name);
        reject(error);
      };
    });
    asked.set(name, { promise: promise, done: done, fail: fail });
    script.charset = "utf-8";
    script.src = window.yuandi.base + name + ".js" + (version ? "?" + version : "");
    script.onerror = function () {
      script.remove();
      fail(new Damaged(name, true));
    };
    script.onload = function () {
      script.remove();
      fail(new Damaged(name, false));
    };
    window.setTimeout(function () {
      fail(new Damaged(name, true));
    }, ONE_MOMENT);
    document.head.appendChild(script);
    return promise;
  }

  /** What every file of the index calls.
   *  @param {string} name @param {number} sum @param {string} text */
  function take(name, sum, text) {
    var known = asked.get(name);
    if (!known) return;
    if (checksum(text) === sum) known.done(text);
    else known.fail(new Damaged(name, false));
  }

  /* The first download. */

  /** @type {Promise<Index> | null} */
  var opened = null;

  /** @returns {Promise<Index>} */
  function open() {
    if (!opened) {
      opened = load("index").then(function (text) {
        return new Index(JSON.parse(text));
      });
      opened.catch(function () {
        opened = null;
      });
    }
    return opened;
  }

  /* Folding, as in folding.py. */

  class Folding {
    /** @param {string} pairs */
    constructor(pairs) {
      /** @type {Map<string, string>} */
      this.plain = new Map();
      /** @type {Map<string, string>} */
      this.known = new Map();
      var all = Array.from(pairs);
      for (var at = 0; at < all.length; at += 2) this.plain.set(all[at], all[at + 1]);
    }

    /** @param {string} character */
    one(character) {
      var known = this.known.get(character);
      if (known === undefined) {
        var plain = this.plain;
        known = Array.from(character.normalize("NFKC").replace(GONE, "").replace(BEYOND, "\ufffd").toLowerCase().normalize("NFKC"))
          .map(function (one) {
            return plain.get(one) || one;
          })
          .join("")
          .replace(BLANK, " ");
        this.known.set(character, known);
      }
      return known;
    }

    /** A line as it is compared, and where in the line each of its code units comes from.
     *  @param {string} line */
    mapped(line) {
      var folded = "";
      /** @type {number[]} */
      var from = [];
      var at = 0;
      for (var character of line) {
        var plain = this.one(character);
        for (var unit = 0; unit < plain.length; unit++) {
          var before = folded.length ? folded.charCodeAt(folded.length - 1) : 0;
          if (plain[unit] === " ") {
            if (!before || before === 32 || before >= WIDE) continue;
          } else if (before === 32 && plain.charCodeAt(unit) >= WIDE) {
            folded = folded.slice(0, -1);
            from.pop();
          }
          folded += plain[unit];
          from.push(at);
        }
        at += character.length;
      }
      if (folded.endsWith(" ")) {
        folded = folded.slice(0, -1);
        from.pop();
      }
      from.push(at);
      return { folded: folded, from: from };
    }

    /** @param {string} text */
    fold(text) {
      return this.mapped(text.normalize("NFC").replace(/\n/g, " ")).folded;
    }
  }

  /* Queries, as in query.py. */

  var TERM = /(-?)((?:title|标题|標題)[:：])?(?:["“”＂]([^"“”＂]*)["“”＂]?|([^\s"“”＂]+))/gi;

  /** @param {string} query @param {Folding} folding @returns {Wanted[]} */
  function parsed(query, folding) {
    /** @type {Map<string, Wanted>} */
    var found = new Map();
    var matches = query.matchAll(TERM);
    for (var term of matches) {
      var text = folding.fold(term[3] !== undefined ? term[3] : term[4]);
      if (text) {
        var wanted = { text: text, isBarred: term[1] === "-", inTitle: !!term[2] };
        found.set(JSON.stringify(wanted), wanted);
      }
    }
    return Array.from(found.values());
  }

  /* Bits, as in bits.py. */

  class Reader {
    /** @param {string} text */
    constructor(text) {
      var binary = atob(text);
      this.bytes = new Uint8Array(binary.length + 8);
      for (var at = 0; at < binary.length; at++) this.bytes[at] = binary.charCodeAt(at);
      this.end = binary.length * 8;
      this.place = 0;
    }

    /** The next 32 bits, as a number with a sign. */
    peek() {
      var at = this.place >> 3;
      var shift = this.place & 7;
      var bytes = this.bytes;
      var word = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
      return shift ? (word << shift) | (bytes[at + 4] >> (8 - shift)) : word;
    }

    /** @param {number} width */
    take(width) {
      if (!width) return 0;
      var value = this.peek() >>> (32 - width);
      this.place += width;
      return value;
    }

    /** How many ones come before the next nought, `most` at most. @param {number} most */
    ones(most) {
      var count = Math.clz32(~this.peek());
      this.place += count < most ? count + 1 : most;
      return count < most ? count : most;
    }

    gamma() {
      var rest = this.ones(32);
      return (1 << rest) | this.take(rest);
    }

    /** @param {number} k @param {number} most */
    rice(k, most) {
      var quotient = this.ones(ELEVEN);
      return quotient === ELEVEN ? this.take(most) : quotient * (1 << k) + this.take(k);
    }
  }

  /** @param {number} universe @param {number} count */
  function riceWidth(universe, count) {
    return 32 - Math.clz32(Math.floor((universe * 31) / (count * 64)));
  }

  /** The records of a shard: where each of them is, by its characters' numbers. */
  class Shard {
    /** @param {string} text @param {Manifest} first */
    constructor(text, first) {
      var comma = text.indexOf(",");
      var bits = new Reader(text.slice(0, comma));
      this.text = text.slice(comma + 1);
      /** @type {Reader | null} */
      this.reader = null;
      this.deep = first.deep;
      this.span = first.letters ? 1000 : 21000;
      var step = 1 << Math.max(0, 27 - Math.clz32(first.documents));
      this.universe = Math.ceil(first.documents / step) * step;
      /** @type {Map<number, number>} */
      this.starts = new Map();
      var one = 0;
      var place = 0;
      for (var left = bits.gamma() - 1; left > 0; left--) {
        one += bits.rice(4, CODE);
        this.starts.set(one * PAIRS + bits.rice(8, CODE), place);
        place += bits.rice(9, 21);
      }
    }

    /** How often what a record tells of is met, by field: one third, or all together.
     *  @param {number} first @param {number} second @param {number} third or -1 for all @returns {Counts} */
    counts(first, second, third) {
      /** @type {Counts} */
      var found = new Map();
      var start = this.starts.get(first * PAIRS + second);
      if (start === undefined) return found;
      var bits = this.reader || (this.reader = new Reader(this.text));
      bits.place = start;
      var texts = bits.gamma() - 1;
      var others = bits.gamma() - 1;
      this.groups(bits, texts, found, third, true);
      this.groups(bits, others, found, third, false);
      return found;
    }

    /** @param {Reader} bits @param {number} count @param {Counts} found @param {number} wanted @param {boolean} isText */
    groups(bits, count, found, wanted, isText) {
      var k = count ? riceWidth(this.span, count) : 0;
      var third = 0;
      for (var group = 0; group < count; group++) {
        third = group ? third + bits.rice(k, CODE) : bits.take(CODE);
        var size = bits.gamma();
        var isCounted = bits.take(1);
        var width = riceWidth(this.universe, size);
        var isWanted = wanted < 0 || wanted === third;
        var number = 0;
        for (var member = 0; member < size; member++) {
          number += bits.rice(width, this.deep + 1);
          var met = isCounted ? bits.gamma() : 1;
          if (isWanted) {
            var place = isText ? number * 3 + 2 : (number >> 1) * 3 + (number & 1);
            found.set(place, (found.get(place) || 0) + met);
          }
        }
      }
    }
  }

  /* The index. */

  class Index {
    /** @param {Manifest} first */
    constructor(first) {
      this.first = first;
      this.version = String(first.version);
      this.folding = new Folding(first.fold);
      /** @type {Map<number, number>} */
      this.heavy = new Map();
      var heavy = Array.from(first.heavy);
      for (var at = 0; at < heavy.length; at += 2) this.heavy.set(key(heavy[at], heavy[at + 1]), at / 2);
      /** @type {Map<number, number>} */
      this.numbers_ = new Map();
      for (at = 0; at < first.letters.length; at++) this.numbers_.set(first.letters.charCodeAt(at), at + 1);
      /** @type {number[]} */
      this.years = [];
      for (var run of first.years) for (var count = 0; count < run[1]; count++) this.years.push(run[0]);
      /** @type {Map<number, Promise<Shard>>} */
      this.shards = new Map();
      /** @type {Map<string, Promise<FoundDocument[]>>} */
      this.shelves = new Map();
      /** @type {Promise<Facets> | null} */
      this.more = null;
    }

    /** @param {number} first @param {number} second @param {number} third */
    shardOf(first, second, third) {
      var mixed = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35)) >>> 0;
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0;
      mixed = (mixed ^ (mixed >>> 12)) >>> 16;
      var shards = this.first.shards;
      var apart = shards >> 4;
      var isDate = (first >= FIRST_DATE && first < BEHIND_DATES) || (isOfDates(first) && isOfDates(second));
      return isDate ? shards - apart + ((mixed * apart) >>> 16) : (mixed * (shards - apart)) >>> 16;
    }

    /** A character as lists name it. @param {number} code */
    number(code) {
      return code && (this.numbers_.get(code) || code + OTHERS);
    }

    /** @param {number} number @returns {Promise<Shard>} */
    shard(number) {
      var known = this.shards.get(number);
      if (!known) {
        var first = this.first;
        var shards = this.shards;
        known = load("lists/" + (number >> 8) + "/" + number, this.version).then(function (text) {
          return new Shard(text, first);
        });
        known.catch(function () {
          shards.delete(number);
        });
        shards.set(number, known);
      }
      return known;
    }

    /** @param {number} first @param {number} second @returns {Promise<Counts>} */
    async pair(first, second) {
      var isHeavy = this.heavy.has(first * 0x200000 + second);
      var shard = await this.shard(this.shardOf(first, second, 0));
      return shard.counts(this.number(first), this.number(second), isHeavy ? 0 : -1);
    }

    /** @param {number} first @param {number} second @param {number} third @returns {Promise<Counts>} */
    async triple(first, second, third) {
      var isHeavy = this.heavy.has(first * 0x200000 + second);
      var shard = await this.shard(this.shardOf(first, second, isHeavy ? third : 0));
      return shard.counts(this.number(first), this.number(second), this.number(third));
    }

    /** Four characters of a date, or a heavy pair between two others. @param {number[]} four @returns {Promise<Counts>} */
    async four(four) {
      var heavy = this.heavy.get(four[1] * 0x200000 + four[2]);
      if (heavy !== undefined) {
        var shard = await this.shard(this.shardOf(four[1], four[2], four[0]));
        return shard.counts(BEHIND_DATES + heavy, this.number(four[0]), this.number(four[3]));
      }
      var both = FIRST_DATE + 32 * (DATES.get(four[0]) || 0) + (DATES.get(four[1]) || 0);
      return (await this.shard(this.shardOf(both, four[2], 0))).counts(both, this.number(four[2]), this.number(four[3]));
    }

    /** Whether four characters have a list of their own. @param {number[]} four */
    isKnown(four) {
      return four.length > 3 && (this.heavy.has(four[1] * 0x200000 + four[2]) || four.every(isOfDates));
    }

    /** The fields that hold up to four characters. @param {number[]} codes @returns {Promise<Counts>} */
    step(codes) {
      if (codes.length < 3) return this.pair(codes[0], codes[1] || 0);
      return codes.length < 4 ? this.triple(codes[0], codes[1], codes[2]) : this.four(codes);
    }

    /** The fields that hold a stretch of folded text: 1 for certain, 0 in doubt.
     *  @param {string} text @returns {Promise<Counts>} */
    async places(text) {
      var codes = Array.from(text).map(function (one) {
        return one.codePointAt(0) || 0;
      });
      var begun = this.isKnown(codes.slice(0, 4)) ? 4 : 3;
      if (codes.length <= begun) return this.step(codes);
      /* What goes on with the phrase so far, and what both have in common. */
      var steps = [];
      var both = [];
      for (var end = begun + 1; end <= codes.length; end++) {
        var four = codes.slice(end - 4, end);
        var isKnown = this.isKnown(four);
        steps.push(isKnown ? four : four.slice(1));
        both.push(isKnown ? four.slice(0, 3) : four.slice(1, 3));
      }
      var self = this;
      /** @param {number[]} one */
      function read(one) {
        return self.step(one);
      }
      var ends = await Promise.all([codes.slice(0, begun), steps[steps.length - 1]].map(read));
      /** @type {Counts} */
      var least = new Map();
      for (var place of ends[0].keys()) if (ends[1].has(place)) least.set(place, 0);
      if (!least.size || (steps.length > 1 && least.size <= FEW)) return least;
      /* Of what is shared by the phrase so far and the step that goes on with it, at least so many places do both. */
      var all = await Promise.all(steps.concat(both).map(read));
      for (place of Array.from(least.keys())) {
        var sure = ends[0].get(place) || 0;
        for (var at = 0; at < steps.length && sure >= 0; at++) {
          var count = all[at].get(place) || 0;
          sure = count ? Math.max(0, sure + count - (all[steps.length + at].get(place) || 0)) : -1;
        }
        if (sure < 0) least.delete(place);
        else least.set(place, sure);
      }
      return least;
    }

    /** The documents that hold a term: the fields where it is for certain, and those in doubt.
     *  @param {Wanted} term @returns {Promise<Map<number, {sure: number, doubt: number}>>} */
    async holding(term) {
      var found = new Map();
      var places = await this.places(term.text);
      for (var one of places) {
        var number = Math.floor(one[0] / 3);
        var field = 1 << (one[0] % 3);
        if (term.inTitle && field !== TITLE) continue;
        var held = found.get(number);
        if (!held) found.set(number, (held = { sure: 0, doubt: 0 }));
        if (one[1]) held.sure |= field;
        else held.doubt |= field;
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
          else if (score >= 0 && at < positive.length) score += WEIGHTS[fields];
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
      var document = await this.document(number);
      for (var one of doubtful) {
        var fields = [document.title, document.facts, document.text];
        for (var field = 0; field < 3; field++) {
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

    /** @param {string} name @returns {Promise<FoundDocument[]>} */
    shelf(name) {
      var known = this.shelves.get(name);
      if (!known) {
        var self = this;
        known = load(name, this.version).then(function (text) {
          return self.unshelved(text);
        });
        known.catch(function () {
          self.shelves.delete(name);
        });
        this.shelves.set(name, known);
      }
      return known;
    }

    /** The documents of a file. @param {string} text @returns {FoundDocument[]} */
    unshelved(text) {
      var letters = this.first.letters;
      return text
        .split(END)
        .slice(0, -1)
        .map(function (one) {
          var parts = plain(one, letters).split(/[\x01\x02\x04]/);
          return {
            id: parts[0], url: parts[1] || parts[0] + "/", date: parts[2],
            title: parts[3], facts: parts[4], text: parts[5],
          };
        });
    }

    /** @param {number} number @returns {Promise<FoundDocument>} */
    async document(number) {
      var both = this.first.in_two;
      var alone = this.first.alone;
      var isShared = number < alone;
      var shelf = isShared ? Math.floor((2 * number) / both) : Math.ceil((2 * alone) / both) + number - alone;
      var place = isShared ? number - Math.ceil((shelf * both) / 2) : 0;
      return (await this.shelf("texts/" + (shelf >> 8) + "/" + shelf))[place];
    }

    /** Documents with their texts, or many with their titles only.
     *  @param {number[]} numbers @returns {Promise<FoundDocument[]>} */
    documents(numbers) {
      var self = this;
      return Promise.all(
        numbers.map(async function (number) {
          if (numbers.length <= CARDS_FROM) return self.document(number);
          return (await self.shelf("cards/" + Math.floor(number / ON_A_CARD)))[number % ON_A_CARD];
        })
      );
    }

    /** What a document is, by id and by name.
     *  @param {"type" | "unit" | "column"} name @param {number} number */
    value(name, number) {
      var values = name === "type" ? this.first.types : name === "unit" ? this.first.units : this.first.columns;
      return values[this.first[name].charCodeAt(number) - 0x30];
    }

    /** @returns {Promise<Facets>} */
    facets() {
      if (!this.more) {
        var self = this;
        this.more = load("facets", this.version).then(function (text) {
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

  /** @param {number} code */
  function isOfDates(code) {
    return DATES.has(code);
  }

  /** A text of which common characters were written as symbols, as in texts.py. @param {string} text @param {string} letters */
  function plain(text, letters) {
    var found = "";
    for (var at = 0; at < text.length; at++) {
      var code = text.charCodeAt(at);
      var place = letters ? symbol(code) : -1;
      if (place >= ALONE) found += letters[ALONE + (place - ALONE) * BASE + symbol(text.charCodeAt(++at))];
      else if (place >= 0) found += letters[place];
      else found += code >= PRIVATE && code < PRIVATE + 128 ? String.fromCharCode(code - PRIVATE) : text[at];
    }
    return found;
  }

  /** The place of a symbol, -1 for what is none. @param {number} code */
  function symbol(code) {
    return code < 0x20 || code > 0x7e ? -1 : code - 0x20 - (code > 0x22 ? 1 : 0) - (code > 0x5c ? 1 : 0);
  }

  /** @param {string} first @param {string} second */
  function key(first, second) {
    return (first.codePointAt(0) || 0) * 0x200000 + (second.codePointAt(0) || 0);
  }

  /** @param {string} query @param {SearchOptions} [options] @returns {Promise<SearchAnswer>} */
  async function search(query, options) {
    var chosen = options || {};
    var index = await open();
    var facets = chosen.tag || chosen.person ? await index.facets() : null;
    var all = await index.numbers(parsed(query, index.folding), chosen.sort === "date");
    var numbers = all.filter(function (number) {
      return index.isChosen(number, chosen, facets);
    });
    var offset = chosen.offset || 0;
    var shown = numbers.slice(offset, offset + (chosen.limit === undefined ? 10 : chosen.limit));
    var documents = await index.documents(shown);
    return {
      total: numbers.length,
      hits: documents.map(function (one, place) {
        var number = shown[place];
        return {
          id: one.id, url: one.url, title: one.title, date: one.date,
          type: index.value("type", number)[0], unit: index.value("unit", number)[0],
        };
      }),
    };
  }

  /* Excerpts. */

  /** A line in pieces, what was asked for marked.
   *  @param {string} line @param {string[]} texts @param {Folding} folding @returns {{pieces: Piece[], met: number}} */
  function marked(line, texts, folding) {
    var mapped = folding.mapped(line);
    /** @type {{start: number, end: number, text: string}[]} */
    var spans = [];
    for (var text of texts) {
      for (var at = mapped.folded.indexOf(text); at >= 0; at = mapped.folded.indexOf(text, at + text.length)) {
        spans.push({ start: mapped.from[at], end: mapped.from[at + text.length], text: text });
      }
    }
    spans.sort(function (a, b) {
      return a.start - b.start || b.end - a.end;
    });
    /** @type {Piece[]} */
    var pieces = [];
    var done = 0;
    var met = new Set();
    for (var span of spans) {
      met.add(span.text);
      if (span.end <= done) continue;
      var start = Math.max(span.start, done);
      if (start > done) pieces.push({ text: line.slice(done, start), isHit: false });
      pieces.push({ text: line.slice(start, span.end), isHit: true });
      done = span.end;
    }
    if (done < line.length) pieces.push({ text: line.slice(done), isHit: false });
    return { pieces: pieces, met: met.size };
  }

  var BEFORE = 24;
  var LONG = 110;
  var SENTENCE = 20;

  /** The stretch of a document that shows most of what was asked for.
   *  @param {FoundDocument} document @param {string[]} texts @param {Folding} folding @returns {Piece[]} */
  function excerpt(document, texts, folding) {
    /** @type {{pieces: Piece[], met: number}} */
    var best = { pieces: [], met: 0 };
    var bestLength = 0;
    for (var line of (document.text + "\n" + document.facts).split("\n")) {
      var found = marked(line, texts, folding);
      if (found.met > best.met || (found.met && found.met === best.met && bestLength < SENTENCE && line.length >= SENTENCE)) {
        best = found;
        bestLength = line.length;
      }
      if (best.met === texts.length && bestLength >= SENTENCE) break;
    }
    if (!best.met) {
      var start = (document.text || document.facts).replace(/\n/g, "　");
      return [{ text: start.length > LONG ? start.slice(0, LONG) + "…" : start, isHit: false }];
    }
    return cut(best.pieces);
  }

  /** @param {Piece[]} pieces @returns {Piece[]} */
  function cut(pieces) {
    /** @type {Piece[]} */
    var kept = [];
    var left = LONG;
    for (var at = 0; at < pieces.length && left > 0; at++) {
      var piece = pieces[at];
      var text = piece.text;
      if (!kept.length && !piece.isHit && text.length > BEFORE) text = "…" + text.slice(-BEFORE);
      if (text.length > left && !piece.isHit) text = text.slice(0, left) + "…";
      kept.push({ text: text, isHit: piece.isHit });
      left -= text.length;
    }
    return kept;
  }

  /* Suggestions. */

  /** @param {string} query @returns {Promise<Suggestion[]>} */
  async function suggest(query) {
    var index = await open();
    var text = index.folding.fold(query);
    if (!text) return [];
    var letters = text.replace(/ü/g, "v").replace(/[ ']/g, "");
    var isSpelt = /^[a-z][a-z0-9]*$/.test(letters);
    var names = [String((text.codePointAt(0) || 0) % 32)];
    if (isSpelt) names.unshift(letters[0]);
    /** @type {Map<string, {row: Suggestion, rank: number}>} */
    var found = new Map();
    for (var name of names) {
      if (!index.first.terms.includes(name)) continue;
      /** @type {[string, string, string, string, string][]} */
      var rows = JSON.parse(await load("terms/" + name, index.version));
      for (var row of rows) {
        var rank = ranked(row, text, isSpelt ? letters : "", index.folding);
        var id = row[0] + "\n" + row[1];
        if (rank >= 0 && !found.has(id)) found.set(id, { row: { text: row[0], kind: row[1], url: row[4] }, rank: rank });
      }
    }
    var all = Array.from(found.values());
    /** @param {number} rank */
    function of(rank) {
      return all
        .filter(function (one) {
          return one.rank === rank;
        })
        .map(function (one) {
          return one.row;
        });
    }
    return mixed(of(0)).concat(of(1));
  }

  /** 0 for what is meant exactly, 1 for what begins so, -1 for the rest.
   *  @param {string[]} row @param {string} text @param {string} letters @param {Folding} folding */
  function ranked(row, text, letters, folding) {
    var written = folding.fold(row[0]);
    if (written === text || (letters && (row[2] === letters || row[3] === letters))) return 0;
    return written.startsWith(text) || (letters && (row[2].startsWith(letters) || row[3].startsWith(letters))) ? 1 : -1;
  }

  /** Names and words in turn, so that neither hides the other: a word, three people, a word, a person, …
   *  @param {Suggestion[]} rows @returns {Suggestion[]} */
  function mixed(rows) {
    var people = rows.filter(function (row) {
      return row.kind === "person";
    });
    var others = rows.filter(function (row) {
      return row.kind !== "person";
    });
    var firsts = others.splice(0, 1).concat(people.splice(0, 3));
    while (people.length || others.length) firsts = firsts.concat(others.splice(0, 1), people.splice(0, 1));
    return firsts;
  }

  window.yuandi.take = take;
  window.yuandi.search = search;
  window.yuandi.finder = {
    open: open, parsed: parsed, marked: marked, excerpt: excerpt, suggest: suggest,
  };
})();
