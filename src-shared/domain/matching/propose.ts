import type { DocumentId, PartyId } from '../../kernel/id.ts';
import { divideRounded, kopecks, type Kopecks } from '../../kernel/money.ts';
import { vatRateConflict, vatRateOfPurpose } from '../bank/purpose-vat.ts';
import type { Assignment } from './assign.ts';
import { explain, sentence, warningWords } from './explain.ts';
import { sumOutstanding, type Basis, type Case, type Option } from './options.ts';
import type { PayerEvidence } from './payer.ts';
import type { TwinOf } from './twins.ts';
import type { MatchOperation, MatchProposal, MatchThresholds, MatchWarning, MatchZone, WriteOff } from './types.ts';

const EVIDENCE: Readonly<Record<PayerEvidence, number>> = {
  rule: 0.97,
  inn: 0.99,
  account: 0.97,
  name: 0.9,
  twins: 0.75,
  none: 0.65,
};
const CLEAN_BASIS: Readonly<Record<Basis, number>> = {
  number: 0.99,
  slip: 0.8,
  sum: 0.8,
  subset: 0.75,
  contract: 0.6,
  oldest: 0.55,
};

/** The part of confidence that is left when something is not as it should be. */
const UNCLEAN_NUMBER = 0.9;
const RIVALS = 0.6;
const NUMBER_MISSING = 0.7;
const OTHER_PAYER = 0.85;
const DOUBT = 0.9;

export const zoneOf = (confidence: number, mayPost: boolean, { auto, confirm }: MatchThresholds): MatchZone =>
  mayPost && confidence >= auto ? 'auto' : confidence >= confirm ? 'confirm' : 'manual';

/** The proposal for an operation that got documents; null when it got none. */
export const proposePayment = (
  assignment: Assignment,
  thresholds: MatchThresholds,
  twinOf: TwinOf,
): MatchProposal | null => {
  const { made, option, spent } = assignment;
  const { operation } = made;
  if (option === null) return null;
  const used = kopecks(spent.reduce((total, each) => total + each.sum, 0n));
  const remainder = kopecks(operation.sum - used);
  const left = kopecks(spent.reduce((total, each) => total + each.left, 0n));
  const writeOffs = writeOffsOf(assignment, remainder, thresholds);
  const warnings = warningsOf(assignment, remainder, left, twinOf(operation.id));
  const fit = fitOf(assignment, remainder, left, writeOffs);
  const confidence = Math.min(
    EVIDENCE[made.payer.evidence],
    basisConfidence(option, made),
    option.whose === 'payer' ? 1 : option.whose === 'other' ? 0.65 : OTHER_PAYER,
    fit,
    assignment.isContested || !assignment.isProven || warnings.some(isDoubt) ? DOUBT : 1,
  );
  const mayPost =
    option.isClean &&
    option.rivals === 0 &&
    option.whose === 'payer' &&
    made.thirdName === null &&
    ['rule', 'inn', 'account'].includes(made.payer.evidence) &&
    fit > DOUBT &&
    !assignment.isContested &&
    !warnings.some(isDoubt);
  return {
    operationId: operation.id,
    zone: zoneOf(confidence, mayPost, thresholds),
    kind: 'payment',
    partyId: spent[0]?.item.partyId ?? null,
    allocations: spent.map(({ item, sum }) => ({ documentId: item.documentId, sum })),
    writeOffs,
    remainder,
    confidence,
    why: explain(assignment, writeOffs, warnings),
    warnings,
    candidates: candidatesOf(made, option),
    ruleId: null,
  };
};

const isDoubt = ({ code }: MatchWarning): boolean => code !== 'sum.partial';

const basisConfidence = (option: Option, { resolution }: Case): number => {
  const clean = option.basis === 'number' && !option.isClean ? UNCLEAN_NUMBER : CLEAN_BASIS[option.basis];
  const isMissing = option.basis !== 'number' && option.basis !== 'slip' && resolution.missing.length > 0;
  return Math.min(clean, option.rivals > 0 ? RIVALS : 1, isMissing ? NUMBER_MISSING : 1);
};

/** Exact sums are sure; a part is sure only when the purpose itself names the share. */
const fitOf = (
  { made, option, spent }: Assignment,
  remainder: Kopecks,
  left: Kopecks,
  writeOffs: readonly WriteOff[],
): number => {
  if (remainder > 0n) return 0.85;
  if (writeOffs.length > 0) return writeOffs[0]?.reason === 'rounding' ? DOUBT : 0.8;
  const isShort = left > 0n || spent.length < (option?.items.length ?? 0);
  if (!isShort) return 1;
  const [only, ...more] = spent;
  const share = made.reading.sharePercent;
  if (only === undefined || more.length > 0 || share === null) return DOUBT;
  const named = divideRounded(only.item.sum * BigInt(share), 100n);
  const apart = named > made.operation.sum ? named - made.operation.sum : made.operation.sum - named;
  return apart <= 1n ? 0.97 : DOUBT;
};

/** A little less than is owed: rounding, or the commission that the purpose speaks of. */
const writeOffsOf = (
  { made, option, spent }: Assignment,
  remainder: Kopecks,
  { rounding, commissionBasisPoints }: MatchThresholds,
): WriteOff[] => {
  const last = spent.at(-1);
  if (option === null || last === undefined || remainder > 0n || last.left === 0n) return [];
  if (spent.length < option.items.length || option.basis !== 'number') return [];
  const writeOff = { documentId: last.item.documentId, sum: last.left };
  if (last.left <= rounding) return [{ ...writeOff, reason: 'rounding' }];
  const most = (sumOutstanding(option.items) * BigInt(commissionBasisPoints)) / 10_000n;
  const isNet = made.reading.isNetOfCommission && last.left <= most;
  return isNet ? [{ ...writeOff, reason: 'commission' }] : [];
};

const warningsOf = (
  { made, option, spent }: Assignment,
  remainder: Kopecks,
  left: Kopecks,
  twin: string | null,
): MatchWarning[] => {
  const { operation, payer } = made;
  const warnings: MatchWarning[] = [...payerWarnings(made)];
  const owner = option?.items[0]?.partyId;
  if (owner !== undefined && option?.whose !== 'payer' && !payer.parties.some(({ id }) => id === owner)) {
    warnings.push({ code: 'payer.other', payerName: operation.counterparty.name, partyId: owner });
  }
  const rates = [...new Set(spent.flatMap(({ item }) => item.vatRates))];
  const rate = vatRateOfPurpose(operation.purpose);
  if (rate !== null && rates.length > 0 && !rates.includes(rate)) {
    warnings.push({ code: 'vat.rate', rate, expected: rates, documentId: spent[0]?.item.documentId ?? null });
  }
  if (remainder > 0n) warnings.push({ code: 'sum.over', over: remainder });
  if (left > 0n) warnings.push({ code: 'sum.partial', left });
  if (twin !== null) warnings.push({ code: 'operation.twin', operationId: twin });
  return warnings;
};

const payerWarnings = ({ payer }: Case): MatchWarning[] => [
  ...(payer.namesake === null ? [] : [{ code: 'payer.innDiffers', partyId: payer.namesake } as const]),
  ...(payer.evidence === 'twins'
    ? [{ code: 'payer.twins', partyIds: payer.parties.map(({ id }) => id) } as const]
    : []),
];

const MOST_CANDIDATES = 5;

const candidatesOf = (made: Case, chosen: Option | null): DocumentId[] => {
  const taken = new Set(chosen?.items.map(({ documentId }) => documentId));
  const others = [
    ...made.options.flatMap(({ items }) => items),
    ...made.resolution.choices.flatMap((meanings) => meanings.flatMap((named) => named.map(({ item }) => item))),
  ];
  return [...new Set(others.map(({ documentId }) => documentId))]
    .filter((documentId) => !taken.has(documentId))
    .slice(0, MOST_CANDIDATES);
};

/** Money of a known party that no document takes is an advance; a stranger's is left to a person. */
export const proposeUnmatched = (made: Case, thresholds: MatchThresholds, twinOf: TwinOf): MatchProposal => {
  const { operation, payer, resolution, reading } = made;
  const [party, ...others] = payer.parties;
  const isKnown = party !== undefined && others.length === 0 && made.thirdName === null;
  const paid = resolution.choices.flatMap(([meaning = []]) => meaning).filter(({ item }) => item.outstanding === 0n);
  const twin = twinOf(operation.id);
  const conflict = vatRateConflict(operation.purpose, operation.date);
  const warnings: MatchWarning[] = [
    ...payerWarnings(made),
    ...paid.map(({ item }) => ({ code: 'document.paid', documentId: item.documentId }) as const),
    ...(conflict === null
      ? []
      : [{ code: 'vat.rate', rate: conflict.rate, expected: [conflict.general], documentId: null } as const]),
    ...(twin === null ? [] : [{ code: 'operation.twin', operationId: twin } as const]),
  ];
  const confidence = isKnown ? Math.min(EVIDENCE[payer.evidence], reading.isAdvance ? 0.7 : 0.55) : 0.2;
  return {
    operationId: operation.id,
    zone: zoneOf(confidence, false, thresholds),
    kind: isKnown ? 'advance' : 'unknown',
    partyId: isKnown ? party.id : null,
    allocations: [],
    writeOffs: [],
    remainder: operation.sum,
    confidence,
    why: sentence([
      unmatchedPayer(made),
      resolution.missing[0] === undefined ? '' : `№ ${resolution.missing[0].text} не найден`,
      isKnown ? (reading.isAdvance ? 'в назначении аванс' : 'подходящего документа нет: останется авансом') : '',
      ...warnings.flatMap((warning) => warningWords(warning) ?? []),
    ]),
    warnings,
    candidates: candidatesOf(made, null),
    ruleId: null,
  };
};

const unmatchedPayer = ({ payer, thirdName }: Case): string => {
  if (thirdName !== null) return `платит за «${thirdName.replaceAll(/["«»]/gu, '').trim()}»: документа не нашлось`;
  if (payer.evidence === 'twins') return 'с таким названием несколько контрагентов: выберите, кто заплатил';
  if (payer.evidence === 'none') return 'плательщика нет в справочнике: выберите его или создайте карточку';
  return payer.evidence === 'inn' ? 'ИНН совпал' : 'контрагент известен';
};

/** Neither the accounts nor the dates say whether money came or went. */
export const proposeUnclear = ({ id, sum }: MatchOperation): MatchProposal => ({
  operationId: id,
  zone: 'manual',
  kind: 'unknown',
  partyId: null,
  allocations: [],
  writeOffs: [],
  remainder: sum,
  confidence: 0,
  why: 'Из выписки не видно, приход это или расход: выберите сами',
  warnings: [],
  candidates: [],
  ruleId: null,
});

/** Money that goes back. It never posts itself: which document it belongs to is for a person to say. */
export const proposeRefund = (
  made: Case,
  paidBefore: readonly DocumentId[],
  thresholds: MatchThresholds,
): MatchProposal => {
  const { operation, payer } = made;
  const [party, ...others] = payer.parties;
  const partyId: PartyId | null = party !== undefined && others.length === 0 ? party.id : null;
  const confidence = partyId === null ? 0.3 : Math.min(EVIDENCE[payer.evidence], 0.85);
  return {
    operationId: operation.id,
    zone: zoneOf(confidence, false, thresholds),
    kind: 'refund',
    partyId,
    allocations: [],
    writeOffs: [],
    remainder: operation.sum,
    confidence,
    why: sentence([
      unmatchedPayer({ ...made, thirdName: null }),
      operation.direction === 'incoming' ? 'в назначении возврат нам' : 'в назначении возврат от нас',
      paidBefore.length > 0 ? 'документ из назначения найден' : '',
    ]),
    warnings: payerWarnings(made),
    candidates: paidBefore.slice(0, MOST_CANDIDATES),
    ruleId: null,
  };
};
