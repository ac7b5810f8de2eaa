import type { IsoDate } from '../../../kernel/date.ts';
import type { Order, OrderLine } from '../../order/order.ts';
import { NO_TERMS, type DeliveryTerms } from '../deal-terms.ts';
import { linesOf } from '../document-lines.ts';
import type { DocumentSource } from '../document-source.ts';
import type { DocumentKind } from '../document.ts';
import { isOfClient, namesContact, namesMoney, withoutSentences } from './free-words.ts';

/** A line of the order as those know it who make or carry the goods. */
export type InternalLine = Pick<OrderLine, 'code' | 'name' | 'unitName' | 'quantity'> & {
  /** `lines[3]`: where the line stands in the order, whatever part of it the document prints. */
  readonly path: string;
};

/**
 * Everything a paper of our own people is made from: the workshop, the store, the driver. There is no money in it, and of the client
 * his name alone. `internalSourceOf` is the only way to get one.
 */
export type InternalSource = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: IsoDate;
  readonly mark: string;
  readonly ourName: string;
  readonly clientName: string;
  readonly order: Pick<Order, 'number' | 'date' | 'managerName'>;
  readonly lines: readonly InternalLine[];
  /** Packages of the trip; null while nobody counted them. */
  readonly places: number | null;
  /** What the manager wrote to the order, without sums and contacts. */
  readonly comment: string;
  readonly deadline: IsoDate | null;
  readonly branding: string;
  readonly delivery: Pick<DeliveryTerms, 'way' | 'shipDate'>;
  /** Tells values typed by hand from those of the CRM. */
  readonly marks: Pick<Order, 'manualFields' | 'sourceSystem'>;
};

const linesFor = (kind: DocumentKind, order: Order): readonly InternalLine[] =>
  linesOf(kind, order).map((line) => {
    const { code, name, unitName, quantity } = line;
    return { code, name, unitName, quantity, path: `lines[${order.lines.indexOf(line)}]` };
  });

/** The only door to an internal paper: what is not copied here, the workshop never reads. */
export const internalSourceOf = (source: DocumentSource): InternalSource => {
  const { kind, order, organisation, buyer } = source;
  const { deadline, branding, delivery } = source.terms ?? NO_TERMS;
  const isSecret = (text: string): boolean => namesMoney(text) || namesContact(text) || isOfClient(buyer, text);
  return {
    kind,
    number: source.number,
    date: source.date,
    mark: source.mark,
    ourName: organisation.party.shortName || organisation.party.fullName,
    clientName: buyer.shortName || buyer.fullName,
    order: { number: order.number, date: order.date, managerName: order.managerName },
    lines: linesFor(kind, order),
    places: order.trip?.cargo.places ?? null,
    comment: withoutSentences(order.comment, isSecret),
    deadline,
    branding: withoutSentences(branding, isSecret),
    delivery: { way: delivery.way, shipDate: delivery.shipDate },
    marks: { manualFields: order.manualFields, sourceSystem: order.sourceSystem },
  };
};

/**
 * The same for a paper that goes with the goods: address and recipient were named for it on purpose, so they stay as they are; what
 * the delivery costs does not come along.
 */
export type HandOverSource = Omit<InternalSource, 'delivery'> & { readonly delivery: Omit<DeliveryTerms, 'cost'> };

/** The door to a paper that goes with the goods and is signed by whoever takes them. */
export const handOverSourceOf = (source: DocumentSource): HandOverSource => {
  const { way, company, address, recipient, trackNumber, shipDate, comment } = (source.terms ?? NO_TERMS).delivery;
  return {
    ...internalSourceOf(source),
    delivery: {
      way,
      company,
      address,
      recipient,
      trackNumber,
      shipDate,
      comment: withoutSentences(comment, namesMoney),
    },
  };
};
