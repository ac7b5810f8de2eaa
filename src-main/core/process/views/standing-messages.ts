import type { OutputOf } from '#shared/contract/index.ts';
import { chatName } from '#shared/domain/process/outside-names.ts';
import { reasonText } from '#shared/text/sync-reasons.ts';
import type { ReadStores } from '../../../ports/base.ts';
import type { OutboxEntry } from '../../../ports/sync.ts';
import { outside } from '../send-message.ts';

type Message = OutputOf<'records.get'>['messages'][number];

const WAYS: Readonly<Record<OutboxEntry['state'], Message['way'] | null>> = {
  ready: 'crm',
  sending: 'crm',
  wait: 'crm',
  unknown: 'crmUnclear',
  conflict: 'crmUnclear',
  parked: 'crmRefused',
  dropped: 'copy',
  done: null,
};

/** What processes want said outside and nobody has sent yet, with the way on which it is. What the CRM or the mail has sent is gone. */
export const standingMessages = (stores: ReadStores, instanceIds: readonly string[]): Message[] =>
  stores.processes.drafts(instanceIds).flatMap(({ id, at, text, body }) => {
    const { entries, letter } = outside(stores, id);
    const [entry] = entries;
    const way = entry === undefined ? (letter === null ? 'copy' : 'mail') : WAYS[entry.state];
    if (way === null || letter?.state === 'sent') return [];
    return [{ id, at, to: addressOf(body), text, way, reason: entry === undefined ? '' : reasonText(entry.error) }];
  });

const addressOf = (body: unknown): string => {
  const to: unknown = typeof body === 'object' && body !== null && 'to' in body ? body.to : null;
  if (typeof to !== 'object' || to === null || !('kind' in to)) return '';
  if ('contact' in to && typeof to.contact === 'string') return to.contact;
  if ('chat' in to && typeof to.chat === 'string') return `чат «${chatName(to.chat)}»`;
  return to.kind === 'client' ? 'клиенту' : '';
};
