import type { RunOptions } from '#main/ports/sync-engine.ts';
import type { Json, JsonObject } from '#shared/domain/crm/json.ts';
import { isJsonObject } from '#shared/domain/crm/json.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { CrmHour } from './crm-hour.ts';
import type { Work } from './engine-deps.ts';
import { enterDue } from './enter.ts';
import { firstLoad } from './first-load.ts';
import { pullChanges } from './pull-changes.ts';
import { pushDue } from './push.ts';
import { reconcile } from './reconcile.ts';
import { writeShadows } from './shadow.ts';
import { failed, type Sent } from './stopping.ts';

/**
 * One agreement with a CRM. What changed there comes in first and is merged, then ours goes out, oldest first (crm.md §4.3); what
 * the CRM made of it comes back. A first load under way goes on where it stood.
 */
export const agree = async (work: Work, hour: CrmHour, options: RunOptions): Promise<Sent> => {
  const ready = await prepare(work);
  if (ready.state !== 'sent') return ready;
  drain(work);
  if (!isLoaded(work)) {
    const loaded = await firstLoad(work, hour, () => pushDue(work));
    if (loaded.state !== 'sent') return loaded;
  }
  const steps: readonly (() => Promise<Sent>)[] = [
    () => pullChanges(work, hour),
    () => enterDue(work),
    ...(options.reconcile ? [() => reconcile(work, options.acceptLoss)] : []),
    () => pushDue(work),
    () => enterDue(work),
  ];
  for (const step of steps) {
    const ended = await step();
    if (ended.state !== 'sent') return ended;
  }
  return { state: 'sent' };
};

const isLoaded = (work: Work): boolean =>
  (work.base.read.sync.account(work.accountId)?.firstLoad?.finishedAt ?? null) !== null;

/** Turns what happened here since the last time into entries of the outbox. */
const drain = (work: Work): void => writeShadows(work, () => undefined);

/** Stages and employees are read anew from time to time, and whenever it must be proved that the key works again. */
const prepare = async (work: Work): Promise<Sent> => {
  const known = work.base.read.sync.cursor(work.accountId, 'dictionaries');
  const now = work.clock.now();
  const wasStopped = work.base.read.sync.account(work.accountId)?.state === 'stopped';
  if (wasStopped || isOutdated(known, now)) {
    const answer = await work.connector.dictionaries(work.signal);
    if (!answer.ok) return failed(work, answer.error);
    const value = { ...plain(answer.value), readAt: now };
    work.base.write((stores) => {
      stores.sync.saveCursor({ accountId: work.accountId, scope: 'dictionaries', value });
      work.desk.told(stores, value);
    });
  }
  // The answer proves that the address and the key work: whatever stopped the account is over.
  work.base.write((stores) => {
    const account = requireDefined(stores.sync.account(work.accountId), 'the account at work');
    stores.sync.resetWaiting(account.id);
    if (account.state === 'stopped') stores.sync.saveAccount({ ...account, state: 'active', stop: null });
  });
  return { state: 'sent' };
};

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;

/** Stages and names change rarely; who is at work changes all day, where the CRM tells it. */
const isOutdated = (known: JsonObject | null, now: IsoInstant): boolean => {
  const readAt = known?.['readAt'];
  if (typeof readAt !== 'string') return true;
  const employees = known?.['employees'];
  const tellsWork =
    Array.isArray(employees) && employees.some((each) => isJsonObject(each) && typeof each['workingDay'] === 'string');
  return Date.parse(now) - Date.parse(readAt) > (tellsWork ? QUARTER_MS : DAY_MS);
};

const plain = (value: unknown): JsonObject => {
  const copy: Json = JSON.parse(JSON.stringify(value)) as Json;
  return isJsonObject(copy) ? copy : {};
};
