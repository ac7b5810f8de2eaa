import { joinPresent } from '../../../../kernel/text.ts';
import { contractFor } from '../../../contract/contract-for.ts';
import { nameInnKpp } from '../../../grammar/party-lines.ts';
import type { Party } from '../../../party/party.ts';
import { tripRoles } from '../../../transport/trip-roles.ts';
import type { DocumentView } from '../../document-source.ts';
import type { ClientSource } from '../../sides/client-source.ts';
import { titleOf } from '../../titles.ts';
import { from, splitTraced, type Traced } from '../../traced.ts';
import { contractNumber } from '../basis-line.ts';
import { docView, markView } from '../head-view.ts';
import { DASH, orDash, orderLeaf } from '../leaf.ts';
import { dangerousText } from './cargo-measures.ts';
import { freightSideView } from './freight-sides.ts';
import { clientTripOf, tripBlocks } from './request-parts.ts';
import { wholeOrderOf } from './whole-order.ts';

const KIND = 'forwarder-order';

/** It only collects the data: since 2026-09-01 the document itself is electronic (documents.md §11.4). */
const DRAFT = 'ПРОЕКТ';

const NOTICE =
  'Проект для сбора сведений. С 01.09.2026 поручение экспедитору оформляется электронно через оператора ИС ЭПД.';

const partyLeaf = (party: Party | null): Traced =>
  from.directory('order.trip.route', party ? joinPresent([nameInnKpp(party), party.legalAddress]) : DASH);

/** Поручение экспедитору, проект (documents.md §11.4). */
export const forwarderOrderView = (source: ClientSource): DocumentView => {
  const { order, organisation, buyer } = source;
  const { consignor, consignee } = tripRoles({ ...source, order: wholeOrderOf(source) });
  const contract = contractFor(KIND, source.contract);
  return splitTraced({
    mark: markView(source.mark || DRAFT),
    doc: docView(source, titleOf(KIND)),
    notice: NOTICE,
    hasContract: contract !== null,
    contract: from.directory('contract.number', contract ? `к договору ${contractNumber(contract)}` : ''),
    client: freightSideView(
      { field: 'buyer', party: buyer, role: 'client', contact: [buyer.contactName, buyer.phone] },
      KIND,
      source.date,
    ),
    forwarder: freightSideView(
      {
        field: 'organisation',
        party: organisation.party,
        role: 'forwarder',
        contact: [order.managerName, organisation.party.phone],
      },
      KIND,
      source.date,
    ),
    consignor: partyLeaf(consignor),
    consignee: partyLeaf(consignee),
    ...tripBlocks(order, clientTripOf(source)),
    insurance: 'по отдельному поручению Клиента',
    payer: from.directory('buyer.shortName', orDash(buyer.shortName || buyer.fullName)),
    dangerous: orderLeaf(order, 'trip.cargo.dangerous', orDash(order.trip ? dangerousText(order.trip.cargo) : '')),
    etrn: orderLeaf(order, 'trip.etrnUid', orDash(order.trip?.etrnUid ?? '')),
  });
};
