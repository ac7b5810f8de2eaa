import { kopecks, parseMoney, type Kopecks } from '../../kernel/money.ts';
import type { DocumentView } from '../document/document-source.ts';
import type { DocumentKind, Json } from '../document/document.ts';
import { KINDS } from '../document/kinds/index.ts';

/** One printed line by its place in the order. */
export type PaperLine = {
  /** Index in `order.lines`, whatever part of them the paper prints. */
  readonly place: number;
  readonly name: string;
  /** With tax. */
  readonly sum: Kopecks;
  readonly rate: string;
};

/** What a printed document says of the deal, read back from its own words. */
export type PaperFacts = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly lines: readonly PaperLine[];
  readonly total: Kopecks | null;
  /** ИНН of the sides as printed; empty where the paper names none. */
  readonly sellerInn: string;
  readonly buyerInn: string;
  /** «12/26 от 01.02.2026»; empty where the paper names no contract. */
  readonly contract: string;
  /** «Иванов И. И.» who signs for us; empty where nobody is printed. */
  readonly signer: string;
};

export type PrintedPaper = { readonly kind: DocumentKind; readonly number: string } & DocumentView;

/** Papers whose sums speak of another moment than the deal itself, or of a part of it: an offer, an advance, the rest. */
const OTHER_SUMS: readonly string[] = ['offer', 'factura-advance', 'invoice-advance', 'invoice-rest'];

/** Papers that print the client's sums of the order. */
const printsDealSums = (kind: DocumentKind): boolean =>
  KINDS[kind].carriesSum && KINDS[kind].side !== 'carrier' && !OTHER_SUMS.includes(kind);

const at = (value: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>(
    (node, key) =>
      typeof node === 'object' && node !== null && !Array.isArray(node)
        ? Object.entries(node).find(([name]) => name === key)?.[1]
        : undefined,
    value,
  );

const textAt = (value: Json | undefined, ...keys: readonly string[]): string => {
  const found = at(value, ...keys);
  return typeof found === 'string' ? found : '';
};

const moneyAt = (value: Json | undefined, ...keys: readonly string[]): Kopecks | null => {
  const parsed = parseMoney(textAt(value, ...keys));
  return parsed.ok ? parsed.value : null;
};

/** Net and tax where both are printed: in a ТОРГ-12 «gross» is a mass. */
const lineSum = (line: Json): Kopecks | null => {
  const net = moneyAt(line, 'net');
  return net === null ? moneyAt(line, 'gross') : kopecks(net + (moneyAt(line, 'vat') ?? 0n));
};

const linesOf = ({ data, origins }: DocumentView): PaperLine[] => {
  const lines = data['lines'];
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line: Json, index): PaperLine[] => {
    const [, place] = /^order\.lines\[(\d+)\]/u.exec(origins[`lines[${index}].name`]?.field ?? '') ?? [];
    const sum = lineSum(line);
    return place === undefined || sum === null
      ? []
      : [{ place: Number(place), sum, name: textAt(line, 'name'), rate: textAt(line, 'vatRate') }];
  });
};

const INN = /(?:ИНН\s*|^)(\d{10}(?:\d{2})?)(?!\d)/u;

/** The first ИНН among the printed words of one side's card. */
const innOf = ({ data, origins }: DocumentView, side: 'organisation' | 'buyer'): string => {
  for (const [path, { field }] of Object.entries(origins)) {
    if (field !== side && !field.startsWith(`${side}.`)) continue;
    const keys = path.split('.');
    const found = keys.some((key) => key.includes('[')) ? null : INN.exec(textAt(data, ...keys));
    if (found?.[1]) return found[1];
  }
  return '';
};

const contractOf = ({ kind, data }: PrintedPaper): string => {
  if (KINDS[kind].side === 'carrier') return '';
  const [number, date] = [textAt(data, 'doc', 'number'), textAt(data, 'doc', 'date')];
  if (KINDS[kind].paperOf !== null) return `${number} от ${date}`;
  const basis = [textAt(data, 'basis'), textAt(data, 'transfer', 'basis')].join(' ');
  const [, of, on] = /[Дд]оговор\S*\s+№\s*(\S+) от (\d{2}\.\d{2}\.\d{4})/u.exec(basis) ?? [];
  return of === undefined ? '' : `${of} от ${on}`;
};

const signerOf = ({ data }: DocumentView): string =>
  textAt(data, 'transfer', 'handedBy', 'name') ||
  textAt(data, 'sign', 'headName') ||
  textAt(data, 'sign', 'entrepreneurName') ||
  textAt(data, 'seller', 'signatory');

/** Reads a printed view back; a paper of another sort of sums gives its words without lines and total. */
export const paperFacts = (paper: PrintedPaper): PaperFacts => {
  const isOfDeal = printsDealSums(paper.kind);
  return {
    kind: paper.kind,
    number: paper.number,
    lines: isOfDeal ? linesOf(paper) : [],
    total: isOfDeal ? moneyAt(paper.data, 'totals', 'gross') : null,
    sellerInn: innOf(paper, 'organisation'),
    buyerInn: innOf(paper, 'buyer'),
    contract: contractOf(paper),
    signer: signerOf(paper),
  };
};
