import { requireDefined } from '#shared/kernel/assert.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { proposedRows } from './allocation-rows.ts';
import { applyPayment } from './payment-facts.ts';
import { createRowMaker, type PaymentRow } from './payment-row.ts';
import type { ProposalCache } from './proposals.ts';

const EVERYTHING = { limit: 1_000_000, offset: 0 } as const;

/** Proposals for everything that is put nowhere; with `apply` the zone «сам» is put where it belongs, in one transaction. */
export const matchStatements =
  (deps: CoreDeps, proposals: ProposalCache): Handler<'payments.match'> =>
  (context, { apply }) => {
    const waiting = deps.base.read.statements.operations({ isSettled: false }, EVERYTHING).items;
    const proposed = proposals.all();
    const maker = createRowMaker(deps.base.read);
    const rows = waiting.map((operation) => maker.row(operation, [], proposed.get(operation.id)));
    const inZone = (zone: PaymentRow['zone']) => rows.filter((row) => row.zone === zone);
    const answer = { auto: inZone('auto'), confirm: inZone('confirm'), manual: inZone('manual') };
    if (!apply || answer.auto.length === 0) return ok(answer);

    const mark = {
      how: 'auto',
      madeAt: deps.clock.now(),
      madeBy: requireDefined(context.actor, 'the acting person').user.id,
    } as const;
    const applied = context.commit((stores) => {
      const done = new Set<string>();
      for (const operation of waiting) {
        const proposal = proposed.get(operation.id);
        if (proposal?.zone !== 'auto') continue;
        const made = proposedRows(stores, operation, proposal, mark);
        if (made === null) continue;
        applyPayment(
          deps,
          context,
          stores,
          operation,
          made.map((row) => ({ ...row, id: deps.random.uuid() })),
        );
        done.add(operation.id);
      }
      return zonesAfter(answer, done);
    });
    context.emit({ type: 'changed', entity: 'payment', id: '' });
    return ok(applied);
  };

type Zones = { auto: PaymentRow[]; confirm: PaymentRow[]; manual: PaymentRow[] };

/** What was put is told as such; what could not be put by itself is left for a person. */
const zonesAfter = (zones: Zones, done: ReadonlySet<string>): Zones => ({
  auto: zones.auto.filter(({ id }) => done.has(id)).map((row) => ({ ...row, isSettled: true, how: 'auto' as const })),
  confirm: [...zones.confirm, ...zones.auto.filter(({ id }) => !done.has(id))],
  manual: zones.manual,
});
