/* Which fields of which documents hold a stretch of text, by the lists of the index: as in grams.py, shards.py, dates.py. */

/* Where so few fields are in doubt, their texts are looked at rather than more lists. */
var FEW = 6;
/* Above any code of a character. */
var ABOVE = 0x200000;
/** @type {Map<number, number>} */
var dates = new Map();
Array.from(DATES).forEach(function (one, place) {
  dates.set(one.charCodeAt(0), place);
});

/** @param {number} code */
function isOfDates(code) {
  return dates.has(code);
}

class Lists {
  /** @param {Manifest} first */
  constructor(first) {
    this.first = first;
    /** @type {Map<number, number>} */
    this.heavy = new Map();
    var heavy = Array.from(first.heavy, function (one) {
      return one.codePointAt(0) || 0;
    });
    for (var at = 0; at < heavy.length; at += 2) this.heavy.set(heavy[at] * ABOVE + heavy[at + 1], at / 2);
    /** @type {Map<number, number>} */
    this.numbers = new Map();
    for (at = 0; at < first.letters.length; at++) this.numbers.set(first.letters.charCodeAt(at), at + 1);
    /** @type {Map<number, Promise<Shard>>} */
    this.shards = new Map();
  }

  /** @param {number} first @param {number} second @param {number} third */
  shardOf(first, second, third) {
    var mixed = (Math.imul(first, FACTORS[0]) ^ Math.imul(second, FACTORS[1]) ^ Math.imul(third, FACTORS[2])) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> SHIFTS[0]), FACTOR) >>> 0;
    mixed = (mixed ^ (mixed >>> SHIFTS[1])) >>> MIXED;
    var shards = this.first.shards;
    var apart = shards >> APART;
    var isDate = (first >= FIRST_DATE && first < BEHIND_DATES) || (isOfDates(first) && isOfDates(second));
    return isDate ? shards - apart + ((mixed * apart) >>> MIXED) : (mixed * (shards - apart)) >>> MIXED;
  }

  /** A character as lists name it. @param {number} code */
  number(code) {
    return code && (this.numbers.get(code) || code + OTHERS);
  }

  /** @param {number} number @returns {Promise<Shard>} */
  shard(number) {
    var known = this.shards.get(number);
    if (!known) {
      var first = this.first;
      var shards = this.shards;
      known = load(inFolder(LISTS, number), first.version).then(function (text) {
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
    var isHeavy = this.heavy.has(first * ABOVE + second);
    var shard = await this.shard(this.shardOf(first, second, 0));
    return shard.counts(this.number(first), this.number(second), isHeavy ? 0 : -1);
  }

  /** @param {number} first @param {number} second @param {number} third @returns {Promise<Counts>} */
  async triple(first, second, third) {
    var isHeavy = this.heavy.has(first * ABOVE + second);
    var shard = await this.shard(this.shardOf(first, second, isHeavy ? third : 0));
    return shard.counts(this.number(first), this.number(second), this.number(third));
  }

  /** Four characters of a date, or a heavy pair between two others. @param {number[]} four @returns {Promise<Counts>} */
  async four(four) {
    var heavy = this.heavy.get(four[1] * ABOVE + four[2]);
    if (heavy !== undefined) {
      var shard = await this.shard(this.shardOf(four[1], four[2], four[0]));
      return shard.counts(BEHIND_DATES + heavy, this.number(four[0]), this.number(four[3]));
    }
    var both = FIRST_DATE + PER_FIRST_DATE * (dates.get(four[0]) || 0) + (dates.get(four[1]) || 0);
    return (await this.shard(this.shardOf(both, four[2], 0))).counts(both, this.number(four[2]), this.number(four[3]));
  }

  /** Whether four characters have a list of their own. @param {number[]} four */
  isKnown(four) {
    return four.length > 3 && (this.heavy.has(four[1] * ABOVE + four[2]) || four.every(isOfDates));
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
}
