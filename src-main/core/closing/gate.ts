import { appError } from '#shared/contract/errors.ts';
import { closingGate, type Gate } from '#shared/domain/closing/closing-gate.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { ROLE_NAMES } from '#shared/text/role-names.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { findOrder } from '../orders/find-order.ts';
import { composeCase, readCase } from '../packs/read-case.ts';
import { courseOf } from '../signing/way.ts';

/** What the gate says of an order now: its composition by the rules and what became of each paper. */
export const gateOf = (stores: ReadStores, order: Order, today: IsoDate): Gate => {
  const documents = stores.documents.ofOrder(order.id);
  const byKind = new Map(documents.map((document) => [document.kind, document]));
  const composed = composeCase(readCase(stores, order, documents), today).map(({ kind }) => kind);
  const kinds = [...new Set([...composed, ...byKind.keys()])];
  return closingGate(
    kinds.map((kind) => {
      const document = byKind.get(kind) ?? null;
      return {
        kind,
        document: document && { course: courseOf(document), medium: document.medium, sentOn: document.sentOn },
      };
    }),
  );
};

/** What keeps the order from being closed, in words; empty when its papers are back, or somebody with the right let it pass. */
export const lackingOriginals = (stores: ReadStores, order: Order, today: IsoDate): readonly string[] => {
  if (stores.register.overrideOf(order.id) !== null) return [];
  const lacking = gateOf(stores, order, today).items.filter(({ isHere }) => !isHere);
  return lacking.map(({ kind, reason }) => `${titleOf(kind)} – ${reason}`);
};

const overrideView = ({ register, users }: Pick<ReadStores, 'register' | 'users'>, order: Order) => {
  const override = register.overrideOf(order.id);
  if (override === null) return null;
  const { userId, role, reason, at } = override;
  return { who: users.get(userId)?.fullName ?? '', role, reason, at };
};

export const getGate =
  (deps: CoreDeps): Handler<'closing.gate'> =>
  (_context, input) => {
    const { read } = deps.base;
    const order = findOrder(read, input.order);
    if (!order.ok) return order;
    const byKind = new Map(read.documents.ofOrder(order.value.id).map((document) => [document.kind, document]));
    const today = deps.clock.today();
    const { items } = gateOf(read, order.value, today);
    return ok({
      order: order.value.number,
      orderId: order.value.id,
      open: lackingOriginals(read, order.value, today).length === 0,
      items: items.map(({ kind, isHere, reason }) => {
        const document = byKind.get(kind);
        return {
          kind,
          isHere,
          reason,
          title: titleOf(kind),
          documentId: document?.id ?? null,
          number: document?.number ?? '',
          state: document?.paperState ?? null,
        };
      }),
      override: overrideView(read, order.value),
    });
  };

/** Opens the gate against the missing originals; the journal carries what was missing. */
export const overrideGate =
  (deps: CoreDeps): Handler<'closing.override'> =>
  (context, { order: asked, reason }) => {
    const order = findOrder(deps.base.read, asked);
    if (!order.ok) return order;
    const { id, number } = order.value;
    const { isOpen, items } = gateOf(deps.base.read, order.value, deps.clock.today());
    if (isOpen) return err(appError('closing.open', { order: number }));
    const { user } = requireDefined(context.actor, 'the acting person');
    const role = user.roles.map((one) => ROLE_NAMES[one]).join(', ');
    const missing = items.filter(({ isHere }) => !isHere).map(({ kind }) => kind);
    const answer = context.commit((stores) => {
      stores.register.addOverride({ orderId: id, userId: user.id, role, reason, at: deps.clock.now() });
      recordAudit(deps, context, stores, {
        action: 'order.closingAllowed',
        right: 'documents.override',
        entity: 'order',
        entityId: id,
        before: null,
        after: { reason, role, missing, sentence: `Закрытие без оригиналов разрешено (${role}): ${reason}` },
      });
      return { order: number, open: true };
    });
    context.emit({ type: 'changed', entity: 'order', id });
    return ok(answer);
  };
