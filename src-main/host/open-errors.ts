import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OpenBaseError } from '#main/db/open-base.ts';
import type { RestoreError } from '#main/db/care/restore.ts';

/** Why a base did not open, as people are told. */
export const openErrorToApp = (error: OpenBaseError): AppError => {
  switch (error.code) {
    case 'base.missing':
    case 'base.exists':
    case 'base.networkPath':
      return appError(error.code, { folder: error.folder });
    case 'base.heldHere':
      return appError('base.heldHere', { user: error.holder?.userName ?? '' });
    case 'base.heldElsewhere':
      return appError('base.heldElsewhere', { host: error.host, user: error.userName });
    case 'base.newer':
      return appError('base.newer', {});
    case 'base.damaged':
      return appError('base.damaged', {});
    case 'base.upgradeRefused':
      return appError('base.upgradeRefused', {});
    case 'disk.full':
      return appError('disk.full', {});
    case 'disk.failed':
      return appError('disk.failed', { reason: error.reason });
  }
};

/** Why a copy was not restored. */
export const restoreErrorToApp = (error: RestoreError, file: string): AppError => {
  switch (error.code) {
    case 'backup.unknown':
      return appError('file.unreadable', { file });
    case 'backup.damaged':
      return appError('backup.damaged', { name: file });
    case 'base.newer':
      return appError('base.newer', {});
    default:
      return openErrorToApp(error);
  }
};
