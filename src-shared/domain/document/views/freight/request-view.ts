import { formatMoney, type Kopecks } from '../../../../kernel/money.ts';
import { joinPresent, NBSP } from '../../../../kernel/text.ts';
import type { Contract } from '../../../contract/contract.ts';
import { amountInWords } from '../../../words/amount-in-words.ts';
import type { DocumentView } from '../../document-source.ts';
import type { DocumentKind } from '../../document.ts';
import type { CarrierSource, RequestTrip } from '../../sides/carrier-source.ts';
import { titleOf } from '../../titles.ts';
import { from, splitTraced, type TracedTree } from '../../traced.ts';
import { contractNumber } from '../basis-line.ts';
import { docView, markView } from '../head-view.ts';
import { DASH, orDash, type OrderMarks } from '../leaf.ts';
import { freightSideView, type FreightSide } from './freight-sides.ts';
import { USUAL_FREIGHT_TERMS } from './freight-terms.ts';
import { tripBlocks } from './request-parts.ts';

/** The price of a request, whoever pays it. */
export type RequestPrice = {
  readonly field: string;
  readonly gross: Kopecks;
  readonly currency: string;
  /** «в т.ч. НДС 22% 15 786,89 руб.», «без НДС». */
  readonly vatText: string;
};

/** A request for carriage between two sides, already without what the other side of the deal must not see. */
export type RequestFacts = Pick<CarrierSource, 'kind' | 'number' | 'date' | 'mark' | 'organisation' | 'contract'> & {
  readonly marks: OrderMarks;
  /** Who pays for the carriage, and who carries or forwards. */
  readonly customer: FreightSide;
  readonly performer: FreightSide;
  readonly trip: RequestTrip | null;
  /** Null while nothing is agreed. */
  readonly price: RequestPrice | null;
  readonly payment: string;
  /** Papers that the one who carries gives to the one who pays. */
  readonly papers: string;
};

const priceView = (price: RequestPrice | null): Record<string, TracedTree> => {
  if (price === null) return { price: 'подлежит согласованию', vat: DASH };
  const sum = `${formatMoney(price.gross)}${NBSP}${price.currency === 'RUB' ? 'руб.' : price.currency}`;
  return {
    price: from.computed(price.field, `${sum} (${amountInWords(price.gross, price.currency)})`),
    vat: from.computed(price.field, price.vatText),
  };
};

const contractView = (contract: Contract | null): Record<string, TracedTree> => ({
  hasContract: contract !== null,
  contract: from.directory('contract.number', contract === null ? '' : `к договору ${contractNumber(contract)}`),
});

/** Where the customer takes originals. */
const addressOf = ({ party }: FreightSide): string =>
  party === null ? '' : joinPresent([party.shortName || party.fullName, party.postalAddress || party.legalAddress]);

/** Заявка and договор-заявка of either direction (documents.md §7): the same blocks, other eyes. */
export const requestView = (facts: RequestFacts, kind: DocumentKind): DocumentView =>
  splitTraced({
    mark: markView(facts.mark),
    doc: docView(facts, titleOf(kind)),
    city: from.directory('organisation.city', orDash(facts.contract?.city || facts.organisation.city)),
    ...contractView(facts.contract),
    customer: freightSideView(facts.customer, kind, facts.date),
    performer: freightSideView(facts.performer, kind, facts.date),
    ...tripBlocks(facts.marks, facts.trip),
    money: {
      ...priceView(facts.price),
      payment: from.directory('contract.paymentDays', facts.payment),
      idle: USUAL_FREIGHT_TERMS.freeHours,
    },
    papers: {
      list: facts.papers,
      term: USUAL_FREIGHT_TERMS.originals,
      address: from.directory(`${facts.customer.field}.postalAddress`, orDash(addressOf(facts.customer))),
    },
  });
