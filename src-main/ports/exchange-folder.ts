import type { Result } from '#shared/kernel/result.ts';
import type { FileStoreError } from './file-store.ts';

/** A file being written piece by piece; nobody sees it before `finish`. */
export type ExchangeDraft = {
  readonly write: (text: string) => Promise<void>;
  readonly finish: (
    name: string,
  ) => Promise<Result<{ readonly sha256: string; readonly size: number }, FileStoreError>>;
  readonly abandon: () => Promise<void>;
};

/** The folder of files for other programs, inside the base. */
export type ExchangeFolder = {
  readonly begin: () => Promise<Result<ExchangeDraft, FileStoreError>>;
  readonly put: (name: string, bytes: Uint8Array) => Promise<Result<null, FileStoreError>>;
  readonly read: (
    name: string,
    offset: number,
    length: number,
  ) => Promise<{ readonly bytes: Uint8Array; readonly size: number } | null>;
};
