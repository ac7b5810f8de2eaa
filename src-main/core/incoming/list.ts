import { appError } from '#shared/contract/errors.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { organisationOf } from '../papers/read-paper.ts';
import { incomingCard, incomingRow } from './incoming-row.ts';

export const listIncoming =
  (deps: CoreDeps): Handler<'incoming.list'> =>
  (_context, { organisation, limit, offset, ...filter }) => {
    const { read } = deps.base;
    const company = organisation === undefined ? null : organisationOf(read, organisation);
    if (company !== null && !company.ok) return company;
    const page = read.incoming.list({ ...filter, organisationId: company?.value.party.id }, { limit, offset });
    return ok({ total: page.total, items: page.items.map(incomingRow) });
  };

export const getIncoming =
  (deps: CoreDeps): Handler<'incoming.get'> =>
  (_context, { id }) => {
    const paper = deps.base.read.incoming.get(asId(id));
    return paper === null ? err(appError('incoming.unknown', { id })) : ok(incomingCard(paper));
  };
