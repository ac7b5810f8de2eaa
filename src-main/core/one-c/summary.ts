import { leftOutText, remarkText } from '#shared/text/one-c-texts.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { EdElement } from '#shared/domain/exchange-1c/element.ts';
import type { OneCPaper } from '#shared/domain/exchange-1c/paper.ts';
import { INCOMING_ROLES, roleOf } from '#shared/domain/exchange-1c/roles.ts';
import { createTotalsCounter, type ExportTotals, type RoleTotals } from '#shared/domain/exchange-1c/totals.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { kopecks, moneyToDecimal, ZERO, type Kopecks } from '#shared/kernel/money.ts';
import type { IncomingTotals } from '../../ports/incoming.ts';
import type { RegisterTotals } from '../../ports/one-c.ts';
import type { ChosenPaper } from './choose-papers.ts';

export type Summary = OutputOf<'exchange.preview'>;
type Listed = Pick<
  Summary['leftOut'][number],
  'documentId' | 'orderId' | 'kind' | 'document' | 'number' | 'date' | 'counterparty' | 'sum'
>;

/** Adds up an export paper by paper; `finish` sets it against the register. */
export type SummaryCounter = {
  readonly add: (chosen: ChosenPaper, objects: readonly EdElement[]) => void;
  readonly finish: (
    register: readonly RegisterTotals[],
    incoming: readonly IncomingTotals[],
  ) => {
    readonly summary: Summary;
    readonly totals: ExportTotals;
  };
};

type Sums = { count: number; sum: Kopecks; vat: Kopecks };

export const createSummaryCounter = (): SummaryCounter => {
  const counter = createTotalsCounter();
  const seen = new Map<string, Sums>();
  const news = { new: 0, changed: 0, same: 0 };
  const leftOut: Summary['leftOut'] = [];
  const remarks: Summary['remarks'] = [];
  let goes = 0;
  let unchanged = 0;
  return {
    add: (chosen, objects) => {
      addTo(seen, chosen.paper.role, { count: 1, sum: chosen.paper.sum, vat: chosen.paper.vat });
      if (chosen.fate === 'leftOut') {
        const listed = listedOf(chosen);
        leftOut.push(
          ...chosen.reasons.map((reason) => ({
            ...listed,
            code: reason.code,
            field: reason.field,
            message: leftOutText(reason),
          })),
        );
        return;
      }
      if (chosen.fate === 'unchanged') {
        unchanged += 1;
        return;
      }
      goes += 1;
      news[chosen.news] += 1;
      counter.add(chosen.paper, objects);
      for (const remark of chosen.remarks)
        remarks.push({ ...listedOf(chosen), code: remark.code, message: remarkText(remark) });
    },
    finish: (register, incoming) => {
      const totals = counter.totals();
      const inRegister = new Map<string, Sums>();
      for (const { kind, ...sums } of register) {
        const role = roleOf(kind);
        if (role !== null) addTo(inRegister, role, sums);
      }
      for (const { kind, ...sums } of incoming) addTo(inRegister, INCOMING_ROLES[kind], sums);
      const sales = totals.roles.sale;
      return {
        totals,
        summary: {
          goes,
          unchanged,
          isNew: news.new,
          isChanged: news.changed,
          sum: moneyToDecimal(sales?.sum ?? ZERO),
          vat: sales === undefined ? {} : rateTexts(sales),
          totals: Object.fromEntries(
            Object.entries(totals.roles).map(([role, sums]) => [
              role,
              { ...sumTexts(sums), vatByRate: rateTexts(sums) },
            ]),
          ),
          register: Object.fromEntries([...inRegister].map(([role, sums]) => [role, sumTexts(sums)])),
          agrees: agree(seen, inRegister),
          leftOut,
          remarks,
          notFor1c: register
            .filter(({ kind }) => roleOf(kind) === null)
            .map(({ kind, count }) => ({ kind, count, title: titleOf(kind) })),
        },
      };
    },
  };
};

const addTo = (sumsByRole: Map<string, Sums>, role: string, { count, sum, vat }: Sums): void => {
  const known = sumsByRole.get(role) ?? { count: 0, sum: ZERO, vat: ZERO };
  sumsByRole.set(role, {
    count: known.count + count,
    sum: kopecks(known.sum + sum),
    vat: kopecks(known.vat + vat),
  });
};

const agree = (seen: ReadonlyMap<string, Sums>, register: ReadonlyMap<string, Sums>): boolean =>
  seen.size === register.size &&
  [...seen].every(([role, { count, sum, vat }]) => {
    const other = register.get(role);
    return other?.count === count && other.sum === sum && other.vat === vat;
  });

const sumTexts = ({ count, sum, vat }: Sums) => ({ count, sum: moneyToDecimal(sum), vat: moneyToDecimal(vat) });

const rateTexts = ({ vatByRate }: RoleTotals): Record<string, string> =>
  Object.fromEntries(vatByRate.map(({ rate, vat }) => [rate, moneyToDecimal(vat)]));

/** A supplier's paper is known by the number he gave it. */
const shownNumber = ({ incoming, number }: OneCPaper): string => incoming?.number ?? number;

const listedOf = ({ paper, source }: ChosenPaper): Listed => ({
  documentId: source.id,
  orderId: source.orderId,
  kind: source.kind,
  document: `${paper.title} № ${shownNumber(paper)} от ${formatDate(paper.date)}`,
  number: shownNumber(paper),
  date: paper.date,
  counterparty: paper.party.shortName || paper.party.fullName,
  sum: moneyToDecimal(paper.sum),
});
