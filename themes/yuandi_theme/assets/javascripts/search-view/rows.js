/* The rows of the dialog: suggestions, and documents that were found. */

/** @param {string} url @param {string} kind @returns {HTMLElement} */
function option(url, kind) {
  return make("div", { role: "option", class: "yd-finder__option " + kind, "data-url": url, "aria-selected": "false" });
}

/** @param {string} title @param {HTMLElement[]} options */
function group(title, options) {
  var list = make("div", { role: "group", "aria-label": title });
  list.append(make("div", { class: "yd-finder__title", "aria-hidden": "true" }, title));
  for (var one of options) list.append(one);
  return list;
}

/** @param {Suggestion[]} suggested @returns {HTMLElement[]} */
function suggestionRows(suggested) {
  if (!suggested.length) return [];
  return [group(WORDS.suggestions, suggested.map(function (one) {
    var url = one.url ? address(one.url) : resultsAddress() + "?q=" + encodeURIComponent(one.text);
    var row = option(url, "yd-finder__suggestion");
    var kind = WORDS.kinds[/** @type {keyof typeof WORDS.kinds} */ (one.kind)] || "";
    row.append(make("span", null, one.text), make("span", { class: "yd-finder__kind" }, kind));
    return row;
  }))];
}

/** @param {FoundDocument} one @param {{index: any, texts: string[]}} found @param {number} number */
function hitRow(one, found, number) {
  var folding = found.index.folding;
  var row = option(address(one.url), "yd-finder__hit");
  row.append(
    make("span", { class: "yd-finder__name" }, marked(finder.marked(one.title, found.texts, folding).pieces)),
    make("span", { class: "yd-finder__facts" }, facts(found.index, number, one.date)),
    make("span", { class: "yd-finder__excerpt" }, marked(finder.excerpt(one, found.texts, folding)))
  );
  return row;
}
