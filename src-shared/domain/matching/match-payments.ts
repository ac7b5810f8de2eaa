import type { DocumentId } from '../../kernel/id.ts';
import { assign, settle, wantsOf, type Assignment } from './assign.ts';
import { buildCase, type CaseGround } from './build-case.ts';
import { classify, isSure, LIKELY, type Classified } from './classify.ts';
import { componentsOf } from './components.ts';
import { createDemand } from './demand.ts';
import { createDirectory, type Directory } from './directory.ts';
import { ruleWords } from './explain.ts';
import type { Case } from './options.ts';
import { proposePayment, proposeRefund, proposeUnclear, proposeUnmatched, zoneOf } from './propose.ts';
import { readPurpose } from './purpose/read-purpose.ts';
import { resolveMentions } from './resolve.ts';
import { createRuleFinder } from './rules.ts';
import { DEFAULT_THRESHOLDS } from './thresholds.ts';
import { findTwins, type TwinOf } from './twins.ts';
import type { MatchInput, MatchOperation, MatchProposal, MatchRule, MatchThresholds } from './types.ts';

/** An operation that waits for the others, with the documents it wants. */
type Wanting = { readonly operation: MatchOperation; readonly wants: readonly string[] };

/** Its evidence. */
type Waiting = { readonly made: Case; readonly likely: Classified | null; readonly rule: MatchRule | null };

/**
 * What each operation pays for, with the reason: one proposal per operation, in the order of the input. Learned rules
 * come first, then what pays for no document (transfers, fees, taxes, salary), then documents for all the rest at
 * once. The result depends on what the operations are, not on the order in which they stand (issue 7, point 3).
 */
export const matchPayments = (input: MatchInput): MatchProposal[] => {
  const proposals = new Map<string, MatchProposal>();
  const twinOf = findTwins(input.operations);
  const look = createLook(input);
  const demand = createDemand();
  const settled: MatchOperation[] = [];
  const waiting: Wanting[] = [];

  for (const operation of input.operations) {
    const seen = look.at(operation);
    if ('operationId' in seen) {
      proposals.set(operation.id, seen);
      continue;
    }
    demand.add(seen.made);
    const assignment = seen.likely === null ? settle(seen.made) : null;
    const proposal = assignment === null ? null : proposePayment(assignment, look.thresholdsOf(operation), twinOf);
    if (proposal === null) waiting.push({ operation, wants: wantsOf(seen.made) });
    else {
      // Only the answer is kept: the evidence for a year of operations would not fit into memory.
      proposals.set(operation.id, withRule(proposal, seen.rule));
      settled.push(operation);
    }
  }

  const contested = demand.contested();
  const taken = new Set<string>();
  for (const operation of settled) {
    const documents = (proposals.get(operation.id)?.allocations ?? []).map(({ documentId }) => documentId);
    const isContested = documents.some((id) => contested.has(id));
    if (isContested) waiting.push({ operation, wants: documents });
    else for (const id of documents) taken.add(id);
  }

  for (const portion of portionsOf(waiting, taken)) {
    const seen = portion.flatMap((operation) => {
      const again = look.at(operation);
      return 'operationId' in again ? [] : [again];
    });
    const seenById = new Map(seen.map((each) => [each.made.operation.id, each]));
    for (const assignment of assign(
      seen.map(({ made }) => made),
      taken,
      contested,
    )) {
      const { operation } = assignment.made;
      const { likely = null, rule = null } = seenById.get(operation.id) ?? {};
      proposals.set(operation.id, withRule(proposeWaiting(look, assignment, likely, twinOf), rule));
    }
  }
  return input.operations.flatMap(({ id }) => proposals.get(id) ?? []);
};

const PORTION = 1_000;

/**
 * Operations that want the same documents are decided together, the others apart: the evidence is made anew for a portion at a
 * time, because that for a year of operations would not fit into memory.
 */
const portionsOf = function* (
  waiting: readonly Wanting[],
  taken: ReadonlySet<string>,
): Iterable<readonly MatchOperation[]> {
  let portion: MatchOperation[] = [];
  for (const component of componentsOf(
    waiting.map(({ wants }) => wants),
    taken,
  )) {
    portion.push(...component.flatMap((index) => waiting[index]?.operation ?? []));
    if (portion.length < PORTION) continue;
    yield portion;
    portion = [];
  }
  yield portion;
};

const withRule = (proposal: MatchProposal, rule: MatchRule | null): MatchProposal =>
  rule === null ? proposal : asked({ ...proposal, ruleId: rule.id }, rule);

/** Never above «подтвердить» where the rule says that a person decides. */
const asked = (proposal: MatchProposal, { asks = false }: MatchRule): MatchProposal =>
  asks && proposal.zone === 'auto' ? { ...proposal, zone: 'confirm' } : proposal;

type Look = {
  readonly directory: Directory;
  readonly thresholdsOf: (operation: MatchOperation) => MatchThresholds;
  /** The answer where no document is needed for it, else the evidence. */
  readonly at: (operation: MatchOperation) => MatchProposal | Waiting;
};

const createLook = (input: MatchInput): Look => {
  const directory = createDirectory(input);
  const findRule = createRuleFinder(input.rules);
  const thresholdsOf: Look['thresholdsOf'] = ({ organisationId }) =>
    input.thresholdsByOrganisation.get(organisationId) ?? DEFAULT_THRESHOLDS;
  const at: Look['at'] = (operation) => {
    const reading = readPurpose(operation.purpose);
    const thresholds = thresholdsOf(operation);
    const rule = findRule(operation, reading.text);
    if (rule !== null && rule.then.kind !== 'payment') return byRule(operation, rule, thresholds);
    const classified = rule === null ? classify(directory, operation, reading.text) : null;
    const { inn } = operation.counterparty;
    const isParty = inn !== null && directory.partiesByInn.has(inn);
    if (classified !== null && isSure(classified) && (!isParty || classified.kind === 'ownTransfer')) {
      return withoutDocuments(operation, classified, thresholds);
    }
    if (operation.direction === 'unclear') return proposeUnclear(operation);
    const side = operation.direction === 'outgoing' ? 'outgoing' : 'incoming';
    const made = buildCase({ directory, operation, reading, thresholds, rule, side });
    return { made: reading.isRefund ? { ...made, options: [] } : made, likely: classified, rule };
  };
  return { directory, thresholdsOf, at };
};

const proposeWaiting = (
  { directory, thresholdsOf }: Look,
  assignment: Assignment,
  likely: Classified | null,
  twinOf: TwinOf,
): MatchProposal => {
  const { made, option } = assignment;
  const thresholds = thresholdsOf(made.operation);
  const isNamed = option?.basis === 'number' && option.whose !== 'other';
  if (likely !== null && !isNamed) {
    const confidence = Math.min(likely.confidence, LIKELY);
    return withoutDocuments(made.operation, { ...likely, confidence }, thresholds);
  }
  if (made.reading.isRefund) return proposeRefund(made, refundedBy(directory, made), thresholds);
  return proposePayment(assignment, thresholds, twinOf) ?? proposeUnmatched(made, thresholds, twinOf);
};

const withoutDocuments = (
  operation: MatchOperation,
  { kind, confidence, why }: Classified,
  thresholds: MatchThresholds,
): MatchProposal => ({
  operationId: operation.id,
  zone: zoneOf(confidence, confidence > LIKELY, thresholds),
  kind,
  partyId: null,
  allocations: [],
  writeOffs: [],
  remainder: operation.sum,
  confidence,
  why,
  warnings: [],
  candidates: [],
  ruleId: null,
});

const RULE_CONFIDENCE = 0.97;

const byRule = (operation: MatchOperation, rule: MatchRule, thresholds: MatchThresholds): MatchProposal => {
  const why = { kind: 'fee', confidence: RULE_CONFIDENCE, why: ruleWords(rule) } as const;
  const { kind, partyId } = rule.then;
  return withRule({ ...withoutDocuments(operation, why, thresholds), kind, partyId }, rule);
};

/** The documents whose number a refund names, on whichever side they were. */
const refundedBy = (directory: Directory, { scope, reading }: Case): DocumentId[] => {
  const sides: readonly CaseGround['side'][] = ['incoming', 'outgoing'];
  return sides.flatMap((side) =>
    resolveMentions(directory, { ...scope, side }, reading.mentions).choices.flatMap(([meaning = []]) =>
      meaning.map(({ item }) => item.documentId),
    ),
  );
};
