/* The colour scheme and the size of type, set before the first paint, and the menu on narrow screens. Pages read without this. */
// @ts-check
/// <reference path="search/types.d.ts" />
(function () {
  "use strict";
  var root = document.documentElement;
  var key = "yuandi-scheme";
  var typeKey = "yuandi-type";
  // @import "yuandi/words.js";
  /** @type {Record<string, string>} */
  var names = WORDS.names;
  /** @type {Record<string, string>} */
  var next = { auto: "light", light: "dark", dark: "auto" };
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function chosen() {
    try {
      var word = localStorage.getItem(key) || "auto";
      return word in names ? word : "auto";
    } catch (error) {
      return root.getAttribute("data-yd-choice") || "auto";
    }
  }

  /** Whether the reader asked for large type. */
  function isLarge() {
    try {
      return localStorage.getItem(typeKey) === "large";
    } catch (error) {
      return root.getAttribute("data-yd-type") === "large";
    }
  }

  /** @param {boolean} large */
  function enlarge(large) {
    root.setAttribute("data-yd-type", large ? "large" : "normal");
    try {
      localStorage.setItem(typeKey, large ? "large" : "normal");
    } catch (error) {
      /* Kept for this page only. */
    }
    show();
  }

  function show() {
    var large = isLarge();
    root.setAttribute("data-yd-type", large ? "large" : "normal");
    var type = document.getElementById("yd-type");
    if (type) {
      type.hidden = false;
      type.setAttribute("aria-pressed", String(large));
    }
    var choice = chosen();
    var dark = choice === "dark" || (choice === "auto" && system.matches);
    root.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    var button = document.getElementById("yd-scheme");
    if (button) {
      button.hidden = false;
      var label = document.createElement("span");
      label.textContent = WORDS.scheme;
      button.textContent = names[choice];
      button.insertBefore(label, button.firstChild);
      button.title = WORDS.change.replace("{}", names[next[choice]]);
    }
  }

  /** @param {string} choice */
  function choose(choice) {
    root.setAttribute("data-yd-choice", choice);
    try {
      localStorage.setItem(key, choice);
    } catch (error) {
      /* Kept for this page only. */
    }
    show();
  }

  /* Search is loaded when it is first asked for: by the link in the masthead, `/` or Ctrl+K, the page of results, or
     a script that calls `yuandi.search`. */
  var own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  var scripts = own ? own.src.replace(/[^/]*$/, "") : "";
  /** @type {Record<string, Promise<unknown>>} */
  var loading = {};

  /** @param {string} name */
  function script(name) {
    if (!loading[name]) {
      loading[name] = new Promise(function (resolve, reject) {
        var element = document.createElement("script");
        element.charset = "utf-8";
        element.src = scripts + name;
        element.onload = resolve;
        element.onerror = function () {
          delete loading[name];
          reject(new Error("missing: " + name));
        };
        document.head.appendChild(element);
      });
    }
    return loading[name];
  }

  function ready() {
    return script("search.js").then(function () {
      return script("search-view.js");
    });
  }

  /** @param {EventTarget | null} target */
  function isTyping(target) {
    return target instanceof HTMLElement && (/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);
  }

  /** @param {Event} event */
  function openSearch(event) {
    var found = document.getElementById("yd-search");
    if (!found) return;
    var link = /** @type {HTMLAnchorElement} */ (found);
    if (!("showModal" in document.createElement("dialog")) || document.getElementById("yd-results")) return;
    event.preventDefault();
    ready().then(
      function () {
        if (window.yuandi.show) window.yuandi.show();
      },
      function () {
        location.href = link.href;
      }
    );
  }

  window.yuandi = {
    base: scripts.replace(/javascripts\/$/, "search/"),
    root: scripts.replace(/assets\/javascripts\/$/, ""),
    search: function (query, options) {
      return script("search.js").then(function () {
        return window.yuandi.search(query, options);
      });
    },
  };

  root.classList.add("yd-js");
  show();
  if (system.addEventListener) system.addEventListener("change", show);
  else system.addListener(show);
  window.addEventListener("storage", show);
  document.addEventListener("DOMContentLoaded", function () {
    show();
    var menu = document.getElementById("yd-menu");
    if (menu) menu.hidden = false;
    if (document.getElementById("yd-results")) ready();
  });
  document.addEventListener("keydown", function (event) {
    var isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    var isK = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    if (isSlash || isK) openSearch(event);
  });
  document.addEventListener("click", function (event) {
    var target = /** @type {HTMLElement} */ (event.target);
    if (target.id === "yd-search" && !event.ctrlKey && !event.metaKey && !event.shiftKey) openSearch(event);
    if (target.closest("#yd-scheme")) choose(next[chosen()]);
    if (target.closest("#yd-type")) enlarge(!isLarge());
    if (target.id === "yd-menu") {
      var open = target.getAttribute("aria-expanded") !== "true";
      target.setAttribute("aria-expanded", String(open));
      var masthead = document.getElementById("yd-masthead");
      if (masthead) masthead.classList.toggle("yd-masthead--open", open);
    }
  });
})();
