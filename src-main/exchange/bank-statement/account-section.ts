import type { StatementPeriod } from '#shared/domain/bank/statement.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import type { Kopecks } from '#shared/kernel/money.ts';
import { detached } from './own-copy.ts';
import { readBalance, readDate, type ReadValue } from './read-value.ts';
import { normalizedKey } from './statement-keys.ts';
import type { WarningLog } from './warning-log.ts';

/** One «СекцияРасчСчет» while it is being read: texts by normalised key, the first that is not empty. */
export type AccountSection = { readonly line: number; readonly values: Map<string, string> };

/** The days of a section are its own, else those of the header. */
export type HeaderDays = { readonly from: IsoDate | null; readonly to: IsoDate | null };

export type ReadKey = {
  readonly date: (values: ReadonlyMap<string, string>, key: string, line: number | null) => IsoDate | null;
  readonly balance: (values: ReadonlyMap<string, string>, key: string, line: number | null) => Kopecks | null;
};

/** Keys are given as the format writes them. What cannot be read is noted and left out: balances only check the operations. */
export const createKeyReader = (warnings: WarningLog): ReadKey => {
  const read = <T>(
    values: ReadonlyMap<string, string>,
    key: string,
    line: number | null,
    parse: (text: string) => ReadValue<T> | null,
    form: 'date.form' | 'sum.form',
  ): T | null => {
    const text = values.get(normalizedKey(key)) ?? '';
    if (text === '') return null;
    const value = parse(text);
    if (value === null) warnings.add('section.badValue', line, { key, value: detached(text) });
    else if (value.isOdd) warnings.add(form, line, { key, value: detached(text) });
    return value?.value ?? null;
  };
  return {
    date: (values, key, line) => read(values, key, line, readDate, 'date.form'),
    balance: (values, key, line) => read(values, key, line, readBalance, 'sum.form'),
  };
};

/** The period of a section; null when not even its first day can be known. Without «ДатаКонца» it is one day long. */
export const periodOf = (
  { line, values }: AccountSection,
  header: HeaderDays,
  read: ReadKey,
  warnings: WarningLog,
): StatementPeriod | null => {
  const statedFrom = read.date(values, 'ДатаНачала', line);
  const from = statedFrom ?? header.from;
  const to = read.date(values, 'ДатаКонца', line) ?? (statedFrom === null ? header.to : null) ?? from;
  if (from === null || to === null || to < from) {
    warnings.add('section.badValue', line, {
      key: 'ДатаНачала',
      value: detached(values.get(normalizedKey('ДатаНачала')) ?? ''),
    });
    return null;
  }
  return {
    line,
    from,
    to,
    opening: read.balance(values, 'НачальныйОстаток', line),
    closing: read.balance(values, 'КонечныйОстаток', line),
    incoming: read.balance(values, 'ВсегоПоступило', line),
    outgoing: read.balance(values, 'ВсегоСписано', line),
  };
};
