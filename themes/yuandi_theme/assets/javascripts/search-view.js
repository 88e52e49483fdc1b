/* What a reader sees of search: the dialog in the masthead and the page of results. Finding is done by search.js. */
// @ts-check
/// <reference path="search.d.ts" />
(function () {
  "use strict";

  /* All words that a reader meets, by the language of the page; `{}` stands for a number or a name. */
  var TABLES = {
    "zh-Hans": {
      title: "搜索",
      hint: "输入词语、拼音或首字母",
      close: "关闭",
      suggestions: "建议",
      results: "结果",
      searching: "正在查找……",
      none: "没有找到“{}”。",
      noneHelp: "可以换个说法，减少几个词，或去掉引号和筛选。",
      count: "共 {} 件",
      all: "查看全部 {} 件结果",
      help: "↑↓ 选择　Enter 打开　Esc 关闭",
      begin: "可以用拼音或首字母找人名和词语；“引号”里的话连着找；-词语 表示不要；title:词语 只找标题。",
      missing: "搜索文件 {} 没有取到，请检查网络后再试。",
      damaged: "搜索文件 {} 已经损坏，这次的结果不可靠，请通知网站管理员重新发布。",
      wrong: "搜索出错：{}",
      again: "再试一次",
      archive: "也可以到归档里查找",
      sort: "排序",
      byRelevance: "按相关程度",
      byDate: "按日期",
      filters: "筛选",
      more: "更多",
      clear: "清除筛选",
      remove: "不再限于{}",
      pages: "结果的各页",
      earlier: "上一页",
      later: "下一页",
      page: "第 {} 页",
      undated: "无日期",
      none_: "未标明",
      kinds: {
        person: "人员", unit: "单位", group: "小组", column: "栏目", tag: "标签", book: "图书", word: "词语",
      },
      facets: { type: "类型", year: "年份", unit: "单位", column: "栏目", tag: "标签", person: "人员" },
    },
    "zh-Hant": {
      title: "搜索",
      hint: "輸入詞語、拼音或首字母",
      close: "關閉",
      suggestions: "建議",
      results: "結果",
      searching: "正在查找……",
      none: "沒有找到“{}”。",
      noneHelp: "可以換個說法，減少幾個詞，或去掉引號和篩選。",
      count: "共 {} 件",
      all: "查看全部 {} 件結果",
      help: "↑↓ 選擇　Enter 打開　Esc 關閉",
      begin: "可以用拼音或首字母找人名和詞語；“引號”裡的話連著找；-詞語 表示不要；title:詞語 只找標題。",
      missing: "搜索文件 {} 沒有取到，請檢查網絡後再試。",
      damaged: "搜索文件 {} 已經損壞，這次的結果不可靠，請通知網站管理員重新發布。",
      wrong: "搜索出錯：{}",
      again: "再試一次",
      archive: "也可以到歸檔裡查找",
      sort: "排序",
      byRelevance: "按相關程度",
      byDate: "按日期",
      filters: "篩選",
      more: "更多",
      clear: "清除篩選",
      remove: "不再限於{}",
      pages: "結果的各頁",
      earlier: "上一頁",
      later: "下一頁",
      page: "第 {} 頁",
      undated: "無日期",
      none_: "未標明",
      kinds: {
        person: "人員", unit: "單位", group: "小組", column: "欄目", tag: "標籤", book: "圖書", word: "詞語",
      },
      facets: { type: "類型", year: "年份", unit: "單位", column: "欄目", tag: "標籤", person: "人員" },
    },
    "en": {
      title: "Search",
      hint: "Words, pinyin or initials",
      close: "Close",
      suggestions: "Suggestions",
      results: "Results",
      searching: "Searching …",
      none: "Nothing found for “{}”.",
      noneHelp: "Try other words, fewer words, or leave out quotes and filters.",
      count: "{} found",
      all: "See all {} results",
      help: "↑↓ choose · Enter open · Esc close",
      begin: "Names and words can be given by pinyin or initials; “quotes” keep words together; -word leaves out; title:word looks at titles only.",
      missing: "The search file {} could not be loaded. Check the network and try again.",
      damaged: "The search file {} is damaged, so these results cannot be relied on. Ask the site's keeper to publish it again.",
      wrong: "Search failed: {}",
      again: "Try again",
      archive: "Look in the archive instead",
      sort: "Sort",
      byRelevance: "By relevance",
      byDate: "By date",
      filters: "Filters",
      more: "More",
      clear: "Clear filters",
      remove: "No longer only {}",
      pages: "Pages of results",
      earlier: "Previous",
      later: "Next",
      page: "Page {}",
      undated: "No date",
      none_: "Not given",
      kinds: {
        person: "Person", unit: "Unit", group: "Group", column: "Column", tag: "Tag", book: "Book", word: "Word",
      },
      facets: { type: "Type", year: "Year", unit: "Unit", column: "Column", tag: "Tag", person: "Person" },
    },
  };
  var WORDS = TABLES[/** @type {keyof typeof TABLES} */ (document.documentElement.lang)] || TABLES["zh-Hans"];

  var QUIET = 120;
  var IN_DIALOG = 6;
  var SUGGESTED = 5;
  var ON_PAGE = 10;
  var SHORT = 8;
  var FACETS = /** @type {const} */ (["type", "year", "unit", "column", "tag", "person"]);

  var finder = /** @type {Finder} */ (window.yuandi.finder);

  /** @param {string} words @param {string | number} value */
  function said(words, value) {
    return words.replace("{}", String(value));
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

  /* ---- The dialog ---- */

  /** @type {HTMLDialogElement | null} */
  var dialog = null;
  var turn = 0;
  var active = -1;

  /** @param {string} id @returns {HTMLElement} */
  function part(id) {
    return /** @type {HTMLElement} */ (document.getElementById(id));
  }

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
      var documents = await found.index.documents(shown);
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
      say(found.numbers.length ? said(WORDS.count, found.numbers.length) : said(WORDS.none, query) + WORDS.noneHelp);
    } catch (error) {
      if (mine === turn) say(trouble(error), true);
    }
  }

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

  /* ---- The page of results ---- */

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
    var documents = await index.documents(shown);
    var main = make("div", { class: "yd-search__main" });
    var count = numbers.length ? said(WORDS.count, numbers.length) : said(WORDS.none, state.q) + WORDS.noneHelp;
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

  /** @param {Asked} state @param {string} name @param {string} [value] */
  function without(state, name, value) {
    var chosen = Object.assign({}, state.chosen);
    delete chosen[name];
    if (value) chosen[name] = value;
    return changed(state, { chosen: chosen });
  }

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

  window.yuandi.show = show;
  if (document.getElementById("yd-results")) {
    var form = /** @type {HTMLFormElement} */ (document.querySelector(".yd-search__form"));
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      move(changed(told(), { q: /** @type {HTMLInputElement} */ (part("yd-results-query")).value, chosen: {} }));
    });
    window.addEventListener("popstate", results);
    results();
  }
})();
