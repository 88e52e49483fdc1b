/* The documents themselves, from the files of their texts: as in texts.py. */

/* For more documents than this at once, their titles are enough. */
var CARDS_FROM = 30;
/** @type {Map<number, number>} */
var symbols = new Map();
Array.from(SYMBOLS).forEach(function (one, place) {
  symbols.set(one.charCodeAt(0), place);
});
var separators = new RegExp("[" + SEPARATORS + "]");

class Texts {
  /** @param {Manifest} first */
  constructor(first) {
    this.first = first;
    /** @type {Map<string, Promise<FoundDocument[]>>} */
    this.shelves = new Map();
  }

  /** @param {string} name @returns {Promise<FoundDocument[]>} */
  shelf(name) {
    var known = this.shelves.get(name);
    if (!known) {
      var self = this;
      known = load(name, this.first.version).then(function (text) {
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
        var parts = plain(one, letters).split(separators);
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
    return (await this.shelf(inFolder(TEXTS, shelf)))[place];
  }

  /** Documents with their texts, or many with their titles only.
   *  @param {number[]} numbers @returns {Promise<FoundDocument[]>} */
  documents(numbers) {
    var self = this;
    return Promise.all(
      numbers.map(async function (number) {
        if (numbers.length <= CARDS_FROM) return self.document(number);
        return (await self.shelf(CARDS + "/" + Math.floor(number / ON_A_CARD)))[number % ON_A_CARD];
      })
    );
  }
}

/** A text of which common characters were written as symbols, as in texts.py. @param {string} text @param {string} letters */
function plain(text, letters) {
  var found = "";
  for (var at = 0; at < text.length; at++) {
    var code = text.charCodeAt(at);
    var place = letters ? symbol(code) : -1;
    if (place >= ALONE) found += letters[ALONE + (place - ALONE) * BASE + symbol(text.charCodeAt(++at))];
    else if (place >= 0) found += letters[place];
    else found += code >= PRIVATE && code < PRIVATE + ASCII ? String.fromCharCode(code - PRIVATE) : text[at];
  }
  return found;
}

/** The place of a symbol, -1 for what is not one. @param {number} code */
function symbol(code) {
  var place = symbols.get(code);
  return place === undefined ? -1 : place;
}
