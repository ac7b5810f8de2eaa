import type { OutputOf } from '#shared/contract/index.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { splitPartyName, toSheets } from '#renderer/parts/order-row.ts';
import { paletteTexts } from '#renderer/text/palette-texts.ts';
import { moneyText } from '#renderer/ui/money.tsx';
import type { PaletteGroup } from '#renderer/ui/palette-items.ts';
import type { RecentOrder } from './recent.ts';

export type OpenOrder = (id: string, kind?: DocumentKind) => void;

/** Orders first, then documents; a document leads to its page on the card of its order, a paper of no order opens itself. */
export const foundGroup = (
  found: OutputOf<'search.find'>,
  kinds: readonly DocumentKind[],
  open: OpenOrder,
  openPaper: (id: string) => void,
): PaletteGroup => ({
  title: paletteTexts.found,
  items: [
    ...found.orders.map((order) => ({
      id: order.id,
      icon: 'clipboard-list' as const,
      title: paletteTexts.order(order.number),
      detail: `${splitPartyName(order.counterparty).name}, ${moneyText(order.sum)}`,
      sheets: toSheets(order.pack),
      run: () => open(order.id, order.pack.find(({ kind }) => kinds.includes(kind))?.kind),
    })),
    ...found.documents.map((document) => ({
      id: document.id,
      icon: 'file-text' as const,
      title: `${document.title} № ${document.number}`,
      detail: `${splitPartyName(document.counterparty).name}, ${moneyText(document.sum)}`,
      run: () =>
        document.orderId === null
          ? openPaper(document.id)
          : open(
              document.orderId,
              DOCUMENT_KINDS.find((kind) => titleOf(kind) === document.title),
            ),
    })),
  ],
});

export const recentGroup = (orders: readonly RecentOrder[], open: OpenOrder): PaletteGroup => ({
  title: paletteTexts.recent,
  items: orders.map(({ id, number, party }) => ({
    id: `recent-${id}`,
    icon: 'history' as const,
    title: paletteTexts.order(number),
    detail: splitPartyName(party).name,
    run: () => open(id),
  })),
});
