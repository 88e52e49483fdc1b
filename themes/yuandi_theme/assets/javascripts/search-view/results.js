/* The page of results. */

var ON_PAGE = 10;

var drawn = 0;

async function results() {
  var mine = ++drawn;
  var state = told();
  var box = part("yd-answer");
  var field = /** @type {HTMLInputElement} */ (part("yd-results-query"));
  box.hidden = false;
  box.tabIndex = -1;
  field.value = state.q;
  box.textContent = "";
  if (!state.q.trim()) {
    box.append(make("p", { class: "yd-quiet" }, WORDS.begin));
    field.focus();
    return;
  }
  box.append(make("p", { class: "yd-quiet", role: "status" }, WORDS.searching));
  try {
    var parts = await drawnResults(state);
    if (mine !== drawn) return;
    box.textContent = "";
    box.append(parts);
  } catch (error) {
    if (mine !== drawn) return;
    box.textContent = "";
    var again = make("button", { class: "yd-search__go", type: "button" }, WORDS.again);
    again.addEventListener("click", results);
    box.append(make("p", { class: "yd-search__trouble", role: "alert" }, trouble(error)), again);
  }
}

/** @param {Asked} state */
async function drawnResults(state) {
  var found = await asked(state.q, state.sort === "date");
  var index = found.index;
  /** @type {Facets | null} */
  var more = state.chosen.tag || state.chosen.person ? await index.facets() : null;
  /** @type {number[]} */
  var numbers = found.numbers.filter(function (number) { return index.isChosen(number, state.chosen, more); });
  var last = Math.max(1, Math.ceil(numbers.length / ON_PAGE));
  var page = Math.min(state.page, last);
  var shown = numbers.slice((page - 1) * ON_PAGE, page * ON_PAGE);
  /** @type {FoundDocument[]} */
  var documents = await index.texts.documents(shown);
  var main = make("div", { class: "yd-search__main" });
  var count = numbers.length ? said(WORDS.count, numbers.length) : said(WORDS.none, state.q);
  var head = make("div", { class: "yd-search__head" }, make("p", { class: "yd-search__count", role: "status" }, count));
  if (found.numbers.length > 1) head.append(sorting(state));
  main.append(head);
  var chips = chosenChips(state, index, more);
  if (chips) main.append(chips);
  var list = make("ol", { class: "yd-search__hits" });
  documents.forEach(function (one, place) { list.append(hit(one, found, shown[place])); });
  if (documents.length) main.append(list);
  if (last > 1) main.append(pager(state, page, last));
  var whole = make("div", { class: "yd-search__whole" }, main);
  if (found.numbers.length) whole.append(facetParts(state, found.numbers, index, more));
  return whole;
}

/** @param {FoundDocument} one @param {{index: any, texts: string[]}} found @param {number} number */
function hit(one, found, number) {
  var folding = found.index.folding;
  var title = make("a", { href: address(one.url) }, marked(finder.marked(one.title, found.texts, folding).pieces));
  return make("li", { class: "yd-search__hit" },
    make("h2", { class: "yd-search__title" }, title),
    make("p", { class: "yd-search__excerpt" }, marked(finder.excerpt(one, found.texts, folding))),
    make("p", { class: "yd-search__facts" }, facts(found.index, number, one.date))
  );
}

/** @param {Asked} state */
function sorting(state) {
  var list = make("div", { class: "yd-search__sort", role: "group", "aria-label": WORDS.sort });
  for (var one of [["relevance", WORDS.byRelevance], ["date", WORDS.byDate]]) {
    /** @type {Record<string, string>} */
    var attributes = state.sort === one[0] ? { "aria-current": "true" } : {};
    list.append(linked(changed(state, { sort: one[0] }), attributes, one[1]));
  }
  return list;
}

/** @param {Asked} state @param {number} page @param {number} last */
function pager(state, page, last) {
  var list = make("ul", null);
  /** @param {number} number @param {string} words */
  function add(number, words) {
    /** @type {Record<string, string>} */
    var attributes = number === page ? { "aria-current": "page" } : {};
    if (words === String(number)) attributes["aria-label"] = said(WORDS.page, number);
    list.append(make("li", null, linked(changed(state, { page: number }), attributes, words)));
  }
  if (page > 1) add(page - 1, WORDS.earlier);
  for (var number = 1; number <= last; number++) {
    if (number === 1 || number === last || Math.abs(number - page) <= 2) add(number, String(number));
    else if (Math.abs(number - page) === 3) list.append(make("li", null, "…"));
  }
  if (page < last) add(page + 1, WORDS.later);
  return make("nav", { class: "yd-search__pages", "aria-label": WORDS.pages }, list);
}

/** On the page of results, show what its address asks for, and follow its form and its history. */
function begin() {
  if (!document.getElementById("yd-results")) return;
  var form = /** @type {HTMLFormElement} */ (document.querySelector(".yd-search__form"));
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    move(changed(told(), { q: /** @type {HTMLInputElement} */ (part("yd-results-query")).value, chosen: {} }));
  });
  window.addEventListener("popstate", results);
  results();
}
