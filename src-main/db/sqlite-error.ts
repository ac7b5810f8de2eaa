import SqliteDatabase from 'better-sqlite3';
import type { FileStoreError } from '../ports/file-store.ts';
import { StorageError } from '../ports/storage-error.ts';

const codeOf = (error: unknown): string => (error instanceof SqliteDatabase.SqliteError ? error.code : '');

const isDiskFull = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_FULL') || hasErrno(error, 'ENOSPC');

/** The file is not a SQLite base, or its pages contradict each other. */
export const isDamaged = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB|FORMAT)/u.test(codeOf(error));

export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/u.test(codeOf(error));

const isDiskFailure = (error: unknown): boolean =>
  /^SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/u.test(codeOf(error));

/** What the disk did becomes a `StorageError`; a mistake of the program (a broken CHECK, a wrong key) stays as it is. */
export const translateSqliteError = (error: unknown): unknown => {
  if (isDiskFull(error)) return new StorageError('disk.full', error);
  if (isDiskFailure(error)) return new StorageError('disk.failed', error);
  return error;
};

export const hasErrno = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);

/** What a system call answers when the disk, not the program, is the reason. */
const DISK_ERRNOS = [
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
  'EEXIST',
  'ENOTDIR',
  'EISDIR',
  'EIO',
  'ENAMETOOLONG',
  'EMFILE',
];

/** The disk's answer, of SQLite or of the system, in our codes; null when the error is a mistake of the program. */
export const diskErrorOf = (error: unknown): FileStoreError | null => {
  if (isDiskFull(error)) return { code: 'disk.full' };
  if (isDiskFailure(error)) return { code: 'disk.failed', reason: codeOf(error) };
  const errno = DISK_ERRNOS.find((code) => hasErrno(error, code));
  return errno === undefined ? null : { code: 'disk.failed', reason: errno };
};
