import type { OpenItem } from '../../domain/matching/types.ts';
import { requireDefined } from '../../kernel/assert.ts';
import { formatDate } from '../../kernel/date.ts';
import { kopecks, moneyToDecimal, type Kopecks } from '../../kernel/money.ts';
import type { DemoGround } from './ground.ts';
import type { Draft, GoldenAnswer } from './demo-operation.ts';

/** Papers that no operation pays yet. Each is taken once, so that every answer is the only one. */
export type Pool = {
  /** The next `count` papers of one party of one company that stand side by side; `from` narrows the choice. */
  readonly take: (count: number, from?: (item: OpenItem) => boolean) => readonly OpenItem[];
  /** The same, of all such papers those whose numbers lie closest together. */
  readonly neighbours: (count: number, from?: (item: OpenItem) => boolean) => readonly OpenItem[];
  readonly one: (from?: (item: OpenItem) => boolean) => OpenItem;
  readonly rest: () => readonly OpenItem[];
};

export const createPool = (items: readonly OpenItem[]): Pool => {
  const free = new Set(items);
  const take: Pool['take'] = (count, from = () => true) => {
    const groups = Map.groupBy([...free].filter(from), ownerOf);
    const group = [...groups.values()].find(({ length }) => length >= count);
    const taken = requireDefined(group, `${count} free demo papers of one party`).slice(0, count);
    for (const item of taken) free.delete(item);
    return taken;
  };
  const neighbours: Pool['neighbours'] = (count, from = () => true) => {
    const groups = [...Map.groupBy([...free].filter(from), ownerOf).values()];
    const windows = groups.flatMap((group) => group.slice(count - 1).map((_, at) => group.slice(at, at + count)));
    const taken = requireDefined(
      windows.toSorted((one, other) => spread(one) - spread(other))[0],
      `${count} neighbours among demo papers`,
    );
    for (const item of taken) free.delete(item);
    return taken;
  };
  return {
    take,
    neighbours,
    one: (from) => requireDefined(take(1, from)[0], 'a free demo paper'),
    rest: () => [...free],
  };
};

const spread = (items: readonly OpenItem[]): number => Number(items.at(-1)?.number) - Number(items[0]?.number);

const ownerOf = ({ organisationId, partyId, direction }: OpenItem): string =>
  `${organisationId} ${partyId} ${direction}`;

export const isInvoice = ({ direction }: OpenItem): boolean => direction === 'incoming';

/** The other side of an operation as its bank writes it: capitals, straight quotes, the ИНН of the card. */
export const sideOf = ({ parties }: DemoGround, partyId: string): Draft['counterparty'] => {
  const party = requireDefined(
    parties.find(({ id }) => id === partyId),
    `demo party ${partyId}`,
  );
  const [name = ''] = party.names;
  return {
    name: name.replaceAll(/[«»]/gu, '"'),
    inn: party.inn === '' ? null : party.inn,
    kpp: party.kpp === '' ? null : party.kpp,
    account: party.accounts[0] ?? '',
    bic: '',
  };
};

export const pays = (items: readonly OpenItem[], remainder = 0n, mayPost = true): GoldenAnswer => ({
  kind: 'payment',
  partyId: items[0]?.partyId ?? null,
  allocations: items.map(({ documentId, outstanding }) => ({ documentId, sum: outstanding })),
  remainder: kopecks(remainder),
  mayPost,
});

export const total = (items: readonly OpenItem[]): Kopecks =>
  kopecks(items.reduce((sum, { outstanding }) => sum + outstanding, 0n));

/** «НДС 22% 17600-00» as payers end a purpose. */
export const vatWords = (item: OpenItem, sum: Kopecks = item.outstanding): string => {
  const [rate = 0, ...more] = item.vatRates;
  if (rate === 0 || more.length > 0) return rate === 0 ? 'Без НДС' : 'в т.ч. НДС';
  const vat = kopecks((sum * BigInt(rate)) / BigInt(100 + rate));
  return `в т.ч. НДС ${rate}% ${moneyToDecimal(vat).replace('.', '-')}`;
};

export const dated = (item: OpenItem): string => formatDate(item.date);
