/* What of a document is shown, and what was asked for marked in it. */

var BEFORE = 24;
var LONGEST = 110;
var SENTENCE = 20;

/** A line in pieces, what was asked for marked.
 *  @param {string} line @param {string[]} texts @param {Folding} folding @returns {{pieces: Piece[], met: number}} */
function marked(line, texts, folding) {
  var mapped = folding.mapped(line);
  /** @type {{start: number, end: number, text: string}[]} */
  var spans = [];
  for (var text of texts) {
    for (var at = mapped.folded.indexOf(text); at >= 0; at = mapped.folded.indexOf(text, at + text.length)) {
      spans.push({ start: mapped.from[at], end: mapped.from[at + text.length], text: text });
    }
  }
  spans.sort(function (a, b) {
    return a.start - b.start || b.end - a.end;
  });
  /** @type {Piece[]} */
  var pieces = [];
  var done = 0;
  var met = new Set();
  for (var span of spans) {
    met.add(span.text);
    if (span.end <= done) continue;
    var start = Math.max(span.start, done);
    if (start > done) pieces.push({ text: line.slice(done, start), isHit: false });
    pieces.push({ text: line.slice(start, span.end), isHit: true });
    done = span.end;
  }
  if (done < line.length) pieces.push({ text: line.slice(done), isHit: false });
  return { pieces: pieces, met: met.size };
}

/** The stretch of a document that shows most of what was asked for.
 *  @param {FoundDocument} document @param {string[]} texts @param {Folding} folding @returns {Piece[]} */
function excerpt(document, texts, folding) {
  /** @type {{pieces: Piece[], met: number}} */
  var best = { pieces: [], met: 0 };
  var bestLength = 0;
  for (var line of (document.text + "\n" + document.facts).split("\n")) {
    var found = marked(line, texts, folding);
    if (found.met > best.met || (found.met && found.met === best.met && bestLength < SENTENCE && line.length >= SENTENCE)) {
      best = found;
      bestLength = line.length;
    }
    if (best.met === texts.length && bestLength >= SENTENCE) break;
  }
  if (!best.met) {
    var start = (document.text || document.facts).replace(/\n/g, "　");
    return [{ text: start.length > LONGEST ? start.slice(0, LONGEST) + "…" : start, isHit: false }];
  }
  return cut(best.pieces);
}

/** @param {Piece[]} pieces @returns {Piece[]} */
function cut(pieces) {
  /** @type {Piece[]} */
  var kept = [];
  var left = LONGEST;
  for (var at = 0; at < pieces.length && left > 0; at++) {
    var piece = pieces[at];
    var text = piece.text;
    if (!kept.length && !piece.isHit && text.length > BEFORE) text = "…" + text.slice(-BEFORE);
    if (text.length > left && !piece.isHit) text = text.slice(0, left) + "…";
    kept.push({ text: text, isHit: piece.isHit });
    left -= text.length;
  }
  return kept;
}
