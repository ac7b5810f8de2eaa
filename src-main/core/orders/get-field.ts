import { appError } from '#shared/contract/errors.ts';
import { currentValue } from '#shared/domain/edit/current-value.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Party } from '#shared/domain/party/party.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { readCase } from '../packs/read-case.ts';

/** The field whose value is chosen from the directory. */
export const CARRIER_FIELD = 'order.trip.carrierId';

/** What an editor opens with: the value that stands there, and what may be chosen instead where nothing is typed. */
export const getField =
  (deps: CoreDeps): Handler<'orders.field'> =>
  (_context, { orderId, field }) => {
    const order = deps.base.read.orders.get(asId(orderId));
    if (order === null) return err(appError('order.unknown', { order: orderId }));
    const value = currentValue(readCase(deps.base.read, order), field);
    if (value === null) return err(appError('field.unknown', { field }));
    return ok({ value, choices: field === CARRIER_FIELD ? deps.base.read.parties.carriers().map(choiceOf) : [] });
  };

const choiceOf = ({ id, shortName, inn }: Pick<Party, 'id' | 'shortName' | 'inn'>) => ({
  value: id,
  label: inn === '' ? shortName : `${shortName}, ИНН ${inn}`,
});
