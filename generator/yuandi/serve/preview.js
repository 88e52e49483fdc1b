// Follows the editor: loads the page again after a build, and shows what the check found.
(function () {
  "use strict";
  var box = null;
  function show(text) {
    if (!box) {
      box = document.createElement("pre");
      box.id = "yuandi-findings";
      box.setAttribute("role", "alert");
      box.style.cssText =
        "position:fixed;left:0;right:0;bottom:0;max-height:50vh;overflow:auto;margin:0;padding:16px 20px;" +
        "background:#1d1412;color:#ffe9e2;font:14px/1.6 monospace;white-space:pre-wrap;z-index:9999;border-top:4px solid #d33";
      document.body.appendChild(box);
    }
    box.textContent = text;
  }
  new EventSource("/__yuandi__/events").onmessage = function (event) {
    var news = JSON.parse(event.data);
    if (news.kind === "reload") location.reload();
    else show(news.text);
  };
})();
