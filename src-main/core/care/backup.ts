import { appError } from '#shared/contract/errors.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';

export const backupBase =
  (deps: CoreDeps): Handler<'base.backup'> =>
  async () => {
    const copy = await deps.care.backup();
    if (copy.ok) return ok({ file: copy.value.path, bytes: copy.value.bytes, verified: copy.value.verified });
    return err(
      copy.error.code === 'disk.full'
        ? appError('disk.full', {})
        : appError('backup.failed', { reason: copy.error.reason }),
    );
  };
