import type { DocumentSource, DocumentView } from '../document-source.ts';
import { actView } from './act-view.ts';
import { contractServicesView, contractSupplyView } from './contract-view.ts';
import { invoiceView } from './invoice-view.ts';
import { updView } from './upd-view.ts';
import { waybillView } from './waybill-view.ts';

/** What the template of the source's kind is filled from. The same source always gives the same view. */
export const viewOf = (source: DocumentSource): DocumentView => {
  switch (source.kind) {
    case 'invoice':
      return invoiceView(source);
    case 'contract-supply':
      return contractSupplyView(source);
    case 'contract-services':
      return contractServicesView(source);
    case 'act':
      return actView(source);
    case 'upd':
      return updView(source);
    case 'waybill':
      return waybillView(source);
  }
};
