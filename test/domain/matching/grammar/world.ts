import { demoData } from '#shared/demo/demo-data.ts';
import { demoGround } from '#shared/demo/payments/ground.ts';
import type { MatchInput, OpenItem } from '#shared/domain/matching/types.ts';
import { addDays, isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks } from '#shared/kernel/money.ts';
import type { Dice } from './dice.ts';

const TODAY = isoDate('2026-11-21');

export type World = Omit<MatchInput, 'operations' | 'rules' | 'thresholdsByOrganisation'>;

/**
 * The demo's orders lived again month after month: every order returns with its own numbers, its sum now the same and
 * now another, some of the papers already paid, in part or in full. Weekly clients so owe the same sum many times.
 */
export const growWorld = (dice: Dice, rounds: number): World => {
  const ground = demoGround(demoData(TODAY), TODAY);
  const counters = new Map<string, number>();
  const next = (series: string): string => {
    const number = (counters.get(series) ?? dice.below(900) + 1) + 1;
    counters.set(series, number);
    return String(number);
  };
  const items: OpenItem[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const item of ground.openItems) items.push(again(dice, item, round, next));
  }
  return { ...ground, openItems: items };
};

const again = (dice: Dice, item: OpenItem, round: number, next: (series: string) => string): OpenItem => {
  const { organisationId, partyId, direction } = item;
  const number = next(direction === 'incoming' ? `invoice ${organisationId}` : `bill ${partyId}`);
  const orderNumber = next('order');
  const sum = dice.chance(30) ? item.sum : kopecks(item.sum + BigInt(dice.below(4_000_000)) + 1n);
  const fate = dice.below(100);
  const outstanding = fate < 15 ? kopecks(0n) : fate < 19 ? kopecks((sum * 2n) / 5n) : sum;
  const date = addDays(item.date, -14 * round);
  return {
    ...item,
    documentId: asId<'document'>(`${direction}-${organisationId}-${partyId}-${number}`),
    number,
    date,
    orderId: asId<'order'>(orderNumber),
    orderNumber,
    sum,
    outstanding,
    papers:
      direction === 'incoming'
        ? [
            { kind: 'upd', number: next(`upd ${organisationId}`), date: addDays(date, 3) },
            { kind: 'waybill', number: next(`waybill ${organisationId}`), date: addDays(date, 3) },
          ]
        : [],
  };
};
