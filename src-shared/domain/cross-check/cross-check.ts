import { formatMoney, kopecks, type Kopecks } from '../../kernel/money.ts';
import type { Finding } from '../document/preflight.ts';
import { namesOf } from '../document/titles.ts';
import { paperFacts, type PaperFacts, type PrintedPaper } from './paper-facts.ts';

/** A document as it was issued, and as it would be printed from the order now. */
export type ComparedPaper = { readonly issued: PrintedPaper; readonly now: PrintedPaper };

const nameOf = ({ kind, number }: PaperFacts): string => `${namesOf(kind).short} № ${number}`;

const gap = (left: Kopecks, right: Kopecks): string => formatMoney(kopecks(left > right ? left - right : right - left));

const finding = (
  rule: 'R-X1' | 'R-X2',
  code: string,
  { kind }: PaperFacts,
  field: string,
  message: string,
): Finding => ({ rule, code, severity: 'warn', kind, field, message, data: {} });

type Pair = {
  readonly rule: 'R-X1' | 'R-X2';
  readonly left: PaperFacts;
  readonly right: PaperFacts;
  /** «Счет № 5», «Счет № 5 и УПД № 7». */
  readonly subject: string;
  /** «в документе 12,00, в заказе 13,00», «12,00 и 13,00». */
  readonly both: (left: string, right: string) => string;
};

const lineFindings = ({ rule, left, right, subject, both }: Pair): Finding[] => {
  const rightByPlace = new Map(right.lines.map((line) => [line.place, line]));
  return left.lines.flatMap((line): Finding[] => {
    const other = rightByPlace.get(line.place);
    if (!other) return [];
    const number = String(line.place + 1);
    const field = `order.lines[${line.place}]`;
    const found: Finding[] = [];
    if (line.sum !== other.sum)
      found.push(
        finding(
          rule,
          'cross.lineSum',
          right,
          `${field}.price`,
          `${subject}: сумма отличается на ${gap(line.sum, other.sum)} в строке ${number}: ${both(formatMoney(line.sum), formatMoney(other.sum))}`,
        ),
      );
    if (line.rate !== '' && other.rate !== '' && line.rate !== other.rate)
      found.push(
        finding(
          rule,
          'cross.lineRate',
          right,
          `${field}.vatRate`,
          `${subject}: ставка НДС отличается в строке ${number}: ${both(line.rate, other.rate)}`,
        ),
      );
    if (line.name !== other.name)
      found.push(
        finding(
          rule,
          'cross.lineName',
          right,
          `${field}.name`,
          `${subject}: наименование отличается в строке ${number}: ${both(`«${line.name}»`, `«${other.name}»`)}`,
        ),
      );
    return found;
  });
};

const placesOf = (facts: PaperFacts): string => facts.lines.map(({ place }) => place).join();

/** Papers of the same lines come to the same total; one that prints goods only is compared line by line alone. */
const totalFindings = ({ rule, left, right, subject, both }: Pair): Finding[] => {
  if (left.total === null || right.total === null || left.total === right.total) return [];
  // Between two papers only the same lines are comparable; against the order a line more is a difference as well.
  if (rule === 'R-X1' && placesOf(left) !== placesOf(right)) return [];
  return [
    finding(
      rule,
      'cross.total',
      right,
      'order.lines',
      `${subject}: итог отличается на ${gap(left.total, right.total)}: ${both(formatMoney(left.total), formatMoney(right.total))}`,
    ),
  ];
};

const WORDS = [
  ['sellerInn', 'cross.seller', 'seller.inn', 'ИНН нашей организации'],
  ['buyerInn', 'cross.buyer', 'buyer.inn', 'ИНН покупателя'],
  ['contract', 'cross.contract', 'order.contractId', 'договор'],
] as const;

const wordFindings = ({ rule, left, right, subject, both }: Pair): Finding[] =>
  WORDS.flatMap(([key, code, field, what]): Finding[] =>
    left[key] === '' || right[key] === '' || left[key] === right[key]
      ? []
      : [finding(rule, code, right, field, `${subject}: отличается ${what}: ${both(left[key], right[key])}`)],
  );

/** A person who may sign only some papers is expected to differ; anybody else is a question. */
const signerFindings = ({ rule, left, right, subject, both }: Pair, limited: readonly string[]): Finding[] => {
  const names = [left.signer, right.signer];
  if (names.includes('') || left.signer === right.signer || names.some((name) => limited.includes(name))) return [];
  return [
    finding(
      rule,
      'cross.signer',
      right,
      'seller.signatory',
      `${subject}: отличается подписант: ${both(left.signer, right.signer)}`,
    ),
  ];
};

const compare = (pair: Pair, limited: readonly string[]): Finding[] => [
  ...lineFindings(pair),
  ...totalFindings(pair),
  ...wordFindings(pair),
  ...signerFindings(pair, limited),
];

/**
 * Do the papers of one pack tell the same deal, and is it the deal that the order tells now? Sums, rates and names line
 * by line, totals, sides, contract, signatory (product.md A10). `limitedSigners`: people with a scope of their own, as
 * printed. Every difference is a warning: which side is right only a person knows.
 */
export const crossCheck = (papers: readonly ComparedPaper[], limitedSigners: readonly string[] = []): Finding[] => {
  const issued = papers.map((paper) => paperFacts(paper.issued));
  const againstOrder = papers.flatMap(({ now }, index) => {
    const left = issued[index];
    if (!left) return [];
    const pair: Pair = {
      rule: 'R-X2',
      left,
      right: paperFacts(now),
      subject: nameOf(left),
      both: (was, is) => `в документе ${was}, в заказе ${is}`,
    };
    return compare(pair, limitedSigners);
  });
  const amongThemselves = issued.flatMap((right, index) =>
    issued.slice(0, index).flatMap((left) =>
      compare(
        {
          rule: 'R-X1',
          left,
          right,
          subject: `${nameOf(left)} и ${nameOf(right)}`,
          both: (one, two) => `${one} и ${two}`,
        },
        limitedSigners,
      ),
    ),
  );
  return [...againstOrder, ...amongThemselves];
};
