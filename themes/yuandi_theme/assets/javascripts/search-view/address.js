/* What is asked for, as the address of the page of results has it. */

var FACETS = /** @type {const} */ (["type", "year", "unit", "column", "tag", "person"]);

/** What is asked for, as the address has it.
 *  @typedef {{q: string, sort: string, page: number, chosen: Record<string, string>}} Asked */

/** @returns {Asked} */
function told() {
  var values = new URLSearchParams(location.search);
  /** @type {Record<string, string>} */
  var chosen = {};
  for (var name of FACETS) if (values.get(name)) chosen[name] = values.get(name) || "";
  return {
    q: values.get("q") || "",
    sort: values.get("sort") === "date" ? "date" : "relevance",
    page: Math.max(1, Number(values.get("page")) || 1),
    chosen: chosen,
  };
}

/** @param {Asked} state */
function addressOf(state) {
  var values = new URLSearchParams();
  values.set("q", state.q);
  for (var name of FACETS) if (state.chosen[name]) values.set(name, state.chosen[name]);
  if (state.sort === "date") values.set("sort", "date");
  if (state.page > 1) values.set("page", String(state.page));
  return location.href.split(/[?#]/)[0] + "?" + values;
}

/** @param {Asked} state @param {Partial<Asked>} other @returns {Asked} */
function changed(state, other) {
  return Object.assign({}, state, { page: 1 }, other);
}

/** @param {Asked} state */
function move(state) {
  var url = addressOf(state);
  try {
    history.pushState(null, "", url);
    results();
  } catch (error) {
    location.href = url;
  }
}

/** A link to another state of this page. @param {Asked} state @param {Record<string, string> | null} attributes
 *  @param {...(Node | string)} children */
function linked(state, attributes, ...children) {
  var link = make("a", Object.assign({ href: addressOf(state) }, attributes), ...children);
  link.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    move(state);
    part("yd-answer").focus();
  });
  return link;
}

/** @param {Asked} state @param {string} name @param {string} [value] */
function without(state, name, value) {
  var chosen = Object.assign({}, state.chosen);
  delete chosen[name];
  if (value) chosen[name] = value;
  return changed(state, { chosen: chosen });
}
