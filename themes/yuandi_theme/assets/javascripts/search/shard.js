/* A shard of the lists, as in grams.py. */

/* Two characters by number, as one number. */
var PAIRS = 1 << CODE;

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
    this.span = first.letters ? SPAN_OF_LETTERS : SPAN;
    var step = 1 << Math.max(0, 32 - FINE - Math.clz32(first.documents));
    this.universe = Math.ceil(first.documents / step) * step;
    /** @type {Map<number, number>} */
    this.starts = new Map();
    var one = 0;
    var place = 0;
    for (var left = bits.gamma() - 1; left > 0; left--) {
      one += bits.rice(FIRST, CODE);
      this.starts.set(one * PAIRS + bits.rice(SECOND, CODE), place);
      place += bits.rice(LENGTH, LONG);
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
          var place = isText ? number * FIELDS + TEXT : (number >> 1) * FIELDS + (number & 1);
          found.set(place, (found.get(place) || 0) + met);
        }
      }
    }
  }
}
