import type { BankAccount, Party } from './party.ts';

/** The account our papers print: the main one of that currency, else any of it; null when there is none. */
export const mainAccountOf = (party: Party, currency = 'RUB'): BankAccount | null => {
  const accounts = party.bankAccounts.filter((account) => account.currency === currency);
  return accounts.find((account) => account.isMain) ?? accounts[0] ?? null;
};
