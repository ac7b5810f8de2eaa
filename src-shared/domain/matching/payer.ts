import type { PartyId } from '../../kernel/id.ts';
import { numberKey } from './number-key.ts';
import type { Directory } from './directory.ts';
import { nameInside, nameKey } from './name-key.ts';
import type { MatchOperation, MatchParty } from './types.ts';

/** How the other side of an operation was recognised, the surest first. */
export type PayerEvidence = 'rule' | 'inn' | 'account' | 'name' | 'twins' | 'none';

export type Payer = {
  readonly evidence: PayerEvidence;
  /** One party, the twins among which nothing decides, or none. */
  readonly parties: readonly MatchParty[];
  /** A card with this name or account whose ИНН is another one: a namesake, or a mistake in the card. */
  readonly namesake: PartyId | null;
};

const NOBODY: Payer = { evidence: 'none', parties: [], namesake: null };

/**
 * ИНН decides, else the account, else the name; a name that several cards share decides nothing (product.md C3). An
 * ИНН that no card has is a stranger's, however alike the name.
 */
export const findPayer = (directory: Directory, { counterparty }: MatchOperation): Payer => {
  const { inn, kpp, account, name } = counterparty;
  const byAccount = isOwnAccountOfPayer(account) ? (directory.partiesByAccount.get(account) ?? []) : [];
  if (inn !== null) {
    const byInn = directory.partiesByInn.get(inn) ?? [];
    if (byInn.length > 0) return branchOf(byInn, kpp, byAccount);
    // A treasury or a bank pays in the name of the one whose name stands in brackets.
    const inside = nameInside(name);
    if (inside !== null) return byName(directory, inside);
    const namesake = byAccount[0] ?? partiesOfName(directory, name)[0];
    return namesake === undefined ? NOBODY : { ...NOBODY, namesake: namesake.id };
  }
  const [holder, ...others] = byAccount;
  if (holder !== undefined && others.length === 0) {
    // An account under a strange name may have passed to somebody else: then it is no more than a hint.
    const evidence = isCalled(holder, name) ? 'account' : 'name';
    return { evidence, parties: byAccount, namesake: null };
  }
  return byName(directory, nameInside(name) ?? name);
};

const isCalled = ({ names }: MatchParty, name: string): boolean => {
  const { letters } = nameKey(name);
  return letters === '' || names.some((each) => nameKey(each).letters === letters);
};

/** Treasury and transit accounts serve many payers and tell nothing of one. */
const isOwnAccountOfPayer = (account: string): boolean => !/^(?:0|3|47)/u.test(account) && account !== '';

/** Branches share the ИНН: КПП, then the account tells them apart; else all of them stay in question. */
const branchOf = (parties: readonly MatchParty[], kpp: string | null, byAccount: readonly MatchParty[]): Payer => {
  if (parties.length === 1) return { evidence: 'inn', parties, namesake: null };
  const byKpp = parties.filter((party) => kpp !== null && party.kpp === kpp);
  if (byKpp.length === 1) return { evidence: 'inn', parties: byKpp, namesake: null };
  const both = parties.filter((party) => byAccount.includes(party));
  return both.length === 1
    ? { evidence: 'inn', parties: both, namesake: null }
    : { evidence: 'twins', parties, namesake: null };
};

const byName = (directory: Directory, name: string): Payer => {
  const parties = partiesOfName(directory, name);
  if (parties.length === 0) return NOBODY;
  return { evidence: parties.length === 1 ? 'name' : 'twins', parties, namesake: null };
};

/** Parties of that name, whatever its hyphens and quote marks. */
const partiesOfName = (directory: Directory, name: string): readonly MatchParty[] => {
  const { form, letters } = nameKey(name);
  if (letters.length < 3) return [];
  return directory.partiesByName.get(`${form}:${letters}`) ?? [];
};

/** Does one of the party's contracts with us carry that number? */
export const hasContract = (directory: Directory, organisationId: string, partyId: string, number: string): boolean =>
  directory.contractKeys.get(`${organisationId}|${partyId}`)?.has(numberKey(number)) ?? false;
