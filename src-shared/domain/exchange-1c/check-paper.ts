import { parseDecimal } from '../../kernel/decimal.ts';
import { sumMoney, type Kopecks } from '../../kernel/money.ts';
import { splitGross } from '../../kernel/vat.ts';
import { TAX_TOLERANCE } from '../incoming/incoming.ts';
import { mainAccountOf } from '../party/main-account.ts';
import type { BankAccount, Party } from '../party/party.ts';
import { isAccountOfBic, isBic, isCorrAccountOfBic } from '../requisites/bank-account.ts';
import { isInn10, isInn12 } from '../requisites/inn.ts';
import { isKpp } from '../requisites/kpp.ts';
import { vatPeriodOn } from '../tax/vat-periods.ts';
import type { OneCLine, OneCPaper } from './paper.ts';

/** Why a paper cannot go to 1C; texts are in `text/one-c-texts.ts`. */
export const LEFT_OUT_CODES = [
  'party.inn',
  'party.kpp',
  'party.account',
  'organisation.inn',
  'organisation.kpp',
  'organisation.account',
  'contract.owner',
  'number.empty',
  'currency',
  'sum.zero',
  'lines.none',
  'lines.sum',
  'lines.vat',
  'line.vat',
  'line.rate',
  'line.quantity',
  'line.digits',
  'factura.basis',
  'basis.leftOut',
] as const;
export type LeftOutCode = (typeof LEFT_OUT_CODES)[number];

/** `field` is what the window opens to mend it. */
export type LeftOutReason = { readonly code: LeftOutCode; readonly field: string; readonly value: string };

export type RemarkCode = 'number.long' | 'number.shared' | 'text.cleaned';
/** Goes, but the accountant should look. */
export type PaperRemark = { readonly code: RemarkCode; readonly value: string };

type Side = 'party' | 'organisation';

const FIELD_OF: Readonly<Record<Side, string>> = { party: 'buyer', organisation: 'organisation' };

const isNatural = ({ kind }: Party): boolean => kind === 'ip' || kind === 'npd' || kind === 'person';

const requisites = function* (side: Side, party: Party, currency: string): Generator<LeftOutReason> {
  const field = FIELD_OF[side];
  if (party.kind !== 'foreign') {
    const isRight = isNatural(party) ? isInn12(party.inn) : isInn10(party.inn);
    if (!isRight && !(party.kind === 'person' && party.inn === ''))
      yield { code: `${side}.inn`, field: `${field}.inn`, value: party.inn };
    if (!isNatural(party) && !isKpp(party.kpp)) yield { code: `${side}.kpp`, field: `${field}.kpp`, value: party.kpp };
  }
  const account = mainAccountOf(party, currency);
  if (party.kind !== 'foreign' && account !== null && !isAccountRight(account))
    yield { code: `${side}.account`, field: `${field}.bankAccounts[0].account`, value: account.account };
};

const checkedCards = new WeakMap<Party, Map<string, readonly LeftOutReason[]>>();

/** The same card stands in many papers: it is checked once for each side and currency. */
const knownRequisites = (side: Side, party: Party, currency: string): readonly LeftOutReason[] => {
  const known = checkedCards.get(party) ?? new Map<string, readonly LeftOutReason[]>();
  checkedCards.set(party, known);
  const key = `${side}:${currency}`;
  const found = known.get(key) ?? [...requisites(side, party, currency)];
  known.set(key, found);
  return found;
};

/** Would 1C take this account: key against the БИК, correspondent account of the same bank. */
export const isAccountRight = ({ bic, account, corrAccount }: BankAccount): boolean =>
  isBic(bic) && isAccountOfBic(bic, account) && (corrAccount === '' || isCorrAccountOfBic(bic, corrAccount));

/** Can a card of this party be made at all? */
export const hasRightRequisites = (party: Party): boolean => requisites('party', party, 'RUB').next().done === true;

/** «ТипКоличество» is 15.3. */
const MOST_QUANTITY_DIGITS = 3;
const ONE_KOPECK = 1n;

/** The tax of a supplier's paper is his own word: what was taken in with it goes to 1C with it. */
const taxTolerance = ({ incoming }: OneCPaper): bigint => (incoming === null ? ONE_KOPECK : TAX_TOLERANCE);

const apart = (one: Kopecks, other: Kopecks): bigint => (one > other ? one - other : other - one);

const lineFaults = function* (paper: OneCPaper, line: OneCLine, index: number): Generator<LeftOutReason> {
  const field = `order.lines[${index}]`;
  const quantity = parseDecimal(line.quantity);
  if (!quantity.ok || quantity.value.units <= 0n)
    yield { code: 'line.quantity', field: `${field}.quantity`, value: line.quantity };
  else if (quantity.value.scale > MOST_QUANTITY_DIGITS)
    yield { code: 'line.digits', field: `${field}.quantity`, value: line.quantity };
  if (apart(line.vat, splitGross(line.gross, line.rate).vat) > taxTolerance(paper))
    yield { code: 'line.vat', field: `${field}.vatRate`, value: line.content };
  if (paper.revision === null && !isRateOfDate(paper, line))
    yield { code: 'line.rate', field: `${field}.vatRate`, value: line.rate };
};

const GENERAL = ['18', '20', '22'];

/** The general rate follows the day: 22 % from 2026, 20 % before; an advance of 2025 may still be 20/120. */
const isRateOfDate = ({ taxDate }: OneCPaper, { rate }: OneCLine): boolean =>
  !GENERAL.includes(rate) || vatPeriodOn(taxDate)?.general === rate;

/** All that keeps a paper from going (formats/README.md §6); an empty list lets it go. */
export const checkPaper = (paper: OneCPaper): LeftOutReason[] => [...paperFaults(paper)];

const paperFaults = function* (paper: OneCPaper): Generator<LeftOutReason> {
  const { organisation, party, contract, lines } = paper;
  yield* knownRequisites('organisation', organisation, paper.currency);
  yield* knownRequisites('party', party, paper.currency);
  if (contract !== null && (contract.partyId !== party.id || contract.organisationId !== organisation.id))
    yield { code: 'contract.owner', field: 'order.contractId', value: contract.number };
  if (paper.number.trim() === '') yield { code: 'number.empty', field: 'document.number', value: '' };
  if (paper.currency !== 'RUB') yield { code: 'currency', field: 'order.currency', value: paper.currency };
  if (lines.length === 0) {
    yield { code: 'lines.none', field: 'order.lines', value: '' };
    return;
  }
  if (paper.sum <= 0n) yield { code: 'sum.zero', field: 'order.lines', value: '' };
  if (sumMoney(lines.map(({ gross }) => gross)) !== paper.sum)
    yield { code: 'lines.sum', field: 'order.lines', value: '' };
  if (sumMoney(lines.map(({ vat }) => vat)) !== paper.vat) yield { code: 'lines.vat', field: 'order.lines', value: '' };
  for (const [index, line] of lines.entries()) yield* lineFaults(paper, line, index);
  if ((paper.role === 'factura' || paper.role === 'purchaseFactura') && paper.basis === null)
    yield { code: 'factura.basis', field: 'document', value: '' };
};

/** Бухгалтерия keeps eleven characters of a number; whether a longer one is cut was not confirmed (formats/README.md §2.4). */
const NUMBER_CHARS = 11;

export const remarksOf = ({ number, isCleaned }: OneCPaper): PaperRemark[] => [
  ...(number.length > NUMBER_CHARS ? [{ code: 'number.long', value: number } as const] : []),
  ...(isCleaned ? [{ code: 'text.cleaned', value: number } as const] : []),
];
