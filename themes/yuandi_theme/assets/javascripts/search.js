/* Search: reads the index piece by piece, over HTTP or from a disc, and gives what a scan of every text would give.
   `yuandi.search(query, options)` is public; `yuandi.finder` serves the dialog and the page of results. What the files
   hold is told in generator/yuandi/search. The build puts each part in the place of its line. */
// @ts-check
/// <reference path="search/types.d.ts" />
(function () {
  "use strict";

  // @import "search/constants.js";
  // @import "search/files.js";
  // @import "search/folding.js";
  // @import "search/query.js";
  // @import "search/bits.js";
  // @import "search/shard.js";
  // @import "search/lists.js";
  // @import "search/texts.js";
  // @import "search/index.js";
  // @import "search/answer.js";
  // @import "search/excerpts.js";
  // @import "search/suggestions.js";

  window.yuandi.take = take;
  window.yuandi.search = search;
  window.yuandi.finder = {
    open: openIndex, parsed: parsed, marked: marked, excerpt: excerpt, suggest: suggest,
  };
})();
