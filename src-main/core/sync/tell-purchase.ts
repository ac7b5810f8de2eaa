import { z } from 'zod';
import type { CrmLine } from '#shared/domain/crm/row.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { asId, type OrderId } from '#shared/kernel/id.ts';
import { syncComments } from '#shared/text/sync-texts.ts';
import type { AuditEntry, WriteStores } from '../../ports/base.ts';
import type { CrmAccount, CrmLink } from '../../ports/sync.ts';
import type { CoreDeps } from '../deps.ts';
import { readTerms } from '../packs/read-terms.ts';
import { enqueueFor } from './enqueue.ts';

type Scope = {
  readonly deps: Pick<CoreDeps, 'clock' | 'random'>;
  readonly stores: WriteStores;
  readonly account: CrmAccount;
  readonly fact: AuditEntry;
  readonly orderId: OrderId;
  readonly link: CrmLink;
};

const printed = z.object({
  lines: z.array(z.object({ code: z.string(), name: z.string(), quantity: z.string(), unitName: z.string() })),
});

/** «1 500,5» as the paper prints it → «1500.5». */
const decimalText = (text: string): string => text.replaceAll(/\s/gu, '').replace(',', '.');

const lineOf = ({ quantity, ...line }: z.infer<typeof printed>['lines'][number]): CrmLine => ({
  ...line,
  id: null,
  kind: 'goods',
  unitCode: '',
  quantity: decimalText(quantity),
  // The supplier's invoice will say.
  price: '0.00',
  discountPercent: '0',
  vatRate: null,
  vatIncluded: true,
});

/**
 * A заказ поставщику that was issued here becomes a purchase in МойСклад, beside the order it is for. Its id is the document's, so
 * that an issue anew makes no second one; what people changed there since is theirs. Other CRMs know no purchases.
 */
export const tellPurchase = ({ deps, stores, account, fact, orderId, link }: Scope): void => {
  if (account.system !== 'moysklad' || fact.entity !== 'document') return;
  if (fact.action !== 'document.issued' && fact.action !== 'document.reissued') return;
  const document = stores.documents.get(asId(fact.entityId));
  if (document?.kind !== 'supplier-order' || document.state !== 'issued') return;
  const paper = printed.safeParse(stores.documents.snapshotOf(document.id, document.version)?.data);
  if (!paper.success) return;
  const { lines } = paper.data;
  const uncounted = lines.filter(({ quantity }) => quantity === '').map(({ name }) => name);
  const comment = syncComments.purchase(document.number, stores.orders.get(orderId)?.number ?? '', uncounted);
  enqueueFor(deps, stores, account, link, {
    kind: 'createPurchase',
    id: `purchase:${document.id}`,
    by: fact.userId,
    orderId,
    documentId: document.id,
    organisationId: document.organisationId,
    supplierId: document.partyId,
    fields: {
      title: titleOf(document.kind),
      date: document.date,
      shipDate: readTerms(stores, orderId).purchase.expectedOn,
      comment,
    },
    lines: lines.filter(({ quantity }) => quantity !== '').map(lineOf),
  });
};
