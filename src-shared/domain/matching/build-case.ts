import type { Directory, Side } from './directory.ts';
import { optionsIn, strangersOptions, type Case, type Option } from './options.ts';
import { findPayer, type Payer } from './payer.ts';
import type { PurposeReading } from './purpose/read-purpose.ts';
import { resolveMentions, type Scope } from './resolve.ts';
import { findThirdParty } from './third-party.ts';
import type { MatchOperation, MatchParty, MatchRule, MatchThresholds } from './types.ts';

export type CaseGround = {
  readonly directory: Directory;
  readonly operation: MatchOperation;
  readonly reading: PurposeReading;
  readonly thresholds: MatchThresholds;
  readonly rule: MatchRule | null;
  readonly side: Side;
};

/** Who pays, for whom, and every way to spend the money that the evidence allows. */
export const buildCase = (ground: CaseGround): Case => {
  const { directory, operation, reading, side } = ground;
  const payer = payerOf(ground);
  const scopeOf = (parties: readonly MatchParty[]): Scope => ({
    organisationId: operation.organisationId,
    side,
    parties,
  });
  const own = scopeOf(payer.parties);
  const third = findThirdParty(
    directory,
    reading.text,
    payer.parties.map(({ id }) => id),
  );
  const scope = third?.party ? scopeOf([third.party]) : own;
  const resolution = resolveMentions(directory, scope, reading.mentions);
  const made = { operation, reading, payer, scope, resolution, thirdName: third?.name ?? null };
  if (third !== null) {
    const ofThird = third.party === null ? [] : optionsIn(ground, scope, resolution, 'third');
    const strangers = ofThird.some(({ basis }) => basis === 'number') ? [] : strangersOptions(ground, scope);
    return { ...made, options: [...ofThird, ...ownByNumber(ground, own), ...strangers] };
  }
  return { ...made, options: optionsOf(ground, payer, scope, resolution) };
};

const payerOf = ({ directory, operation, rule }: CaseGround): Payer => {
  const partyId = rule?.then.partyId ?? null;
  const party = partyId === null ? undefined : directory.partiesById.get(partyId);
  return party === undefined ? findPayer(directory, operation) : { evidence: 'rule', parties: [party], namesake: null };
};

const optionsOf = (ground: CaseGround, payer: Payer, scope: Scope, resolution: Case['resolution']): Option[] => {
  const [party] = payer.parties;
  if (party === undefined) return strangersOptions(ground, scope);
  const options = optionsIn(ground, scope, resolution, 'payer').filter(
    ({ basis }) => payer.evidence !== 'twins' || (basis !== 'oldest' && basis !== 'contract'),
  );
  if (options.some(({ isClean }) => isClean)) return options;
  const isWhole = options.some(({ basis }) => basis === 'number') && resolution.missing.length === 0;
  return [...options, ...groupOptions(ground, party, scope), ...(isWhole ? [] : strangersOptions(ground, scope))];
};

/** Numbers that lead nowhere at the payer may be a sister company's. */
const groupOptions = (ground: CaseGround, party: MatchParty, scope: Scope): Option[] => {
  const { directory, reading } = ground;
  const members = party.groupId === null ? [] : (directory.membersByGroup.get(party.groupId) ?? []);
  if (members.length < 2) return [];
  const parties = members.flatMap((id) => directory.partiesById.get(id) ?? []);
  const group = { ...scope, parties };
  const resolution = resolveMentions(directory, group, reading.mentions);
  return optionsIn(ground, group, resolution, 'group').filter(({ basis }) => basis === 'number');
};

/** Though the payer names another company, the number may be of an invoice to himself. */
const ownByNumber = (ground: CaseGround, own: Scope): Option[] =>
  optionsIn(ground, own, resolveMentions(ground.directory, own, ground.reading.mentions), 'payer')
    .filter(({ basis }) => basis === 'number')
    .map((option) => ({ ...option, isClean: false }));
