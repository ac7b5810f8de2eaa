import { appError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { ORDER_KINDS, type DocumentKind } from '#shared/domain/document/document.ts';
import { applyRules } from '#shared/domain/document/pack-rules/apply-rules.ts';
import { checkRules } from '#shared/domain/document/pack-rules/check-rules.ts';
import { FACT_NAMES, PACK_FACTS } from '#shared/domain/document/pack-rules/pack-facts.ts';
import type { PackRule } from '#shared/domain/document/pack-rules/pack-rule.ts';
import { sayRule } from '#shared/domain/document/pack-rules/say-rule.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { shipmentDateOf } from '#shared/domain/document/usual-date.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { findOrder } from '../orders/find-order.ts';
import { composeCase, packInputOf, readCase } from '../packs/read-case.ts';
import { readPackRules, RULES_SETTING } from './read-rules.ts';

const viewRules = (stores: Pick<ReadStores, 'settings'>): OutputOf<'composition.save'> => {
  const rules = [...readPackRules(stores)];
  return {
    rules,
    sentences: rules.map(sayRule),
    isDefault: stores.settings.get(RULES_SETTING) === null,
    problems: [...checkRules(rules)],
  };
};

const sheetOf = ({ kind }: { readonly kind: DocumentKind }) => ({ kind, title: titleOf(kind) });

export const getPackRules =
  (deps: CoreDeps): Handler<'composition.get'> =>
  () =>
    ok({
      ...viewRules(deps.base.read),
      facts: FACT_NAMES.map((name) => ({
        name,
        title: PACK_FACTS[name].title,
        answers: Object.entries(PACK_FACTS[name].answers).map(([code, text]) => ({ code, text })),
      })),
      kinds: ORDER_KINDS.map((kind) => sheetOf({ kind })),
    });

export const tryPackRules =
  (deps: CoreDeps): Handler<'composition.try'> =>
  (_context, { rules, order: wanted }) => {
    const answer = { sentences: rules.map(sayRule), problems: [...checkRules(rules)] };
    if (wanted === undefined) return ok({ ...answer, trial: null });
    const order = findOrder(deps.base.read, wanted);
    if (!order.ok) return order;
    const pack = readCase(deps.base.read, order.value);
    const date = shipmentDateOf(order.value, deps.clock.today());
    return ok({
      ...answer,
      trial: {
        order: order.value.number,
        counterparty: pack.buyer.shortName,
        now: composeCase(pack, date).map(sheetOf),
        items: applyRules(rules, packInputOf(pack, date)).map(({ kind, reason, rule }) => ({
          ...sheetOf({ kind }),
          reason,
          rule,
        })),
      },
    });
  };

/** Rules with a word that nobody knows, or with a condition that never holds, are refused whole. */
const refusalOf = (rules: readonly PackRule[]) => {
  const serious = checkRules(rules).filter(({ data }) => data['severity'] === 'block');
  const [first] = serious;
  return first === undefined
    ? null
    : appError('composition.unsound', { count: serious.length, first: `${first.where}: ${first.message}` });
};

export const savePackRules =
  (deps: CoreDeps): Handler<'composition.save'> =>
  (context, { rules }) => {
    const refusal = rules === null ? null : refusalOf(rules);
    if (refusal !== null) return err(refusal);
    const answer = context.commit((stores) => {
      const before = readPackRules(stores);
      stores.settings.set(RULES_SETTING, rules === null ? null : JSON.stringify(rules));
      recordAudit(deps, context, stores, {
        action: 'packRules.changed',
        entity: 'base',
        entityId: RULES_SETTING,
        right: 'templates.edit',
        before,
        after: readPackRules(stores),
      });
      return viewRules(stores);
    });
    context.emit({ type: 'changed', entity: 'order', id: '' });
    return ok(answer);
  };
