/* What the dialog and the page of results are made of. */

/** Words with a number or a name in their place; of a pair, the first is for one.
 *  @param {string | string[]} words @param {string | number} value */
function said(words, value) {
  var form = typeof words === "string" ? words : words[value === 1 ? 0 : 1];
  return form.replace("{}", String(value));
}

/** An element with attributes and children.
 *  @param {string} tag @param {Record<string, string> | null} attributes @param {...(Node | string)} children */
function make(tag, attributes, ...children) {
  var element = document.createElement(tag);
  var values = attributes || {};
  for (var name of Object.keys(values)) element.setAttribute(name, values[name]);
  element.append(...children);
  return element;
}

/** @param {Piece[]} pieces */
function marked(pieces) {
  var fragment = document.createDocumentFragment();
  for (var piece of pieces) fragment.append(piece.isHit ? make("mark", null, piece.text) : piece.text);
  return fragment;
}

/** @param {any} error */
function trouble(error) {
  if (error && error.name === "Damaged") return said(error.isMissing ? WORDS.missing : WORDS.damaged, error.file + ".js");
  return said(WORDS.wrong, error && error.message ? error.message : String(error));
}

/** @param {string} url */
function address(url) {
  return window.yuandi.root + url;
}

function resultsAddress() {
  var link = /** @type {HTMLAnchorElement | null} */ (document.getElementById("yd-search"));
  return link ? link.href.split(/[?#]/)[0] : "";
}

/** What a query asks for, and the documents that answer, best first.
 *  @param {string} query @param {boolean} byDate */
async function asked(query, byDate) {
  var index = await finder.open();
  var terms = finder.parsed(query, index.folding);
  /** @type {number[]} */
  var numbers = await index.numbers(terms, byDate);
  var texts = terms.filter(function (term) { return !term.isBarred; }).map(function (term) { return term.text; });
  return { index: index, numbers: numbers, texts: texts };
}

/** What is said of a document under its title. @param {any} index @param {number} number @param {string} date */
function facts(index, number, date) {
  return [index.value("type", number)[1], date, index.value("unit", number)[1]].filter(Boolean).join("　");
}

/** @param {string} id @returns {HTMLElement} */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
