import type { DocumentKind } from '../document.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { actView } from './act-view.ts';
import { contractServicesView, contractSupplyView } from './contract-view.ts';
import { invoiceView } from './invoice-view.ts';
import { updView } from './upd-view.ts';
import { waybillView } from './waybill-view.ts';

const VIEWS: Readonly<Record<DocumentKind, (source: DocumentSource) => DocumentView>> = {
  invoice: invoiceView,
  'contract-supply': contractSupplyView,
  'contract-services': contractServicesView,
  act: actView,
  upd: updView,
  waybill: waybillView,
};

/** What the template of the source's kind is filled from. The same source always gives the same view. */
export const viewOf = (source: DocumentSource): DocumentView => VIEWS[source.kind](source);
