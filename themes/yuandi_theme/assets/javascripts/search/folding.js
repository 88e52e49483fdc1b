/* Text as it is compared, as in folding.py. */

var gone = new RegExp(GONE, "gu");
var beyond = new RegExp(BEYOND, "gu");
var blank = new RegExp(BLANK, "g");

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
      known = Array.from(character.normalize("NFKC").replace(gone, "").replace(beyond, "\ufffd").toLowerCase().normalize("NFKC"))
        .map(function (one) {
          return plain.get(one) || one;
        })
        .join("")
        .replace(blank, " ");
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
