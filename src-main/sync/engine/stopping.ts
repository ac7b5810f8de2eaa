import type { CrmFailure } from '../connectors/failure.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { SyncStop } from '#main/ports/sync.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { AddressRefusal } from '../transport/address.ts';
import type { Work } from './engine-deps.ts';

/**
 * How a piece of work ended. `sent`: done, go on; `pause`: nothing more before `until` (null: asked to stop); `stop`: a person
 * must act first.
 */
export type Sent =
  | { readonly state: 'sent' }
  | { readonly state: 'pause'; readonly until: IsoInstant | null; readonly reason: SyncStop | null }
  | { readonly state: 'stop'; readonly stop: SyncStop };

/** Asked to stop: nothing is wrong. */
export const INTERRUPTED: Sent = { state: 'pause', until: null, reason: null };

const ADDRESSES: Readonly<Record<AddressRefusal, string>> = {
  notAddress: 'Это не адрес CRM: он начинается с https://',
  plainHttp: 'Ключ уходит только по https: адрес должен начинаться с https://',
  noToken: 'Нет ключа к этому адресу: вставьте токен',
  notWebhook: 'Это не адрес входящего вебхука: он вида https://портал/rest/1/ключ/',
};

/** An address that nothing is sent to. */
export const addressStop = (refusal: AddressRefusal): SyncStop => ({
  code: 'crm.address',
  data: { message: ADDRESSES[refusal], action: 'checkAddress' },
});

/** A failure of the connector as data for the page: what stopped, in Russian, and which button helps. */
export const stopOf = (failure: Extract<CrmFailure, { state: 'stopped' }>): SyncStop => ({
  code: `crm.${failure.why}`,
  data: { message: failure.message, action: failure.action },
});

/** The CRM or the way to it wants a pause. */
export const pausedBy = (failure: Extract<CrmFailure, { state: 'later' }>, until: IsoInstant): Sent =>
  failure.why === 'cancelled'
    ? INTERRUPTED
    : { state: 'pause', until, reason: { code: `crm.later.${failure.why}`, data: { message: failure.message } } };

/** A read that did not work: a pause is waited out, a stop is written down with the account, its queue is kept. */
export const failed = (work: Work, failure: CrmFailure): Sent => {
  if (failure.state === 'later') return pausedBy(failure, failure.until);
  if (failure.state === 'stopped') return stopped(work, stopOf(failure));
  // A record or a method that is not there is nothing to wait for.
  return { state: 'sent' };
};

export const stopped = (work: Work, stop: SyncStop): Sent => {
  work.base.write((stores) => {
    const account = requireDefined(stores.sync.account(work.accountId), 'the account at work');
    stores.sync.saveAccount({ ...account, state: 'stopped', stop });
  });
  work.logger.info('sync.stopped', { account: work.accountId, code: stop.code });
  return { state: 'stop', stop };
};
