import { formatDate } from '../../kernel/date.ts';
import { initialsAfter } from '../grammar/initials.ts';
import type { Party } from '../party/party.ts';
import { coversScope, signatoryFor } from '../party/signing.ts';
import { block, warn, whose, type Found } from '../preflight/rule.ts';
import { isInn10, isInn12 } from '../requisites/inn.ts';
import type { AccountSource } from './account-source.ts';

type SideName = 'seller' | 'buyer';
type Side = { readonly name: SideName; readonly party: Party };

const sidesOf = ({ organisation, party }: AccountSource): readonly Side[] => {
  const ours: Side = { name: 'seller', party: organisation.party };
  return party.id === organisation.party.id ? [ours] : [ours, { name: 'buyer', party }];
};

const inn = ({ name, party }: Side): Found[] => {
  const isCompany = party.kind === 'org' || party.kind === 'branch';
  if (!isCompany && party.kind !== 'ip' && party.kind !== 'npd') return [];
  const field = `${name}.inn`;
  const of = { whose: whose(name) };
  if (party.inn === '') return [block('party.innMissing', field, of)];
  const isRight = isCompany ? isInn10(party.inn) : isInn12(party.inn);
  return isRight ? [] : [block('party.innChecksum', field, { ...of, inn: party.inn })];
};

const stopped = ({ name, party }: Side): Found[] =>
  party.stopReason.trim() === ''
    ? []
    : [warn('party.stopped', `${name}.stopReason`, { whose: whose(name), reason: party.stopReason.trim() })];

/** R-P: requisites of both sides, and whether we still work with the party. */
export const partyProblems = (source: AccountSource) => {
  const sides = sidesOf(source);
  return [
    { rule: 'R-P1', found: sides.flatMap(inn) },
    { rule: 'R-P6', found: sides.flatMap(stopped) },
  ];
};

/** R-G1: our signatory exists, may sign this paper and may do it on its date. A price list is not signed. */
export const signingProblems = (source: AccountSource): Found[] => {
  if (source.kind === 'price-list') return [];
  const { organisation, kind, date } = source;
  const of = { whose: whose('seller') };
  const person = signatoryFor(organisation.party, kind, date);
  if (person === null) return [block('signatory.missing', 'seller.signatory', of)];
  const named = { ...of, name: initialsAfter(person) };
  const found: Found[] = [];
  if (person.validTo !== null && person.validTo < date)
    found.push(block('signatory.termOver', 'seller.signatory.validTo', { ...named, date: formatDate(person.validTo) }));
  if (person.validFrom !== null && person.validFrom > date)
    found.push(
      block('signatory.notYet', 'seller.signatory.validFrom', { ...named, date: formatDate(person.validFrom) }),
    );
  if (!coversScope(person, kind)) found.push(block('signatory.scope', 'seller.signatory.scope', named));
  return found;
};
