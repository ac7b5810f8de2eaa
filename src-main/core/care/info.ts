import { ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';

export const baseInfo =
  (deps: CoreDeps): Handler<'base.info'> =>
  async () => {
    const { orders, parties, documents, settings } = deps.base.read;
    return ok({
      name: deps.baseName,
      isDemo: settings.get('demo.today') !== null,
      today: deps.clock.today(),
      version: deps.version,
      pdfEngine: await deps.pdf.engine(),
      orders: orders.count(),
      counterparties: parties.list({}, { limit: 1, offset: 0 }).total,
      documents: documents.count(),
    });
  };
