import type { Rejection } from '#shared/domain/bank/remarks.ts';
import type { DayRange, StatementPeriod } from '#shared/domain/bank/statement.ts';
import { createKeyReader, periodOf, type AccountSection } from './account-section.ts';
import { createOperationBuilder, type UnsettledOperation } from './build-operation.ts';
import { continueSection, createSection, openSection, takeValue, type DocumentSection } from './document-section.ts';
import { createKeyMemory } from './key-memory.ts';
import { detached } from './own-copy.ts';
import {
  ACCOUNT_KEYS,
  FIRST_LINE,
  HEADER_KEYS,
  WORDS,
  isUnknownEnd,
  isUnknownSection,
  type KeyFacts,
} from './statement-keys.ts';
import type { TakeLine } from './split-lines.ts';
import type { WarningLog } from './warning-log.ts';

/** What the lines say, before the accounts and the sums are looked at together. */
export type ParsedFile = {
  readonly header: ReadonlyMap<string, string>;
  readonly period: DayRange | null;
  /** Accounts of the header and of the sections in the order of the file, with their periods. */
  readonly periodsByAccount: ReadonlyMap<string, readonly StatementPeriod[]>;
  readonly operations: readonly UnsettledOperation[];
  readonly rejected: readonly Rejection[];
  readonly hasEnd: boolean;
};

export type StatementParser = {
  readonly line: TakeLine;
  readonly end: () => ParsedFile;
  readonly size: () => {
    readonly lines: number;
    readonly documents: number;
    readonly sections: number;
    readonly accounts: number;
  };
};

type OpenPart =
  | { readonly in: 'header' }
  | { readonly in: 'account'; readonly section: AccountSection }
  | { readonly in: 'document'; readonly section: DocumentSection }
  | { readonly in: 'unknown'; readonly name: string; readonly line: number; lines: number };

/**
 * Lines → sections → operations (formats §1.6 rules 3–5). A missing closing word is supplied by the next section word; a
 * document that the bytes end in is rejected; each «СекцияДокумент» becomes exactly one operation or one rejection.
 */
export const createStatementParser = (warnings: WarningLog): StatementParser => {
  const header = new Map<string, string>();
  const sections: AccountSection[] = [];
  const accounts = new Set<string>();
  const operations: UnsettledOperation[] = [];
  const rejected: Rejection[] = [];
  const builder = createOperationBuilder(warnings);
  const keys = createKeyMemory();
  const document = createSection();
  let part: OpenPart = { in: 'header' };
  let lineNumber = 0;
  let documents = 0;
  let hasEnd = false;

  const finishDocument = (section: DocumentSection): void => {
    const built = builder.build(section);
    if (built.ok) operations.push(built.value);
    else rejected.push(built.error);
  };

  /** Ends the open part; `isClosed` when its own closing word stands there. */
  const close = (isClosed: boolean): void => {
    const closing = part;
    part = { in: 'header' };
    if (closing.in === 'account') {
      if (!isClosed) warnings.add('section.unclosed', closing.section.line, { section: 'СекцияРасчСчет' });
      sections.push(closing.section);
      const account = accountText(closing.section.values.get('расчсчет') ?? '');
      if (account !== '') accounts.add(account);
    } else if (closing.in === 'document') {
      if (!isClosed) warnings.add('section.unclosed', closing.section.line, { section: 'СекцияДокумент' });
      closing.section.isClosed = isClosed;
      finishDocument(closing.section);
    } else if (closing.in === 'unknown') {
      warnings.add('section.unknown', closing.line, { section: closing.name, lines: closing.lines });
    }
  };

  const stray = (text: string): void => warnings.add('line.stray', lineNumber, { text: detached(text.slice(0, 80)) });

  const unknownKey = (key: string): void => warnings.addOnce('key.unknown', key, lineNumber, { key });

  /** Words that open and close parts; false when the key is none of them. */
  const takeWord = (key: string, value: string, line: string, hasValue: boolean): boolean => {
    switch (key) {
      case WORDS.document:
        close(false);
        documents += 1;
        part = { in: 'document', section: openSection(document, lineNumber, value) };
        return true;
      case WORDS.account:
        close(false);
        part = { in: 'account', section: { line: lineNumber, values: new Map() } };
        return true;
      case WORDS.documentEnd:
        if (part.in === 'document') close(true);
        else stray(line);
        return true;
      case WORDS.accountEnd:
        if (part.in === 'account') close(true);
        else stray(line);
        return true;
      case WORDS.end:
        close(false);
        hasEnd = true;
        return true;
      case FIRST_LINE:
        close(false);
        return true;
      default:
        return takeUnknownWord(key, line, hasValue);
    }
  };

  const takeUnknownWord = (key: string, line: string, hasValue: boolean): boolean => {
    if (isUnknownSection(key)) {
      close(false);
      part = { in: 'unknown', name: detached(line.slice(0, 80)), line: lineNumber, lines: 0 };
      return true;
    }
    if (hasValue || !isUnknownEnd(key) || part.in !== 'unknown') return false;
    close(true);
    return true;
  };

  const takeLine = ({ key, slot }: KeyFacts, value: string, line: string, hasValue: boolean): void => {
    switch (part.in) {
      case 'document':
        if (hasValue) takeValue(part.section, slot, value, line);
        else if (!continueSection(part.section, line)) stray(line);
        return;
      case 'account':
        if (!hasValue) stray(line);
        else if (!ACCOUNT_KEYS.has(key)) unknownKey(key);
        else if (value !== '' && !part.section.values.has(key)) part.section.values.set(key, detached(value));
        return;
      case 'unknown':
        part.lines += 1;
        return;
      case 'header':
        if (!hasValue) stray(line);
        else if (!HEADER_KEYS.has(key)) unknownKey(key);
        else if (key === 'расчсчет' && value !== '') accounts.add(detached(accountText(value)));
        else if (value !== '' && !header.has(key)) header.set(key, detached(value));
    }
  };

  return {
    line: (text, lineFrom, lineTo) => {
      lineNumber += 1;
      const from = afterSpace(text, lineFrom, lineTo);
      const to = beforeSpace(text, from, lineTo);
      if (from === to) return;
      if (hasEnd) warnings.addOnce('file.afterEnd', '', lineNumber, {});
      const { facts, hasValue, valueFrom } = keys.cut(text, from, to);
      const value = hasValue ? text.slice(afterSpace(text, from + valueFrom, to), to) : '';
      const isKept = facts.slot !== -1 && part.in === 'document';
      const line = isKept ? '' : text.slice(from, to);
      if (!facts.isWord || !takeWord(facts.key, value, line, hasValue)) takeLine(facts, value, line, hasValue);
    },
    end: () => {
      if (part.in === 'document') {
        rejected.push({ code: 'document.cut', line: part.section.line, data: {} });
        part = { in: 'header' };
      }
      close(false);
      const read = createKeyReader(warnings);
      const days = { from: read.date(header, 'ДатаНачала', null), to: read.date(header, 'ДатаКонца', null) };
      const periodsByAccount = new Map<string, StatementPeriod[]>([...accounts].map((account) => [account, []]));
      const [onlyAccount] = accounts.size === 1 ? accounts : [];
      for (const section of sections) {
        const account = accountText(section.values.get('расчсчет') ?? '') || onlyAccount;
        if (account === undefined) {
          warnings.add('section.noAccount', section.line, {});
          continue;
        }
        const period = periodOf(section, days, read, warnings);
        if (period !== null) periodsByAccount.get(account)?.push(period);
      }
      const period =
        days.from !== null && days.to !== null && days.from <= days.to ? { from: days.from, to: days.to } : null;
      return { header, period, periodsByAccount, operations, rejected, hasEnd };
    },
    size: () => ({ lines: lineNumber, documents, sections: sections.length, accounts: accounts.size }),
  };
};

const accountText = (text: string): string => text.replaceAll(' ', '');

const isSpace = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b) || code === 0x202f;

const afterSpace = (text: string, from: number, to: number): number => {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at += 1;
  return at;
};

const beforeSpace = (text: string, from: number, to: number): number => {
  let at = to;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
};
