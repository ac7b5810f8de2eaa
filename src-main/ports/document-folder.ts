import type { Result } from '#shared/kernel/result.ts';
import type { FileStoreError } from './file-store.ts';

/**
 * Readable copies of issued files, in folders that a person can open: year, order, file. The base keeps the bytes that
 * count; a copy that somebody edited is left alone and the original is put beside it.
 */
export type DocumentFolder = {
  /** Full path of the copy, written when it was not there. */
  readonly write: (
    folders: readonly string[],
    name: string,
    bytes: Uint8Array,
  ) => Promise<Result<string, FileStoreError>>;
  /** Removes every copy: with the demonstration data go the papers made of it. */
  readonly clear: () => Promise<void>;
};
