import type { IsoDate } from '../kernel/date.ts';
import { addDays } from '../kernel/date.ts';
import type { PartyInput } from './cards.ts';
import { createCarriers } from './parties-carriers.ts';
import { createCustomers } from './parties-customers.ts';

/** All 22 counterparties of product.md §8.2 by the names the orders use. Only dates of authority depend on today. */
export const createParties = (today: IsoDate) => {
  const authorityDay = (offset: number) => addDays(today, offset);
  return { ...createCustomers(authorityDay), ...createCarriers(authorityDay) } satisfies Record<string, PartyInput>;
};

export type PartyKey = keyof ReturnType<typeof createParties>;
