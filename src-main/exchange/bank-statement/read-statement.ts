import type { BankStatement, StatementEncoding, StatementRefusal } from '#shared/domain/bank/statement.ts';
import { isWorkingDay } from '#shared/domain/bank/working-days.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { decoderOf, detectEncoding } from './detect-encoding.ts';
import { finishStatement, type StatementRules } from './finish-statement.ts';
import { BLOCK_BYTES, MOST_ACCOUNTS, MOST_BYTES, MOST_DOCUMENTS, MOST_LINE_BYTES } from './limits.ts';
import { createLineSplitter } from './split-lines.ts';
import { createStatementParser } from './statement-parser.ts';
import { createWarningLog } from './warning-log.ts';

export type StatementReader = {
  /** The next bytes; they may be overwritten afterwards. False when no more are wanted: the file is refused. */
  readonly push: (bytes: Uint8Array) => boolean;
  readonly end: () => Result<BankStatement, StatementRefusal>;
};

/**
 * Reads a 1CClientBankExchange file (1.01–1.03) that comes in pieces; where they are cut makes no difference, because the
 * bytes are read in blocks of one size. Refuses what is no statement or is damaged as a whole; what is wrong with one
 * document rejects that document only.
 */
export const createStatementReader = (rules: Partial<StatementRules> = {}): StatementReader => {
  const warnings = createWarningLog();
  const parser = createStatementParser(warnings);
  const block = Buffer.alloc(BLOCK_BYTES);
  let blockLength = 0;
  let bytesRead = 0;
  let reading: { readonly encoding: StatementEncoding; readonly decoder: TextDecoder } | null = null;
  let refusal: StatementRefusal | null = null;

  const refuse = (why: StatementRefusal): void => {
    refusal ??= why;
  };

  const checkLength = (text: string, from: number, to: number): void => {
    if (to - from <= MOST_LINE_BYTES / 3 || bytesOf(text.slice(from, to), reading?.encoding) <= MOST_LINE_BYTES) return;
    refuse({ code: 'tooLarge', limit: `строка ${parser.size().lines + 1} длиннее 64 КБ` });
  };

  const checkSize = (): void => {
    const { documents, sections, accounts } = parser.size();
    if (documents > MOST_DOCUMENTS) refuse({ code: 'tooLarge', limit: '200 000 операций' });
    if (sections > MOST_DOCUMENTS || accounts > MOST_ACCOUNTS)
      refuse({ code: 'tooLarge', limit: '1 000 счетов и 200 000 периодов' });
  };

  const splitter = createLineSplitter((text, from, to) => {
    if (refusal === null) checkLength(text, from, to);
    if (refusal === null) parser.line(text, from, to);
  });

  /** Decodes without guessing: null, and the file refused, for bytes that the encoding does not allow. */
  const decode = (bytes: Uint8Array, isLast: boolean): string | null => {
    try {
      return reading?.decoder.decode(bytes, { stream: !isLast }) ?? null;
    } catch {
      refuse({ code: 'damaged' });
      return null;
    }
  };

  const takeBlock = (isLast: boolean): void => {
    const bytes = block.subarray(0, blockLength);
    blockLength = 0;
    bytesRead += bytes.length;
    if (bytesRead > MOST_BYTES) return refuse({ code: 'tooLarge', limit: '200 МБ' });
    if (reading === null) {
      const encoding = detectEncoding(bytes, isLast);
      if (!encoding.ok) return refuse(encoding.error);
      reading = { encoding: encoding.value, decoder: decoderOf(encoding.value) };
    }
    const text = decode(bytes, isLast);
    if (text === null) return;
    // The mark of a letter that was lost when another program saved the file again.
    if (text.includes('\uFFFD')) return refuse({ code: 'damaged' });
    splitter.push(text.includes('\u001A') ? text.replaceAll('\u001A', '') : text);
    checkLength(splitter.pending(), 0, splitter.pending().length);
    checkSize();
  };

  return {
    push: (bytes) => {
      let from = 0;
      while (from < bytes.length) {
        if (refusal !== null) return false;
        const piece = bytes.subarray(from, from + BLOCK_BYTES - blockLength);
        block.set(piece, blockLength);
        blockLength += piece.length;
        from += piece.length;
        if (blockLength === BLOCK_BYTES) takeBlock(false);
      }
      return refusal === null;
    },
    end: () => {
      if (refusal === null) takeBlock(true);
      splitter.end();
      checkSize();
      if (refusal !== null) return err(refusal);
      const parsed = parser.end();
      const { documents, sections } = parser.size();
      const isEmptyStatement = parsed.hasEnd && parsed.periodsByAccount.size > 0;
      if (reading === null || (documents === 0 && sections === 0 && !isEmptyStatement))
        return err({ code: 'headerOnly' });
      return ok(finishStatement(parsed, reading.encoding, { ownAccounts: [], isWorkingDay, ...rules }, warnings));
    },
  };
};

const bytesOf = (line: string, encoding: StatementEncoding | undefined): number => {
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  return Buffer.byteLength(line, isWide ? 'utf16le' : encoding === 'utf-8' ? 'utf8' : 'latin1');
};

/** A whole file at once. */
export const readStatement = (
  chunks: Iterable<Uint8Array>,
  rules?: Partial<StatementRules>,
): Result<BankStatement, StatementRefusal> => {
  const reader = createStatementReader(rules);
  for (const chunk of chunks) if (!reader.push(chunk)) break;
  return reader.end();
};
