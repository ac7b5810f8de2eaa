/**
 * Collects bits into 16-bit words, lowest bit first, as deflate has them. Words of 16 bits, because joining one to at most 15 waiting bits stays within
 * the 32 bits in which JavaScript computes.
 */
export class BitWords {
  readonly words: number[] = [];
  private waiting = 0;
  private count = 0;

  /** Bits written so far. */
  get length(): number {
    return this.words.length * 16 + this.count;
  }

  /** @param count at most 16 */
  put(bits: number, count: number): void {
    this.waiting |= bits << this.count;
    this.count += count;
    if (this.count < 16) return;
    this.words.push(this.waiting & 0xffff);
    this.waiting >>>= 16;
    this.count -= 16;
  }

  /** Fills the last word up with zeros; the next bits begin a new one. @returns the index of that word */
  align(): number {
    if (this.count > 0) this.words.push(this.waiting & 0xffff);
    this.waiting = 0;
    this.count = 0;
    return this.words.length;
  }
}
