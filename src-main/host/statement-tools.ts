import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { createStatementReader } from '#main/exchange/bank-statement/read-statement.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { BankStatement, StatementRefusal } from '#shared/domain/bank/statement.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

const PIECE_BYTES = 256 * 1024;

/** Reads a bank statement without a base: piece by piece into one buffer, so that a large file never stands in memory whole. */
export const readStatementFile = async (path: string): Promise<Result<BankStatement, AppError>> => {
  const reader = createStatementReader();
  try {
    await readPieces(path, reader.push);
  } catch (error) {
    if (!isFileError(error)) throw error;
    // Absent, a folder, no right to read: people are told the same and see the path.
    return err(appError('file.unreadable', { file: path }));
  }
  const statement = reader.end();
  return statement.ok ? ok(statement.value) : err(refusalError(statement.error, basename(path)));
};

/** Hands the pieces on until the file ends or the reader has had enough. */
const readPieces = async (path: string, push: (piece: Uint8Array) => boolean): Promise<void> => {
  const file = await open(path);
  try {
    const piece = Buffer.alloc(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, null);
      if (bytesRead === 0 || !push(piece.subarray(0, bytesRead))) return;
    }
  } finally {
    await file.close();
  }
};

/** What the system answers carries a code such as ENOENT; a mistake of the program does not. */
const isFileError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

const refusalError = (refusal: StatementRefusal, file: string): AppError => {
  switch (refusal.code) {
    case 'empty':
      return appError('statement.empty', { file });
    case 'notStatement':
      return appError('statement.notStatement', { file, looksLike: refusal.looksLike });
    case 'headerOnly':
      return appError('statement.headerOnly', { file });
    case 'damaged':
      return appError('statement.damaged', { file });
    case 'tooLarge':
      return appError('statement.tooLarge', { file, limit: refusal.limit });
  }
};
