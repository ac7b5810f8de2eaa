import type { Result } from '#shared/kernel/result.ts';

export type BackupError = { readonly code: 'disk.full' } | { readonly code: 'backup.failed'; readonly reason: string };

export type BackupInfo = {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly verified: boolean;
};

export type IntegrityCheck = { readonly name: string; readonly ok: boolean; readonly detail: string };

/** Looking after the base's own files: copies, checks. Restoring needs the base closed and is done by the host. */
export type BaseCare = {
  /** An online copy made by SQLite together with the document files, opened and checked before it counts. */
  readonly backup: () => Promise<Result<BackupInfo, BackupError>>;
  readonly check: () => readonly IntegrityCheck[];
  /** Empties the base to the state of a new one: no row, no file and no backup of before is left. */
  readonly clear: () => Promise<void>;
};
