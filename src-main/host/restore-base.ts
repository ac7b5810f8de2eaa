import { restoreBackup } from '#main/db/care/restore.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { baseFolderOf, openDeps } from './open-deps.ts';
import { restoreErrorToApp } from './open-errors.ts';

/** Puts a copy in the place of a closed base; today's state is kept beside. */
export const restoreBase = async (
  baseFolder: string | null,
  file: string,
): Promise<Result<{ file: string; bytes: number; verified: boolean }, AppError>> => {
  const restored = await restoreBackup(file, openDeps(baseFolderOf(baseFolder)));
  if (!restored.ok) return err(restoreErrorToApp(restored.error, file));
  const { bytes, verified } = restored.value;
  return ok({ file: restored.value.file, bytes, verified });
};
