/* What somebody typed → what must be found, as in query.py. */

/** @param {string} query @param {Folding} folding @returns {Wanted[]} */
function parsed(query, folding) {
  /** @type {Map<string, Wanted>} */
  var found = new Map();
  var matches = query.matchAll(new RegExp(TERM, "gi"));
  for (var match of matches) {
    var term = match.groups || {};
    var text = folding.fold(term.phrase !== undefined ? term.phrase : term.word);
    if (text) {
      var wanted = { text: text, isBarred: term.not === "-", inTitle: !!term.title };
      found.set(JSON.stringify(wanted), wanted);
    }
  }
  return Array.from(found.values());
}
