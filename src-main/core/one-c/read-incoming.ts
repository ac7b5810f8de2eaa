import { cleanText, hasControls } from '#shared/domain/exchange-1c/clean-text.ts';
import type { OneCLine, OneCPaper, PaperReference } from '#shared/domain/exchange-1c/paper.ts';
import { INCOMING_ROLES, ROLE_RANK } from '#shared/domain/exchange-1c/roles.ts';
import { CARRIAGE, pricePerUnit } from '#shared/domain/exchange-1c/snapshot-lines.ts';
import {
  INCOMING_KINDS,
  INCOMING_TITLES,
  type IncomingKind,
  type IncomingLine,
} from '#shared/domain/incoming/incoming.ts';
import { unitByName } from '#shared/domain/units/okei.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { parseDecimal } from '#shared/kernel/decimal.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { StoredIncoming } from '../../ports/incoming.ts';
import type { OneCCursor, OneCPeriod } from '../../ports/one-c.ts';
import type { ReadPaper } from './read-papers.ts';

const PAGE = 200;

const RANK_BY_KIND = new Map(INCOMING_KINDS.map((kind) => [kind, ROLE_RANK[INCOMING_ROLES[kind]]] as const));

/** Papers of suppliers and carriers in a period, by date; a bill before its act, an act before its счет-фактура. */
export const readIncoming = function* (stores: ReadStores, period: OneCPeriod): Generator<ReadPaper> {
  let after: OneCCursor = null;
  for (;;) {
    const page = stores.incoming.forOneC(period, RANK_BY_KIND, after, PAGE);
    for (const { paper, sentState } of page)
      yield {
        paper: paperOf(stores, paper),
        source: {
          id: paper.id,
          isIncoming: true,
          orderId: paper.orderId,
          kind: paper.kind,
          version: 1,
          contentHash: '',
          sent: sentState === 'entered' ? { version: 1, contentHash: '' } : null,
        },
      };
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.cursor;
  }
};

/** Our own number of the entry: suppliers' numbers repeat, those of one journal must not. */
const ownNumber = ({ entry }: Pick<StoredIncoming, 'entry'>): string => `ВХ-${String(entry).padStart(6, '0')}`;

const paperOf = (stores: ReadStores, paper: StoredIncoming): OneCPaper => {
  const partyOf = (id: PartyId) => requireDefined(stores.parties.get(id), 'the party of an incoming paper');
  const party = partyOf(paper.partyId);
  const order = paper.orderId === null ? null : stores.orders.get(paper.orderId);
  const role = INCOMING_ROLES[paper.kind];
  const isUpd = paper.kind === 'incomingUpd';
  const names = [paper.number, party.fullName, party.shortName, ...paper.lines.map(({ name }) => name)];
  return {
    id: paper.id,
    role,
    title: INCOMING_TITLES[paper.kind],
    number: ownNumber(paper),
    date: paper.date,
    taxDate: paper.date,
    revision: null,
    organisation: partyOf(paper.organisationId),
    party,
    contract: null,
    currency: 'RUB',
    sum: paper.sum,
    vat: paper.vat,
    lines: paper.lines.map((line) => lineOf(line, order !== null && order.trip !== null)),
    // A УПД without the tax is a передаточный документ only: status 2.
    isFacturaToo: isUpd && paper.lines.some(({ rate }) => rate !== 'none'),
    isUpd,
    isElectronic: false,
    consignor: null,
    consignee: null,
    deliveryAddress: '',
    transport: '',
    invoice: role === 'purchase' ? relativeOf(stores, paper, ['supplierInvoice']) : null,
    basis: role === 'purchaseFactura' ? relativeOf(stores, paper, ['incomingAct']) : null,
    incoming: { number: cleanText(paper.number), date: paper.date, receivedOn: paper.receivedOn },
    comment: order === null ? '' : cleanText(`Заказ № ${order.number}`),
    isCleaned: names.some(hasControls),
  };
};

const lineOf = ({ kind, name, quantity, unitName, gross, vat, rate }: IncomingLine, isTrip: boolean): OneCLine => {
  const parsed = parseDecimal(quantity);
  const content = cleanText(name);
  return {
    kind,
    code: '',
    product: isTrip && kind === 'service' ? CARRIAGE : content,
    content,
    unitName,
    unitCode: unitByName(unitName)?.code ?? '',
    quantity,
    price: parsed.ok ? pricePerUnit(gross, parsed.value) : gross,
    gross,
    vat,
    rate,
  };
};

const MOST_RELATIVES = 500;

/** Another paper of the same writer: of the same order when there is one, of the same sum before another. */
const relativeOf = (
  stores: ReadStores,
  { organisationId, partyId, orderId, sum }: StoredIncoming,
  kinds: readonly IncomingKind[],
): PaperReference | null => {
  const found = kinds.flatMap((kind) =>
    stores.incoming
      .list(
        { kind, organisationId, partyId, state: 'entered', ...(orderId === null ? {} : { orderId }) },
        { limit: MOST_RELATIVES, offset: 0 },
      )
      .items.toReversed(),
  );
  const relative = found.find((each) => each.sum === sum) ?? (orderId === null ? undefined : found[0]);
  return relative === undefined ? null : { id: relative.id, number: ownNumber(relative), date: relative.date };
};
