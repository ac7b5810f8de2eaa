import { resolve } from 'node:path';
import { writeFileAtomically } from '#main/adapters-node/atomic-write.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** Writes a file that a person asked for: the whole of it or nothing. */
export const writeOutput = async (path: string, bytes: Uint8Array): Promise<Result<null, AppError>> => {
  const written = await writeFileAtomically(resolve(path), bytes);
  if (written.ok) return ok(null);
  return err(
    written.error.code === 'disk.full' ? appError('disk.full', {}) : appError('file.unwritable', { file: path }),
  );
};
