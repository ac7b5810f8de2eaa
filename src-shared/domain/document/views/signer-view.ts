import type { IsoDate } from '../../../kernel/date.ts';
import { initialsAfter } from '../../grammar/initials.ts';
import type { Party, Signatory } from '../../party/party.ts';
import { accountantOn, signatoryFor } from '../../party/signing.ts';
import type { DocumentKind } from '../document.ts';
import { from, type Traced, type TracedTree } from '../traced.ts';

/** Whose card a signatory stands in: `organisation` or `buyer`. */
export type SideName = 'organisation' | 'buyer';

export const nameOf = (person: Signatory | null): string => (person ? initialsAfter(person) : '');

const leaf = (side: SideName, text: string): Traced => from.directory(`${side}.signatories`, text);

/** Who signs for one side, with the name of the company over the line. */
export const signerView = (
  side: SideName,
  party: Party,
  kind: DocumentKind,
  date: IsoDate,
): Record<string, TracedTree> => {
  const person = signatoryFor(party, kind, date);
  return {
    name: from.directory(`${side}.shortName`, party.shortName || party.fullName),
    position: leaf(side, person?.position ?? ''),
    signatory: leaf(side, nameOf(person)),
  };
};

/** Head and accountant of our company, or the entrepreneur himself; the head signs for both where he keeps the books. */
export const headsView = (party: Party, kind: DocumentKind, date: IsoDate): Record<string, TracedTree> => {
  const head = signatoryFor(party, kind, date);
  const isEntrepreneur = party.kind === 'ip' || party.kind === 'npd' || party.kind === 'person';
  return {
    isOrganisation: !isEntrepreneur,
    isEntrepreneur,
    headName: leaf('organisation', nameOf(head)),
    accountantName: leaf('organisation', nameOf(accountantOn(party, date) ?? head)),
  };
};
