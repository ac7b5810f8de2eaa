import type { DocumentView } from '../document/document-source.ts';
import type { AccountSource } from './account-source.ts';
import { closingRegisterView } from './closing-register-view.ts';
import { priceListView } from './price-list-view.ts';
import { proxyGoodsView } from './proxy-goods-view.ts';
import { reconciliationView } from './reconciliation-view.ts';
import { reminderView } from './reminder-view.ts';

/** What the form of a paper of no order is filled from. The same source always gives the same view. */
export const paperView = (source: AccountSource): DocumentView => {
  switch (source.kind) {
    case 'reconciliation':
      return reconciliationView(source);
    case 'price-list':
      return priceListView(source);
    case 'closing-register':
      return closingRegisterView(source);
    case 'reminder':
      return reminderView(source);
    case 'proxy-goods':
      return proxyGoodsView(source);
  }
};
