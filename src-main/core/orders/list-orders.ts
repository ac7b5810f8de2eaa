import { appError } from '#shared/contract/errors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { OrderSummary } from '../../ports/base.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { orderRowView } from '../packs/sheet-view.ts';
import type { StandingCache } from '../packs/standing-cache.ts';

/** The row of a summary with its pack and first problem. */
export const rowOf = (deps: CoreDeps, standings: StandingCache, summary: OrderSummary) => {
  const order = requireDefined(deps.base.read.orders.get(summary.id), 'an order of a list');
  return orderRowView(summary, standings.of(order));
};

export const listOrders =
  (deps: CoreDeps, standings: StandingCache): Handler<'orders.list'> =>
  (_context, input) => {
    const organisations = deps.base.read.organisations.list();
    const organisation =
      input.org === undefined ? undefined : organisations.find(({ party }) => party.inn === input.org);
    if (input.org !== undefined && organisation === undefined)
      return err(appError('organisation.unknown', { inn: input.org }));
    const { text, month, shipMonth, stage, limit, offset } = input;
    const filter = { text, month, shipMonth, stage, organisationId: organisation?.party.id };
    const page = deps.base.read.orders.list(filter, { limit, offset });
    return ok({ total: page.total, items: page.items.map((summary) => rowOf(deps, standings, summary)) });
  };

export const listOrganisations =
  (deps: CoreDeps): Handler<'organisations.list'> =>
  () =>
    ok({
      items: deps.base.read.organisations
        .list()
        .map(({ party, business }) => ({ id: party.id, name: party.shortName, inn: party.inn, business })),
    });
