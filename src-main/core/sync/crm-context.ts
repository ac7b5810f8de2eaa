import type { CrmAccount } from '../../ports/sync.ts';
import { asId } from '#shared/kernel/id.ts';
import type { CallContext, CoreDeps } from '../deps.ts';

/** Facts that a CRM made begin so: they are never told to a CRM again. */
const CRM_COMMAND = 'crm:';

export const isFromCrm = (commandId: string): boolean => commandId.startsWith(CRM_COMMAND);

/** Use cases run by the exchange: in the name of who connected the CRM, marked as coming from there. */
export const crmContext = (deps: CoreDeps, account: CrmAccount): CallContext | null => {
  const user = deps.base.read.users.get(account.connectedBy);
  if (user === null) return null;
  const rights = deps.base.read.users.rightsOf(user.roles);
  return {
    actor: { user, rights, substitutes: [] },
    session: { userId: user.id },
    commandId: asId(`${CRM_COMMAND}${deps.random.uuid()}`),
    method: 'sync.once',
    signal: new AbortController().signal,
    progress: () => undefined,
    emit: () => undefined,
    cancelJob: () => false,
    commit: (action) => deps.base.write(action),
  };
};
