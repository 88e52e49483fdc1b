/* The colour scheme, set before the first paint, and the menu on narrow screens. Pages read without this. */
(function () {
  "use strict";
  var root = document.documentElement;
  var key = "yuandi-scheme";
  var names = { auto: "随系统", light: "浅色", dark: "深色" };
  var next = { auto: "light", light: "dark", dark: "auto" };
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function chosen() {
    try {
      var word = localStorage.getItem(key);
      return word in names ? word : "auto";
    } catch (error) {
      return root.getAttribute("data-yd-choice") || "auto";
    }
  }

  function show() {
    var choice = chosen();
    var dark = choice === "dark" || (choice === "auto" && system.matches);
    root.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    var button = document.getElementById("yd-scheme");
    if (button) {
      button.hidden = false;
      button.textContent = "配色：" + names[choice];
      button.title = "换成" + names[next[choice]];
    }
  }

  function choose(choice) {
    root.setAttribute("data-yd-choice", choice);
    try {
      localStorage.setItem(key, choice);
    } catch (error) {
      /* Kept for this page only. */
    }
    show();
  }

  root.classList.add("yd-js");
  show();
  if (system.addEventListener) system.addEventListener("change", show);
  else system.addListener(show);
  window.addEventListener("storage", show);
  document.addEventListener("DOMContentLoaded", function () {
    show();
    var menu = document.getElementById("yd-menu");
    if (menu) menu.hidden = false;
  });
  document.addEventListener("click", function (event) {
    var target = event.target;
    if (target.id === "yd-scheme") choose(next[chosen()]);
    if (target.id === "yd-menu") {
      var open = target.getAttribute("aria-expanded") !== "true";
      target.setAttribute("aria-expanded", String(open));
      document.getElementById("yd-masthead").classList.toggle("yd-masthead--open", open);
    }
  });
})();
