/* How results may be narrowed: by type, year, unit, column, tag and person. */

var SHORT = 8;

/** @param {Asked} state @param {any} index @param {Facets | null} more */
function chosenChips(state, index, more) {
  var names = Object.keys(state.chosen);
  if (!names.length) return null;
  var list = make("ul", { class: "yd-search__chips" });
  for (var name of names) {
    var label = named(name, state.chosen[name], index, more);
    var link = linked(without(state, name), { "aria-label": said(WORDS.remove, label) }, label, " ×");
    list.append(make("li", null, link));
  }
  if (names.length > 1) list.append(make("li", null, linked(changed(state, { chosen: {} }), null, WORDS.clear)));
  return list;
}

/** @param {string} name @param {string} value @param {any} index @param {Facets | null} more */
function named(name, value, index, more) {
  /** @type {[string, string][]} */
  var values = name === "person" ? (more ? more.people : []) : index.first[name + "s"] || [];
  var known = Array.isArray(values) && values.find(function (one) { return one[0] === value; });
  return known && name !== "year" ? known[1] : value;
}

/** @param {Asked} state @param {number[]} numbers @param {any} index @param {Facets | null} more */
function facetParts(state, numbers, index, more) {
  var side = make("aside", { class: "yd-search__side", "aria-label": WORDS.filters });
  for (var name of FACETS) {
    var fold = /** @type {HTMLDetailsElement} */ (make("details", { class: "yd-search__facet" }, make("summary", null, WORDS.facets[name])));
    var isLater = name === "tag" || name === "person";
    if (!isLater || more) fill_(fold, name, more);
    else later(fold, name);
    if (!isLater || state.chosen[name]) fold.open = window.innerWidth > 1000 || !!state.chosen[name];
    if (isLater || fold.querySelector("li")) side.append(fold);
  }
  return side;

  /** Tags and people are loaded when they are asked for. @param {HTMLDetailsElement} fold @param {typeof FACETS[number]} name */
  function later(fold, name) {
    fold.addEventListener("toggle", async function () {
      if (!fold.open || fold.querySelector("ul, p")) return;
      try {
        fill_(fold, name, await index.facets());
      } catch (error) {
        fold.append(make("p", { class: "yd-search__trouble", role: "alert" }, trouble(error)));
      }
    });
  }

  /** @param {HTMLDetailsElement} fold @param {typeof FACETS[number]} name @param {Facets | null} facets */
  function fill_(fold, name, facets) {
    var others = Object.assign({}, state.chosen);
    delete others[name];
    /** @type {Map<string, {label: string, count: number}>} */
    var counts = new Map();
    for (var number of numbers) {
      if (!index.isChosen(number, others, facets)) continue;
      for (var value of valuesOf(name, number, facets)) {
        var known = counts.get(value[0]);
        if (known) known.count++;
        else if (value[0]) counts.set(value[0], { label: value[1], count: 1 });
      }
    }
    var rows = Array.from(counts).sort(function (a, b) {
      return name === "year" ? Number(b[0]) - Number(a[0]) : b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1);
    });
    if (!rows.length) return;
    fold.append(values(name, rows.slice(0, SHORT)));
    if (rows.length > SHORT) fold.append(make("details", { class: "yd-search__more" }, make("summary", null, WORDS.more), values(name, rows.slice(SHORT))));
  }

  /** @param {typeof FACETS[number]} name @param {[string, {label: string, count: number}][]} rows */
  function values(name, rows) {
    var list = make("ul", null);
    for (var row of rows) {
      var isChosen = state.chosen[name] === row[0];
      /** @type {Record<string, string>} */
      var attributes = isChosen ? { "aria-current": "true" } : {};
      var link = linked(without(state, name, isChosen ? "" : row[0]), attributes, row[1].label + " ", make("span", null, String(row[1].count)));
      list.append(make("li", null, link));
    }
    return list;
  }

  /** @param {typeof FACETS[number]} name @param {number} number @param {Facets | null} facets @returns {string[][]} */
  function valuesOf(name, number, facets) {
    if (name === "year") return index.years[number] ? [[String(index.years[number]), String(index.years[number])]] : [];
    if (name === "tag") return facets ? facets.tag[number].map(function (one) { return [facets.tags[one], facets.tags[one]]; }) : [];
    if (name === "person") return facets ? facets.person[number].map(function (one) { return facets.people[one]; }) : [];
    return [index.value(name, number)];
  }
}
