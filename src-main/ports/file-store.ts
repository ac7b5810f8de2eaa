import type { Result } from '#shared/kernel/result.ts';

export type StoredFile = { readonly sha256: string; readonly size: number };

export type FileStoreError = { readonly code: 'disk.full' } | { readonly code: 'disk.failed'; readonly reason: string };

/** Files of the base by the hash of their bytes: written once, never changed, safe on disk before `put` answers. */
export type FileStore = {
  readonly put: (bytes: Uint8Array) => Promise<Result<StoredFile, FileStoreError>>;
  /** Null when there is no such file or its bytes are no longer those of the hash. */
  readonly read: (sha256: string) => Promise<Uint8Array | null>;
  readonly list: () => Promise<readonly string[]>;
  /** Sets a file aside (into `set-aside/`), never deletes what somebody might need. */
  readonly setAside: (sha256: string) => Promise<void>;
};
