import { formatDateLong } from '../../../kernel/date.ts';
import { capitalize } from '../../../kernel/text.ts';
import type { DocumentView } from '../document-source.ts';
import type { InternalSource } from '../sides/internal-source.ts';
import { from, splitTraced } from '../traced.ts';
import { countLines, countText, internalHead, leavingText, termLeaf } from './internal-parts.ts';
import { orderLeaf } from './leaf.ts';

/** Заказ на производство: what to make, of what, until when. It is read in the workshop, so it knows neither sums nor contacts. */
export const productionOrderView = (source: InternalSource): DocumentView => {
  const { marks, deadline, branding, comment, delivery } = source;
  const leaving = capitalize(leavingText(delivery));
  return splitTraced({
    ...internalHead(source, 'production-order'),
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
