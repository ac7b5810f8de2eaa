import { ordersFile, pricesFile } from '#shared/domain/commerceml/commerceml.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { parseMoney, ZERO } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { choosePapers } from './choose-papers.ts';
import { organisationOf, periodOf } from './period.ts';

/** The papers that would go to Бухгалтерия, for programs that read CommerceML instead. */
export const exportOrders =
  (deps: CoreDeps): Handler<'exchange.orders'> =>
  (_context, input) => {
    const asked = periodOf(deps.base.read, input);
    if (!asked.ok) return asked;
    const papers = Array.from(choosePapers(deps.base.read, asked.value.period, false)).flatMap(
      ({ fate, paper, source }) => (fate === 'goes' && !source.isIncoming ? [paper] : []),
    );
    const bytes = deps.oneC.commerceMl(ordersFile(papers, deps.clock.now()));
    return ok({ name: 'orders.xml', bytes: Buffer.from(bytes).toString('base64'), count: papers.length });
  };

/** New prices of a company's products for 1C (TUR-58, TUR-93). */
export const exportPrices =
  (deps: CoreDeps): Handler<'exchange.prices'> =>
  (_context, { organisation: inn, validFrom, prices }) => {
    const organisation = organisationOf(deps.base.read, inn);
    if (!organisation.ok) return organisation;
    const rows = prices.map(({ price, ...row }) => {
      const sum = parseMoney(price);
      return { ...row, price: sum.ok ? sum.value : ZERO };
    });
    const file = pricesFile(organisation.value.party, rows, isoDate(validFrom), deps.clock.now());
    const bytes = deps.oneC.commerceMl(file);
    return ok({ name: 'offers.xml', bytes: Buffer.from(bytes).toString('base64'), count: rows.length });
  };
