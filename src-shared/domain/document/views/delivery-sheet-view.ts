import { formatDate } from '../../../kernel/date.ts';
import type { DocumentView } from '../document-source.ts';
import type { HandOverSource } from '../sides/internal-source.ts';
import { from, splitTraced } from '../traced.ts';
import { countLines, countText, internalHead, termLeaf, wayText } from './internal-parts.ts';
import { orderLeaf } from './leaf.ts';

/** Лист доставки: for whoever carries the goods out and whoever takes them. Who fetches them himself shows a proxy or a passport. */
export const deliverySheetView = (source: HandOverSource): DocumentView => {
  const { marks, places } = source;
  const { way, company, address, recipient, trackNumber, shipDate, comment } = source.delivery;
  // An address that was written before the client decided to come himself would send a driver on the road.
  const isCarried = way !== 'pickup';
  return splitTraced({
    ...internalHead(source, 'delivery-sheet'),
    way: termLeaf('delivery.way', wayText(way)),
    hasWay: way !== null,
    hasNoWay: way === null,
    isPickup: way === 'pickup',
    shipDate: termLeaf('delivery.shipDate', shipDate === null ? '' : formatDate(shipDate)),
    hasShipDate: shipDate !== null,
    address: termLeaf('delivery.address', address),
    hasAddress: isCarried && address !== '',
    carrier: termLeaf('delivery.company', company),
    hasCarrier: isCarried && company !== '',
    trackNumber: termLeaf('delivery.trackNumber', trackNumber),
    hasTrackNumber: isCarried && trackNumber !== '',
    recipient: termLeaf('delivery.recipient', recipient),
    hasRecipient: recipient !== '',
    comment: termLeaf('delivery.comment', comment),
    hasComment: comment !== '',
    lines: countLines(source),
    count: from.computed('order.lines', countText(source)),
    places: orderLeaf(marks, 'trip.cargo.places', places === null ? '' : String(places)),
    hasPlaces: places !== null,
    hasNoPlaces: places === null,
  });
};
