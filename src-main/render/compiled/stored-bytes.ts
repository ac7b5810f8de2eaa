/** Ends the reading of a file that says something impossible. */
export function requireThat(holds: boolean): asserts holds {
  if (!holds) throw new Error('A compiled template on disk is damaged');
}

/** Writes numbers, texts, bytes and lists one after the other. A number takes four bytes, whole and not negative. */
export class ByteWriter {
  private readonly pieces: Uint8Array[] = [];

  number(value: number): void {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    this.pieces.push(bytes);
  }

  bytes(value: Uint8Array): void {
    this.number(value.length);
    this.pieces.push(value);
  }

  text(value: string): void {
    this.bytes(Buffer.from(value, 'utf8'));
  }

  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.number(items.length);
    for (const item of items) write(item);
  }

  optional<T>(value: T | undefined, write: (value: T) => void): void {
    this.list(value === undefined ? [] : [value], write);
  }

  finish(): Buffer {
    return Buffer.concat(this.pieces);
  }
}

/** Reads what a `ByteWriter` wrote; reading beyond the end throws. */
export class ByteReader {
  private readonly content: Buffer;
  private at = 0;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array) {
    this.content = Buffer.from(buffer, byteOffset, byteLength);
  }

  number(): number {
    const value = this.content.readUInt32LE(this.at);
    this.at += 4;
    return value;
  }

  bytes(): Uint8Array {
    const length = this.number();
    requireThat(this.at + length <= this.content.length);
    this.at += length;
    return this.content.subarray(this.at - length, this.at);
  }

  text(): string {
    return Buffer.from(this.bytes()).toString('utf8');
  }

  list<T>(read: () => T): T[] {
    const count = this.number();
    requireThat(count <= this.content.length);
    return Array.from({ length: count }, read);
  }

  optional<T>(read: () => T): T | undefined {
    return this.list(read)[0];
  }
}
