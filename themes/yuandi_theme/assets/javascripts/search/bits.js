/* Numbers as few bits as fit them, as in bits.py. */

class Reader {
  /** @param {string} text */
  constructor(text) {
    var binary = atob(text);
    this.bytes = new Uint8Array(binary.length + 8);
    for (var at = 0; at < binary.length; at++) this.bytes[at] = binary.charCodeAt(at);
    this.end = binary.length * 8;
    this.place = 0;
  }

  /** The next 32 bits, as a number with a sign. */
  peek() {
    var at = this.place >> 3;
    var shift = this.place & 7;
    var bytes = this.bytes;
    var word = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    return shift ? (word << shift) | (bytes[at + 4] >> (8 - shift)) : word;
  }

  /** @param {number} width */
  take(width) {
    if (!width) return 0;
    var value = this.peek() >>> (32 - width);
    this.place += width;
    return value;
  }

  /** How many ones come before the next nought, `most` at most. @param {number} most */
  ones(most) {
    var count = Math.clz32(~this.peek());
    this.place += count < most ? count + 1 : most;
    return count < most ? count : most;
  }

  gamma() {
    var rest = this.ones(32);
    return (1 << rest) | this.take(rest);
  }

  /** @param {number} k @param {number} most */
  rice(k, most) {
    var quotient = this.ones(ELEVEN);
    return quotient === ELEVEN ? this.take(most) : quotient * (1 << k) + this.take(k);
  }
}

/** @param {number} universe @param {number} count */
function riceWidth(universe, count) {
  return 32 - Math.clz32(Math.floor((universe * 31) / (count * 64)));
}
