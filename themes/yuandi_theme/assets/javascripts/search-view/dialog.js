/* The dialog in the masthead: it opens, answers while one types, and closes. */

var QUIET = 120;
var IN_DIALOG = 6;
var SUGGESTED = 5;

/** @type {HTMLDialogElement | null} */
var dialog = null;
var turn = 0;
var active = -1;

function input() {
  return /** @type {HTMLInputElement} */ (part("yd-query"));
}

function makeDialog() {
  dialog = /** @type {HTMLDialogElement} */ (make("dialog", { class: "yd-finder", "aria-label": WORDS.title }));
  var field = make("input", {
    class: "yd-finder__input", id: "yd-query", type: "text", role: "combobox", "aria-expanded": "false",
    "aria-controls": "yd-found", "aria-autocomplete": "list", "aria-label": WORDS.title, placeholder: WORDS.hint,
    autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search",
  });
  var close = make("button", { class: "yd-finder__close", type: "button", "aria-label": WORDS.close }, "×");
  dialog.append(
    make("div", { class: "yd-finder__head" }, field, close),
    make("div", { class: "yd-finder__body", tabindex: "0", role: "group", "aria-label": WORDS.results },
      make("p", { class: "yd-finder__status", id: "yd-status", role: "status" }, WORDS.begin),
      make("div", { class: "yd-finder__list", id: "yd-found", role: "listbox", "aria-label": WORDS.results })
    ),
    make("p", { class: "yd-finder__help", "aria-hidden": "true" }, WORDS.help)
  );
  document.body.append(dialog);
  var box = dialog;
  close.addEventListener("click", function () { box.close(); });
  box.addEventListener("click", function (event) { if (event.target === box) box.close(); });
  box.addEventListener("close", function () { turn++; });
  field.addEventListener("input", onInput);
  field.addEventListener("keydown", onKey);
  part("yd-found").addEventListener("click", function (event) {
    var option = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
    if (option) choose(/** @type {HTMLElement} */ (option));
  });
}

function show() {
  if (!dialog) makeDialog();
  if (dialog && !dialog.open) dialog.showModal();
  input().focus();
  input().select();
  select(-1);
  if (input().value && !options().length) onInput();
  finder.open().catch(function (error) { say(trouble(error), true); });
}

/** @param {string} words @param {boolean} [isTrouble] */
function say(words, isTrouble) {
  var status = part("yd-status");
  status.textContent = words;
  status.classList.toggle("yd-finder__status--trouble", !!isTrouble);
}

/** @type {number} */
var waiting = 0;

function onInput() {
  var mine = ++turn;
  window.clearTimeout(waiting);
  waiting = window.setTimeout(function () { answer(mine); }, QUIET);
}

/** @param {number} mine */
async function answer(mine) {
  var query = input().value.trim();
  if (!query) {
    fill([]);
    say(WORDS.begin);
    return;
  }
  say(WORDS.searching);
  try {
    var suggested = await finder.suggest(query);
    if (mine !== turn) return;
    fill(suggestionRows(suggested.slice(0, SUGGESTED)));
    var found = await asked(query, false);
    if (mine !== turn) return;
    /** @type {number[]} */
    var shown = found.numbers.slice(0, IN_DIALOG);
    /** @type {FoundDocument[]} */
    var documents = await found.index.texts.documents(shown);
    if (mine !== turn) return;
    var rows = suggestionRows(suggested.slice(0, SUGGESTED));
    if (documents.length) rows.push(group(WORDS.results, documents.map(function (one, place) {
      return hitRow(one, found, shown[place]);
    })));
    if (found.numbers.length) {
      var all = option(resultsAddress() + "?q=" + encodeURIComponent(query), "yd-finder__all");
      all.append(said(WORDS.all, found.numbers.length));
      rows.push(all);
    }
    var kept = active;
    fill(rows);
    select(kept);
    say(found.numbers.length ? said(WORDS.count, found.numbers.length) : said(WORDS.none, query));
  } catch (error) {
    if (mine === turn) say(trouble(error), true);
  }
}

/** @param {HTMLElement[]} rows */
function fill(rows) {
  var list = part("yd-found");
  list.textContent = "";
  for (var row of rows) list.append(row);
  options().forEach(function (one, place) { one.id = "yd-option-" + place; });
  input().setAttribute("aria-expanded", String(rows.length > 0));
  select(-1);
}

/** @returns {HTMLElement[]} */
function options() {
  return Array.from(part("yd-found").querySelectorAll("[role=option]"));
}

/** @param {number} place */
function select(place) {
  var all = options();
  active = place;
  all.forEach(function (one, number) { one.setAttribute("aria-selected", String(number === place)); });
  if (place < 0) input().removeAttribute("aria-activedescendant");
  else {
    input().setAttribute("aria-activedescendant", all[place].id);
    all[place].scrollIntoView({ block: "nearest" });
  }
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.isComposing) return;
  var count = options().length;
  if (event.key === "ArrowDown" && count) select(active + 1 < count ? active + 1 : -1);
  else if (event.key === "ArrowUp" && count) select(active < 0 ? count - 1 : active - 1);
  else if (event.key === "Enter") {
    if (active >= 0) choose(options()[active]);
    else if (input().value.trim()) go(resultsAddress() + "?q=" + encodeURIComponent(input().value.trim()));
  } else return;
  event.preventDefault();
}

/** @param {HTMLElement} one */
function choose(one) {
  go(one.getAttribute("data-url") || "");
}

/** @param {string} url */
function go(url) {
  if (dialog) dialog.close();
  location.href = url;
}
