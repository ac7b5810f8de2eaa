import { ORDER_KINDS, type OrderKind } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { asId } from '#shared/kernel/id.ts';
import type { ProcessDeed } from '../../ports/processes.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import { issuePack } from '../packs/issue.ts';
import type { SerialQueue } from '../serial-queue.ts';
import { actorOf } from '../users/actor.ts';
import { orderBehind } from './order-behind.ts';
import type { Runner } from './runner.ts';
import { systemUser } from './system-user.ts';

/** Papers that processes asked for, made after the transaction that asked. */
export type PaperWork = {
  /** Makes what waits; those that cannot be made say why in the timeline and to their people. */
  readonly work: () => Promise<void>;
};

const MOST_AT_ONCE = 50;

/** The kind of paper as the definition names it; empty where it names none. */
export const askedKind = ({ body }: ProcessDeed): string =>
  typeof body === 'object' && body !== null && 'document' in body ? String(body.document) : '';

const kindOf = (deed: ProcessDeed): OrderKind | null => {
  const asked = askedKind(deed);
  return ORDER_KINDS.find((kind) => kind === asked) ?? null;
};

/**
 * One after another, in the order in which they were asked for. A paper that was made before the program was cut is found made: the
 * issue of an unchanged document answers with the one that is there.
 */
export const createPaperWork = (deps: CoreDeps, runner: Runner, queue: SerialQueue): PaperWork => {
  const issue = issuePack(deps, queue);

  const settle = (deed: ProcessDeed, state: 'done' | 'failed', text: string): void =>
    deps.base.write((stores) => {
      stores.processes.settleDeed(deed.id, state, text);
      if (state === 'done') return;
      const work = runner.work(stores);
      const { row } = work.get(deed.instanceId);
      work.notifyPeople(
        deed.instanceId,
        row.owner === null ? [] : [row.owner],
        `${deed.id}:failed`,
        `${text}: ${row.title}`,
      );
    });

  const make = async (deed: ProcessDeed): Promise<void> => {
    const { processes } = deps.base.read;
    const kind = kindOf(deed);
    const instance = processes.instance(deed.instanceId);
    const orderId = instance === null ? null : orderBehind({ processes }, instance);
    // A price list is made from no order; other kinds a definition of the office may have invented.
    if (kind === null) return settle(deed, 'failed', 'Документ делают на своей странице: из заказа он не собирается');
    const name = titleOf(kind);
    if (orderId === null) return settle(deed, 'failed', `${name}: у записи нет заказа, сделайте документ сами`);
    const answer = await issue(contextOf(deps, deed), {
      order: orderId,
      kinds: [kind],
      overrides: [],
      facsimile: false,
      commandId: deps.random.uuid(),
    });
    if (!answer.ok) return settle(deed, 'failed', `${name} не сделан: проверьте заказ`);
    const [made] = answer.value.issued;
    if (made !== undefined) return settle(deed, 'done', `${name} № ${made.number}`);
    const [problem] = answer.value.problems;
    settle(deed, 'failed', `${name} не сделан. ${problem?.message ?? 'Проверьте заказ.'}`);
  };

  return {
    work: async () => {
      for (const deed of deps.base.read.processes.waitingDeeds(MOST_AT_ONCE)) await make(deed);
    },
  };
};

/** A paper is made in the name of whoever moved the process on, else of the administrator. */
const contextOf = (deps: CoreDeps, { userId }: ProcessDeed): CallContext => {
  const author = actorOf(deps, userId ?? systemUser(deps.base.read)) ?? actorOf(deps, systemUser(deps.base.read));
  return {
    actor: author,
    session: { userId: author?.user.id ?? null },
    commandId: asId(deps.random.uuid()),
    method: 'packs.issue',
    signal: new AbortController().signal,
    progress: () => undefined,
    emit: () => undefined,
    cancelJob: () => false,
    commit: (action) => deps.base.write(action),
  };
};
