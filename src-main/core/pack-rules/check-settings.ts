import type { OutputOf } from '#shared/contract/index.ts';
import { ok } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';

const MARGIN = 'check.marginPercent';
const REGISTRY = 'check.forwarderRegistry';

/** Limits that R-F12 and R-F5 ask for (documents.md §16). */
export const readCheckSettings = ({ settings }: Pick<ReadStores, 'settings'>): OutputOf<'limits.get'> => {
  const margin = settings.get(MARGIN);
  return {
    marginPercent: margin === null ? null : Number(margin),
    forwarderRegistry: settings.get(REGISTRY) === 'block' ? 'block' : 'warn',
  };
};

export const getCheckSettings =
  (deps: CoreDeps): Handler<'limits.get'> =>
  () =>
    ok(readCheckSettings(deps.base.read));

export const saveCheckSettings =
  (deps: CoreDeps): Handler<'limits.save'> =>
  (context, { marginPercent, forwarderRegistry }) => {
    const answer = context.commit((stores) => {
      const before = readCheckSettings(stores);
      stores.settings.set(MARGIN, marginPercent === null ? null : String(marginPercent));
      stores.settings.set(REGISTRY, forwarderRegistry);
      const after = readCheckSettings(stores);
      recordAudit(deps, context, stores, {
        action: 'checkSettings.changed',
        entity: 'base',
        entityId: 'check',
        right: 'templates.edit',
        before,
        after,
      });
      return after;
    });
    context.emit({ type: 'changed', entity: 'order', id: '' });
    return ok(answer);
  };
