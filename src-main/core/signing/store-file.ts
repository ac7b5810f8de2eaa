import { appError, type AppError } from '#shared/contract/errors.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import type { CoreDeps } from '../deps.ts';

/** Puts bytes safely on the disk before the base hears of them; what the disk refuses is a refusal of ours. */
export const storeFile = async (
  { files }: Pick<CoreDeps, 'files'>,
  bytes: Uint8Array,
): Promise<Result<{ sha256: string; size: number }, AppError>> => {
  const stored = await files.put(bytes);
  if (stored.ok) return stored;
  const { error } = stored;
  return err(
    error.code === 'disk.full' ? appError('disk.full', {}) : appError('disk.failed', { reason: error.reason }),
  );
};
