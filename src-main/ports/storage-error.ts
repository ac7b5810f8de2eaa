/** Thrown out of `Base.write` when the disk refuses; the transaction was rolled back, so nothing changed. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: 'disk.full' | 'disk.failed';

  constructor(code: 'disk.full' | 'disk.failed', cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
