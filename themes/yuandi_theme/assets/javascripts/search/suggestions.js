/* What may be meant, after the first letters. */

/** @param {string} query @returns {Promise<Suggestion[]>} */
async function suggest(query) {
  var index = await openIndex();
  var text = index.folding.fold(query);
  if (!text) return [];
  var letters = text.replace(/ü/g, "v").replace(/[ ']/g, "");
  var isSpelt = /^[a-z][a-z0-9]*$/.test(letters);
  var names = [String((text.codePointAt(0) || 0) % PARTS)];
  if (isSpelt) names.unshift(letters[0]);
  /** @type {Map<string, {row: Suggestion, rank: number}>} */
  var found = new Map();
  for (var name of names) {
    if (!index.first.terms.includes(name)) continue;
    /** @type {[string, string, string, string, string][]} */
    var rows = JSON.parse(await load(TERMS + "/" + name, index.first.version));
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
