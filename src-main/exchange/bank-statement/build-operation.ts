import type { BankOperation, OperationSide } from '#shared/domain/bank/operation.ts';
import type { Rejection, RejectionData } from '#shared/domain/bank/remarks.ts';
import { isInn } from '#shared/domain/requisites/inn.ts';
import { isKpp } from '#shared/domain/requisites/kpp.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { DocumentSection } from './document-section.ts';
import { createOwnCopies, detached } from './own-copy.ts';
import { nameWithoutNumbers, readDate, readSum } from './read-value.ts';
import { SIDE_SLOT, SLOT, SLOT_KEYS } from './statement-keys.ts';
import type { WarningLog } from './warning-log.ts';

/**
 * An operation whose accounts are not known yet. It is settled in place when all lines are read: a second object for each of a
 * hundred thousand would be held beside the first.
 */
export type UnsettledOperation = { -readonly [Field in keyof BankOperation]: BankOperation[Field] };

export type OperationBuilder = { readonly build: (section: DocumentSection) => Result<UnsettledOperation, Rejection> };

const MOST_KNOWN_SIDES = 5_000;
const MOST_KNOWN_DAYS = 5_000;

const rejection = <Code extends keyof RejectionData>(line: number, code: Code, data: RejectionData[Code]): Rejection =>
  // The pair was checked by this very signature; only the union loses the connection.
  ({ code, line, data }) as Rejection;

/** Makes operations of document sections, or says why not. Sides and days that repeat are made once. */
export const createOperationBuilder = (warnings: WarningLog): OperationBuilder => {
  const copies = createOwnCopies();
  const sides = new Map<string, { readonly values: readonly string[]; readonly side: OperationSide }>();
  const days = new Map<string, IsoDate>();
  const inns = new Map<string, boolean>();

  const dayOf = (section: DocumentSection, slot: number): IsoDate | 'bad' | null => {
    const text = section.values[slot] ?? '';
    if (text === '') return null;
    const known = days.get(text);
    if (known !== undefined) return known;
    const read = readDate(text);
    if (read === null) return 'bad';
    if (read.isOdd) warnings.add('date.form', section.line, { key: SLOT_KEYS[slot] ?? '', value: detached(text) });
    else if (days.size < MOST_KNOWN_DAYS) days.set(detached(text), read.value);
    return read.value;
  };

  const isKnownInn = (inn: string): boolean => {
    const known = inns.get(inn);
    if (known !== undefined) return known;
    if (inns.size >= MOST_KNOWN_SIDES) inns.clear();
    inns.set(detached(inn), isInn(inn));
    return isInn(inn);
  };

  const makeSide = (section: DocumentSection, first: number): OperationSide => {
    const value = (slot: number): string => section.values[first + slot] ?? '';
    const name = value(SIDE_SLOT.name) || nameWithoutNumbers(value(SIDE_SLOT.fullName));
    const [inn, kpp] = [value(SIDE_SLOT.inn), value(SIDE_SLOT.kpp)];
    const isInnRight = inn !== '' && isKnownInn(inn);
    const isKppRight = isKpp(kpp);
    if (inn !== '' && !isInnRight)
      warnings.addOnce('inn.invalid', inn, section.line, { inn: detached(inn), name: detached(name) });
    if (kpp !== '' && kpp !== '0' && !isKppRight)
      warnings.addOnce('kpp.invalid', kpp, section.line, { kpp: detached(kpp), name: detached(name) });
    return {
      account: copies.of(accountText(value(SIDE_SLOT.account) || value(SIDE_SLOT.settlementAccount))),
      name: copies.of(name),
      inn: isInnRight ? detached(inn) : null,
      kpp: isKppRight ? detached(kpp) : null,
      bic: copies.of(value(SIDE_SLOT.bic)),
      corrAccount: copies.of(value(SIDE_SLOT.corrAccount)),
      bank: copies.of(value(SIDE_SLOT.bank)),
    };
  };

  /** Banks write one company the same way every time, so the last side with this account is mostly the one. */
  const sideOf = (section: DocumentSection, first: number): OperationSide => {
    const account = section.values[first + SIDE_SLOT.account] ?? '';
    const known = sides.get(account);
    if (known !== undefined && known.values.every((value, slot) => value === section.values[first + slot]))
      return known.side;
    const side = makeSide(section, first);
    if (sides.size >= MOST_KNOWN_SIDES) sides.clear();
    const values = section.values.slice(first, first + SLOT.payee - SLOT.payer).map(copies.of);
    sides.set(values[SIDE_SLOT.account] ?? '', { values, side });
    return side;
  };

  return {
    build: (section) => {
      const { line, values } = section;
      const [date, debitedOn, creditedOn] = [
        dayOf(section, SLOT.date),
        dayOf(section, SLOT.debitedOn),
        dayOf(section, SLOT.creditedOn),
      ];
      if (date === null) return err(rejection(line, 'document.noDate', {}));
      if (date === 'bad') return err(badDate(section, SLOT.date));
      if (debitedOn === 'bad') return err(badDate(section, SLOT.debitedOn));
      if (creditedOn === 'bad') return err(badDate(section, SLOT.creditedOn));

      const sumText = values[SLOT.sum] ?? '';
      if (sumText === '') return err(rejection(line, 'document.noSum', {}));
      const sum = readSum(sumText);
      if (sum === null) return err(rejection(line, 'document.badSum', { value: detached(sumText) }));
      if (sum.value <= 0n) return err(rejection(line, 'document.zeroSum', { value: detached(sumText) }));

      const [payer, payee] = [sideOf(section, SLOT.payer), sideOf(section, SLOT.payee)];
      const number = detached(values[SLOT.number] ?? '');
      if (!section.isClosed && number === '') return err(rejection(line, 'document.noNumber', {}));
      if (!section.isClosed && payer.account === '' && payee.account === '')
        return err(rejection(line, 'document.noAccount', {}));

      if (sum.isOdd) warnings.add('sum.form', line, { key: 'Сумма', value: detached(sumText) });
      if (number === '') warnings.add('operation.noNumber', line, {});
      return ok({
        line,
        kind: copies.of(section.kind),
        number,
        date,
        sum: sum.value,
        debitedOn,
        creditedOn,
        payer,
        payee,
        purpose: detached(purposeOf(values)),
        rest: copies.of(restOf(section, payer, payee)),
        direction: 'unclear',
        account: null,
        bookedOn: date,
        duplicateOf: null,
      });
    },
  };
};

const badDate = ({ line, values }: DocumentSection, slot: number): Rejection =>
  rejection(line, 'document.badDate', { key: SLOT_KEYS[slot] ?? '', value: detached(values[slot] ?? '') });

const accountText = (text: string): string => (text.includes(' ') ? text.replaceAll(' ', '') : text);

const linesOfPurpose = (values: readonly string[]): string =>
  values
    .slice(SLOT.purposeLines)
    .filter((line) => line !== '')
    .join(' ');

/** The whole purpose, else its numbered lines (formats §1.6 rule 11). */
const purposeOf = (values: readonly string[]): string => values[SLOT.purpose] || linesOfPurpose(values);

/** The lines of unknown keys, and those of known ones whose text no field of the operation holds. */
const restOf = ({ values, rest: lines }: DocumentSection, payer: OperationSide, payee: OperationSide): string => {
  const keep = (slot: number): void => {
    const value = values[slot] ?? '';
    if (value !== '') lines.push(`${SLOT_KEYS[slot] ?? ''}=${value}`);
  };
  const keepOfSide = (side: OperationSide, first: number): void => {
    if (side.inn === null) keep(first + SIDE_SLOT.inn);
    if (side.kpp === null) keep(first + SIDE_SLOT.kpp);
    if (values[first + SIDE_SLOT.settlementAccount] !== side.account) keep(first + SIDE_SLOT.settlementAccount);
    const fullName = values[first + SIDE_SLOT.fullName] ?? '';
    if (fullName !== '' && nameWithoutNumbers(fullName) !== side.name) keep(first + SIDE_SLOT.fullName);
  };
  keepOfSide(payer, SLOT.payer);
  keepOfSide(payee, SLOT.payee);
  const purposeLines = linesOfPurpose(values);
  if (purposeLines !== '' && purposeLines !== purposeOf(values)) {
    for (let slot: number = SLOT.purposeLines; slot < SLOT_KEYS.length; slot += 1) keep(slot);
  }
  return lines.join('\n');
};
