import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { storageErrorOf } from '#main/adapters-node/atomic-write.ts';
import { patiently } from '#main/adapters-node/patiently.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

let written = 0;

/** Writes a file that may be large piece by piece: the name is taken when all of it is on the disk. */
export const writePieces = async <E>(
  path: string,
  pieces: AsyncIterable<Result<Uint8Array, E>>,
): Promise<Result<null, AppError | E>> => {
  const target = resolve(path);
  written += 1;
  const temporary = join(dirname(target), `.komplekt-${process.pid}-p${written}.tmp`);
  try {
    const file = await open(temporary, 'w');
    try {
      for await (const piece of pieces) {
        if (!piece.ok) return piece;
        await file.write(piece.value);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await patiently(() => rename(temporary, target));
    return ok(null);
  } catch (error) {
    return err(
      storageErrorOf(error).code === 'disk.full'
        ? appError('disk.full', {})
        : appError('file.unwritable', { file: path }),
    );
  } finally {
    await rm(temporary, { force: true });
  }
};
