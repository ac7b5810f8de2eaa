import { appError } from '#shared/contract/errors.ts';
import { etrnDataOf } from '#shared/domain/etrn/etrn-data.ts';
import { writeEtrn } from '#shared/domain/etrn/etrn-writers.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { findOrder } from '../orders/find-order.ts';
import { readCase, sourceOf } from '../packs/read-case.ts';

/**
 * The data set of an ЭТрН as a file: of an issued ТН with its number and date, or of an order whose ЭТрН is only being
 * prepared. Nothing is written down: the operator gives the УИД, and a person enters it into the trip.
 */
export const etrnData =
  (deps: CoreDeps): Handler<'documents.etrn'> =>
  (_context, input) => {
    const { read } = deps.base;
    const document = read.documents.get(asId(input.id));
    const order = findOrder(read, document?.orderId ?? input.id);
    if (!order.ok) return order;
    const { number: orderNumber, trip } = order.value;
    if (trip === null) return err(appError('etrn.noTrip', { order: orderNumber }));
    const waybill = document?.kind === 'waybill' ? document : null;
    const date = waybill?.date ?? deps.clock.today();
    const source = sourceOf(readCase(read, order.value), 'waybill', waybill?.number ?? '', date);
    const sections = etrnDataOf(source, waybill);
    const fields = sections.flatMap(({ key, fields: of }) => of.map((one) => ({ ...one, section: key })));
    return ok({
      name: `ЭТрН ${waybill?.number || orderNumber}.${input.format}`,
      text: writeEtrn(sections, input.format),
      filled: fields.filter(({ value }) => value !== '').length,
      empty: fields.filter(({ value }) => value === '').map(({ section, key }) => `${section}.${key}`),
    });
  };
