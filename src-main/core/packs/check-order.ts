import { datesOf, shipmentDateOf } from '#shared/domain/document/usual-date.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { findOrder } from '../orders/find-order.ts';
import { checkPack } from './check.ts';
import { chooseKinds } from './choose-kinds.ts';
import { crossCheckPack } from './cross-check-pack.ts';
import { missingOf, readCase } from './read-case.ts';

/** The check alone: what would be issued and everything that is wrong with it, at once. */
export const checkOrder =
  (deps: CoreDeps): Handler<'packs.check'> =>
  (_context, input) => {
    const order = findOrder(deps.base.read, input.order);
    if (!order.ok) return order;
    const today = deps.clock.today();
    const named = input.date === undefined ? undefined : isoDate(input.date);
    const pack = readCase(deps.base.read, order.value);
    const kinds = chooseKinds(pack, input.kinds, named ?? shipmentDateOf(order.value, today));
    if (!kinds.ok) return kinds;
    const missing = missingOf(pack, kinds.value);
    const dates = datesOf(order.value, today, named);
    const { checkedRules, findings } = checkPack(deps.base.read, pack, missing, dates, today, input.medium ?? null);
    return ok({ kinds: kinds.value, checkedRules, findings: [...findings, ...crossCheckPack(deps, pack)] });
  };
