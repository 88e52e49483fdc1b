/* What a reader sees of search: the dialog in the masthead and the page of results. Finding is done by search.js.
   The build puts each part in the place of its line. */
// @ts-check
/// <reference path="search/types.d.ts" />
(function () {
  "use strict";

  var finder = /** @type {Finder} */ (window.yuandi.finder);

  // @import "search-view/words.js";
  // @import "search-view/elements.js";
  // @import "search-view/dialog.js";
  // @import "search-view/rows.js";
  // @import "search-view/address.js";
  // @import "search-view/results.js";
  // @import "search-view/facets.js";

  window.yuandi.show = show;
  begin();
})();
