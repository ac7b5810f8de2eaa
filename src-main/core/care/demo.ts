import { appError } from '#shared/contract/errors.ts';
import { demoBills } from '#shared/demo/bills.ts';
import { demoData } from '#shared/demo/demo-data.ts';
import type { Actor } from '#shared/domain/users/rights.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { BatchRunner } from '../batches/runner.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { importOrders } from '../imports/import-orders.ts';
import { importOrganisations, importParties } from '../imports/import-parties.ts';
import { fillDemoProcesses } from '../process/demo.ts';
import { actorOf } from '../users/actor.ts';
import { ADMIN_LOGIN, ensureAdmin } from '../users/first-admin.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { enterDemoBills } from './demo-bills.ts';
import { issueDemoPapers } from './demo-papers.ts';
import { leadDemoPapers } from './demo-ways.ts';

const DEMO_FILE = 'демонстрационные данные';

/**
 * Fills an empty base with the five demonstration companies. The data goes in through the same import as anybody's
 * file, so that it cannot know more than a file may say.
 */
export const fillDemo =
  (deps: CoreDeps, standings: StandingCache): Handler<'base.fillDemo'> =>
  async (context, input) => {
    if (deps.base.read.orders.count() > 0) return err(appError('base.exists', { folder: deps.baseName }));
    const data = demoData(isoDate(input.today));
    const admin = requireDefined(deps.base.read.users.findByLogin(ADMIN_LOGIN), 'the first administrator');
    const actor: Actor = requireDefined(actorOf(deps, admin.id), 'the first administrator');
    // The parts commit one by one under their own ids. What they are is said first: a paper that was made before its base
    // was called a demonstration carries no «ДЕМО», and would be stale from then on.
    deps.base.write(({ settings }) => settings.set('demo.today', input.today));
    const part = (name: string): CallContext => ({
      ...context,
      actor,
      commandId: null,
      commit: (action) => deps.base.write(action),
      progress: () => context.progress(0, 1, name),
    });
    const commandId = deps.random.uuid();
    const steps = [
      () =>
        importOrganisations(deps)(part('Организации'), {
          commandId,
          file: DEMO_FILE,
          organisations: [...data.organisations],
        }),
      () => importParties(deps)(part('Контрагенты'), { commandId, file: DEMO_FILE, parties: [...data.parties] }),
      () => importOrders(deps)(part('Заказы'), { commandId, file: DEMO_FILE, orders: [...data.orders] }),
    ];
    for (const step of steps) insist(await step());
    if (input.withPapers) {
      await issueDemoPapers(deps, standings, part('Документы'), data.papers);
      enterDemoBills(deps, admin.id, demoBills(data, isoDate(input.today)));
    }
    deps.base.write((stores) => {
      const idOf = (login: string) => stores.users.findByLogin(login)?.id ?? asId<'user'>(deps.random.uuid());
      const idByLogin = new Map(data.people.map(({ login }) => [login, idOf(login)]));
      for (const person of data.people) {
        stores.users.save(
          { ...person, id: requireDefined(idByLogin.get(person.login), 'a demo person'), isActive: true },
          null,
        );
      }
      for (const { absent, substitute, from, to } of data.substitutions) {
        stores.users.saveSubstitution({
          id: deps.random.uuid(),
          from,
          to,
          absentUserId: requireDefined(idByLogin.get(absent), 'an absent demo person'),
          substituteUserId: requireDefined(idByLogin.get(substitute), 'a demo substitute'),
        });
      }
    });
    if (input.withPapers) leadDemoPapers(deps, isoDate(input.today));
    fillDemoProcesses(deps, isoDate(input.today));
    context.progress(1, 1, 'Готово');
    return ok({ orders: deps.base.read.orders.count() });
  };

/** The demonstration data is ours: a problem in it is a mistake of the program. */
const insist = <E>(
  answer: Result<{ readonly problems: readonly { readonly message: string; readonly where: string }[] }, E>,
): void => {
  const [problem] = answer.ok ? answer.value.problems : [{ message: 'refused', where: '' }];
  if (problem) throw new Error(`demo data: ${problem.where}: ${problem.message}`);
};

/** «Очистить демо»: companies, orders, documents, files and history go; people and rights start anew. */
export const clearDemo =
  (deps: CoreDeps, batches: BatchRunner): Handler<'base.clearDemo'> =>
  async (context) => {
    if (deps.base.read.settings.get('demo.today') === null) return err(appError('base.notDemo', {}));
    await batches.stop();
    await deps.care.clear();
    await deps.folder.clear();
    await deps.workplace.clear();
    ensureAdmin(deps);
    context.session.userId = null;
    context.emit({ type: 'changed', entity: 'base', id: '' });
    return ok({ cleared: true });
  };
