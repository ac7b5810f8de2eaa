import { formatDateLong } from '../../../kernel/date.ts';
import { capitalize } from '../../../kernel/text.ts';
import type { DocumentView } from '../document-source.ts';
import type { InternalSource } from '../sides/internal-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced } from '../traced.ts';
import { docView, markView } from './head-view.ts';
import { countLines, countText, leavingText, orderText, termLeaf } from './internal-parts.ts';
import { orderLeaf } from './leaf.ts';

/** Заказ на производство: what to make, of what, until when. It is read in the workshop, so it knows neither sums nor contacts. */
export const productionOrderView = (source: InternalSource): DocumentView => {
  const { order, marks, deadline, branding, comment, delivery } = source;
  const leaving = capitalize(leavingText(delivery));
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf('production-order')),
    company: from.directory('organisation.shortName', source.ourName),
    client: from.directory('buyer.shortName', source.clientName),
    order: orderLeaf(marks, 'number', orderText(source)),
    manager: orderLeaf(marks, 'managerName', order.managerName),
    deadline: termLeaf('deadline', deadline === null ? '' : formatDateLong(deadline)),
    hasDeadline: deadline !== null,
    hasNoDeadline: deadline === null,
    branding: termLeaf('branding', branding),
    hasBranding: branding !== '',
    comment: orderLeaf(marks, 'comment', comment),
    hasComment: comment !== '',
    leaving: termLeaf('delivery', leaving),
    hasLeaving: leaving !== '',
    lines: countLines(source),
    count: from.computed('order.lines', countText(source)),
  });
};
