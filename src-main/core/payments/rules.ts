import { appError } from '#shared/contract/errors.ts';
import { otherSideOf } from '#shared/domain/bank/operation.ts';
import { DEFAULT_THRESHOLDS } from '#shared/domain/matching/thresholds.ts';
import type { MatchRule } from '#shared/domain/matching/types.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { moneyToDecimal, parseMoney, ZERO } from '#shared/kernel/money.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { ruleText } from '#shared/text/match-texts.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { StoredOperation, StoredRule } from '../../ports/payments.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';

/**
 * Makes a rule of a person's decision: by the payer's ИНН, else by the account, else by the name. The same rule twice is once.
 * It speaks of operations to come; what is put already stays.
 */
export const learnRule = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  operation: StoredOperation,
  outcome: MatchRule['then'],
): void => {
  const { inn, account, name } = otherSideOf(operation);
  const when: MatchRule['when'] = inn !== null ? { inn } : account !== '' ? { account } : { nameContains: name };
  if (Object.values(when).every((value) => value === '')) return;
  const { organisationId } = operation;
  const direction = operation.direction === 'incoming' ? 'incoming' : 'outgoing';
  const same = (rule: StoredRule): boolean =>
    JSON.stringify([rule.organisationId, rule.direction, rule.when, rule.outcome]) ===
    JSON.stringify([organisationId, direction, when, outcome]);
  if (stores.payments.rules().some(same)) return;
  const madeBy = requireDefined(context.actor, 'the acting person').user.id;
  const id = deps.random.uuid();
  const made = { taughtBy: operation.importId, madeAt: deps.clock.now(), madeBy };
  stores.payments.saveRule({ id, organisationId, direction, when, outcome, isOn: true, asks: false, ...made });
};

export const listRules =
  (deps: CoreDeps): Handler<'rules.list'> =>
  () => {
    const { payments, parties, users } = deps.base.read;
    const nameOf = (id: MatchRule['organisationId']): string => (id === null ? '' : (parties.get(id)?.shortName ?? ''));
    return ok({
      items: payments.rules().map(({ id, organisationId, direction, when, outcome, isOn, asks, madeAt, madeBy }) => ({
        id,
        organisationId,
        direction,
        when,
        kind: outcome.kind,
        partyId: outcome.partyId,
        isOn,
        asks,
        at: madeAt,
        text: ruleText(when, outcome, nameOf(outcome.partyId)),
        party: nameOf(outcome.partyId),
        organisation: nameOf(organisationId),
        who: users.get(madeBy)?.fullName ?? '',
      })),
    });
  };

export const saveRule =
  (deps: CoreDeps): Handler<'rules.save'> =>
  (context, { rule }) => {
    const { id, direction, kind, isOn, asks } = rule;
    const conditions = Object.entries(rule.when).filter(([, value]) => value !== undefined && value.trim() !== '');
    if (conditions.length === 0) return err(appError('rule.empty', {}));
    const partyId = rule.partyId === null ? null : asId<'party'>(rule.partyId);
    if (partyId !== null && deps.base.read.parties.get(partyId) === null)
      return err(appError('payment.noParty', { payer: '' }));
    if (kind === 'payment' && partyId === null) return err(appError('payment.noParty', { payer: '' }));
    const organisationId = rule.organisationId === null ? null : asId<'party'>(rule.organisationId);
    const madeBy = requireDefined(context.actor, 'the acting person').user.id;
    const when: MatchRule['when'] = Object.fromEntries(conditions);
    const outcome: MatchRule['then'] =
      kind === 'payment' ? { kind, partyId: requireDefined(partyId, 'the party of a rule') } : { kind, partyId };
    context.commit((stores) => {
      const made = { taughtBy: null, madeAt: deps.clock.now(), madeBy };
      stores.payments.saveRule({ id, organisationId, direction, when, outcome, isOn, asks, ...made });
    });
    context.emit({ type: 'changed', entity: 'payment', id });
    return ok({ id });
  };

export const deleteRule =
  (_deps: CoreDeps): Handler<'rules.delete'> =>
  (context, { id }) => {
    context.commit((stores) => stores.payments.deleteRule(id));
    context.emit({ type: 'changed', entity: 'payment', id });
    return ok({ id });
  };

export const listThresholds =
  (deps: CoreDeps): Handler<'thresholds.list'> =>
  () => {
    const own = deps.base.read.payments.thresholds();
    return ok({
      items: deps.base.read.organisations.list().map(({ party }) => {
        const { auto, confirm, rounding, commissionBasisPoints } = own.get(party.id) ?? DEFAULT_THRESHOLDS;
        return {
          organisationId: party.id,
          organisation: party.shortName,
          auto: Math.round(auto * 100),
          confirm: Math.round(confirm * 100),
          rounding: moneyToDecimal(rounding),
          commissionPercent: commissionBasisPoints / 100,
        };
      }),
    });
  };

export const saveThresholds =
  (deps: CoreDeps): Handler<'thresholds.save'> =>
  (context, { organisationId, auto, confirm, rounding, commissionPercent }) => {
    const id = asId<'party'>(organisationId);
    if (deps.base.read.organisations.get(id) === null)
      return err(appError('organisation.unknown', { inn: organisationId }));
    const sum = parseMoney(rounding);
    context.commit((stores) =>
      stores.payments.saveThresholds(id, {
        auto: auto / 100,
        confirm: confirm / 100,
        rounding: sum.ok && sum.value > 0n ? sum.value : ZERO,
        commissionBasisPoints: Math.round(commissionPercent * 100),
      }),
    );
    context.emit({ type: 'changed', entity: 'payment', id: organisationId });
    return ok({ organisationId });
  };
