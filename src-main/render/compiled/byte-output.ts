/** The bytes of a package as they come, in one buffer that grows. It is used again for the next document: the size that was enough once is there at once. */
export class ByteOutput {
  bytes: Uint8Array = new Uint8Array(256 * 1024);
  length = 0;

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  add(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** A copy of what was written. A buffer that one huge document made is given back. */
  take(): Uint8Array {
    const result = this.bytes.slice(0, this.length);
    this.length = 0;
    if (this.bytes.length > MOST_KEPT) this.bytes = new Uint8Array(256 * 1024);
    return result;
  }
}

const MOST_KEPT = 8 * 1024 * 1024;
