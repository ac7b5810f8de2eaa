import { createContext, use } from 'react';

export type RecentOrder = { readonly id: string; readonly number: string; readonly party: string };

/** Orders opened since the window was opened, latest first. Kept in memory only: names of customers stay in the base. */
export type Recent = { readonly orders: readonly RecentOrder[]; readonly remember: (order: RecentOrder) => void };

const MOST = 6;

export const RecentContext = createContext<Recent>({ orders: [], remember: () => undefined });

export const useRecent = (): Recent => use(RecentContext);

export const withRecent = (orders: readonly RecentOrder[], order: RecentOrder): readonly RecentOrder[] =>
  [order, ...orders.filter(({ id }) => id !== order.id)].slice(0, MOST);
