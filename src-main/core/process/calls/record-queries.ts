import { appError, type AppError } from '#shared/contract/errors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../../ports/base.ts';
import type { ProcessInstance } from '../../../ports/processes.ts';
import type { Handler } from '../../deps.ts';
import { Desk } from '../views/desk.ts';
import { recordCard } from '../views/record-card.ts';
import type { ProcessDeps } from './process-deps.ts';

/** By id of the process, of the record or of its order; of a record, the process that began first. */
const findInstance = ({ processes }: ReadStores, id: string): Result<ProcessInstance, AppError> => {
  const own = processes.instance(id);
  if (own !== null) return ok(own);
  const recordId = processes.record(id)?.id ?? processes.recordOfOrder(asId(id))?.id;
  const [first] = recordId === undefined ? [] : processes.ofRecord(recordId);
  return first === undefined ? err(appError('record.unknown', { record: id })) : ok(first);
};

export const getRecord =
  (deps: ProcessDeps): Handler<'records.get'> =>
  (context, { id }) => {
    deps.runner.catchUp();
    const found = findInstance(deps.base.read, id);
    if (!found.ok) return found;
    return ok(
      recordCard(
        new Desk(deps.base.read, deps.runner),
        found.value,
        requireDefined(context.actor, 'the asking person'),
      ),
    );
  };

/** Of the record with all processes on it, newest first. */
export const recordTimeline =
  (deps: ProcessDeps): Handler<'records.timeline'> =>
  (_context, { id, limit, offset }) => {
    deps.runner.catchUp();
    const found = findInstance(deps.base.read, id);
    if (!found.ok) return found;
    const ids = deps.base.read.processes.ofRecord(found.value.recordId).map((each) => each.id);
    const { total, items } = deps.base.read.processes.timeline(ids, { limit, offset });
    return ok({ total, items: new Desk(deps.base.read, deps.runner).timeline(items) });
  };
