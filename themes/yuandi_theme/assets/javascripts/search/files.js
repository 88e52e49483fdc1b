/* The files of the index: each is a script that hands over one text. */

/* In milliseconds: what has not come then is missing. */
var ONE_MOMENT = 15000;

/** A file of the index that is not there, or not as it was written. */
class Damaged extends Error {
  /** @param {string} file @param {boolean} isMissing */
  constructor(file, isMissing) {
    super((isMissing ? "missing: " : "damaged: ") + file);
    this.name = "Damaged";
    this.file = file;
    this.isMissing = isMissing;
  }
}

/** @type {Map<string, {promise: Promise<string>, done: (text: string) => void, fail: (error: Error) => void}>} */
var loads = new Map();

/** @param {string} text */
function checksum(text) {
  var bytes = new TextEncoder().encode(text);
  var a = 1;
  var b = 0;
  for (var start = 0; start < bytes.length; start += 3000) {
    var end = Math.min(start + 3000, bytes.length);
    for (var at = start; at < end; at++) {
      a += bytes[at];
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}

/** A file's text by its name; a failure is forgotten, so that it may be tried again.
 *  @param {string} name @param {number} [version] @returns {Promise<string>} */
function load(name, version) {
  var known = loads.get(name);
  if (known) return known.promise;
  /** @type {(text: string) => void} */
  var done = function () {};
  /** @type {(error: Error) => void} */
  var fail = function () {};
  var isSettled = false;
  var script = document.createElement("script");
  /** @type {Promise<string>} */
  var promise = new Promise(function (resolve, reject) {
    done = function (text) {
      isSettled = true;
      resolve(text);
    };
    fail = function (error) {
      if (isSettled) return;
      isSettled = true;
      loads.delete(name);
      reject(error);
    };
  });
  loads.set(name, { promise: promise, done: done, fail: fail });
  script.charset = "utf-8";
  script.src = window.yuandi.base + name + ".js" + (version ? "?" + version : "");
  script.onerror = function () {
    script.remove();
    fail(new Damaged(name, true));
  };
  script.onload = function () {
    script.remove();
    fail(new Damaged(name, false));
  };
  window.setTimeout(function () {
    fail(new Damaged(name, true));
  }, ONE_MOMENT);
  document.head.appendChild(script);
  return promise;
}

/** What every file of the index calls.
 *  @param {string} name @param {number} sum @param {string} text */
function take(name, sum, text) {
  var known = loads.get(name);
  if (!known) return;
  if (checksum(text) === sum) known.done(text);
  else known.fail(new Damaged(name, false));
}

/** The name of a numbered file. @param {string} kind @param {number} number */
function inFolder(kind, number) {
  return kind + "/" + Math.floor(number / PER_FOLDER) + "/" + number;
}
