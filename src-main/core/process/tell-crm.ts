import { dayOf } from '#shared/domain/process/local-time.ts';
import type { CrmAccount } from '../../ports/sync.ts';
import { enqueueCrmIntent, type CrmIntent } from '../sync/enqueue.ts';
import { systemUser } from './system-user.ts';
import type { Work } from './work.ts';

type Unsigned<Intent> = Intent extends unknown ? Omit<Intent, 'by'> : never;

/** Says to the CRM what a process wants said there, in the name of whoever moved it on. True when a CRM that is meant is told. */
export const tellCrm = (
  { stores, world, cause }: Work,
  intent: Unsigned<CrmIntent>,
  isMeant?: (account: CrmAccount) => boolean,
): boolean => {
  const deps = { clock: { now: () => cause.at, today: () => dayOf(cause.now) }, random: world.random };
  return enqueueCrmIntent(deps, stores, { ...intent, by: cause.userId ?? systemUser(stores) }, isMeant);
};
