import { appError } from '#shared/contract/errors.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { DocumentSummary } from '../../ports/base.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';

/** How a document of that medium travels until the sending of packs decides otherwise. */
const ROUTES = { paper: 'post', scan: 'mail', edo: 'operator' } as const;

const rowView = (deps: CoreDeps, standings: StandingCache, document: DocumentSummary) => {
  const order = requireDefined(deps.base.read.orders.get(document.orderId), 'the order of a document');
  const sheet = standings.of(order).sheets.find((one) => one.document?.id === document.id);
  return {
    id: document.id,
    kind: document.kind,
    title: titleOf(document.kind),
    number: document.number,
    date: document.date,
    counterparty: document.partyName,
    organisation: document.organisationName,
    order: document.orderNumber,
    orderId: document.orderId,
    sum: moneyToDecimal(document.sum),
    vat: moneyToDecimal(document.vat),
    route: ROUTES[document.medium],
    medium: document.medium,
    state: document.state,
    stale: sheet?.state === 'stale',
    version: document.version,
    files: document.files.map(({ format, name, size, isDraft }) => ({ format, name, size, isDraft })),
  };
};

export const listDocuments =
  (deps: CoreDeps, standings: StandingCache): Handler<'documents.list'> =>
  (_context, input) => {
    const { text, state, kind, limit, offset } = input;
    const orderId = input.orderId === undefined ? undefined : asId<'order'>(input.orderId);
    const page = deps.base.read.documents.list({ text, state, kind, orderId }, { limit, offset });
    return ok({ total: page.total, items: page.items.map((document) => rowView(deps, standings, document)) });
  };

export const getDocument =
  (deps: CoreDeps, standings: StandingCache): Handler<'documents.get'> =>
  (_context, input) => {
    const document = deps.base.read.documents.get(asId(input.id));
    if (document === null) return err(appError('document.unknown', { document: input.id }));
    return ok(rowView(deps, standings, document));
  };
