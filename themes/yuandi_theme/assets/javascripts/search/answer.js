/* `yuandi.search(query, options)`, for any script of a page. */

/** @param {string} query @param {SearchOptions} [options] @returns {Promise<SearchAnswer>} */
async function search(query, options) {
  var chosen = options || {};
  var index = await openIndex();
  var facets = chosen.tag || chosen.person ? await index.facets() : null;
  var all = await index.numbers(parsed(query, index.folding), chosen.sort === "date");
  var numbers = all.filter(function (number) {
    return index.isChosen(number, chosen, facets);
  });
  var offset = chosen.offset || 0;
  var shown = numbers.slice(offset, offset + (chosen.limit === undefined ? 10 : chosen.limit));
  var documents = await index.texts.documents(shown);
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
