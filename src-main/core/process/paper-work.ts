import type { AppError } from '#shared/contract/errors.ts';
import { ORDER_KINDS, type IssuedDocument, type OrderKind } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { asId, type OrderId } from '#shared/kernel/id.ts';
import type { ProcessDeed } from '../../ports/processes.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import { issuePack } from '../packs/issue.ts';
import { readCase } from '../packs/read-case.ts';
import { reissueDocument } from '../packs/reissue.ts';
import { isStale } from '../packs/stale.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
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
const CHECK_ORDER = 'Проверьте заказ.';

/** The kind of paper as the definition names it; empty where it names none. */
export const askedKind = ({ body }: ProcessDeed): string =>
  typeof body === 'object' && body !== null && 'document' in body ? String(body.document) : '';

const kindOf = (deed: ProcessDeed): OrderKind | null => {
  const asked = askedKind(deed);
  return ORDER_KINDS.find((kind) => kind === asked) ?? null;
};

type Made = { readonly number: string } | { readonly problem: string };

/**
 * One after another, in the order in which they were asked for. A paper that was made before the program was cut is found made: the
 * issue of an unchanged document answers with the one that is there. One that the order has outgrown gets its next version (GAP-91);
 * an исправление of a счет-фактура is a person's decision.
 */
export const createPaperWork = (
  deps: CoreDeps,
  standings: StandingCache,
  runner: Runner,
  queue: SerialQueue,
): PaperWork => {
  const issue = issuePack(deps, queue);
  const reissue = reissueDocument(deps, standings, queue);

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
    const outgrown = outgrownPaper(orderId, kind);
    const made = outgrown === null ? await makeNew(deed, orderId, kind) : await makeAnew(deed, outgrown);
    if ('number' in made) settle(deed, 'done', `${name} № ${made.number}`);
    else settle(deed, 'failed', `${name} не сделан. ${made.problem}`);
  };

  const makeNew = async (deed: ProcessDeed, order: OrderId, kind: OrderKind): Promise<Made> => {
    const commandId = deps.random.uuid();
    const request = { order, kinds: [kind], overrides: [], facsimile: false, commandId };
    const answer = await issue(contextOf(deps, deed), request);
    if (!answer.ok) return { problem: reasonOf(answer.error) };
    const [made] = answer.value.issued;
    return made ?? { problem: answer.value.problems[0]?.message ?? CHECK_ORDER };
  };

  const makeAnew = async (deed: ProcessDeed, { id, number }: IssuedDocument): Promise<Made> => {
    const request = { id, overrides: [], facsimile: false, force: false, commandId: deps.random.uuid() };
    const answer = await reissue(contextOf(deps, deed), { ...request, reason: deed.text });
    return answer.ok ? { number } : { problem: CHECK_ORDER };
  };

  const outgrownPaper = (orderId: OrderId, kind: OrderKind): IssuedDocument | null => {
    const order = deps.base.read.orders.get(orderId);
    const pack = order === null ? null : readCase(deps.base.read, order);
    const paper = pack?.issuedByKind.get(kind);
    if (pack === null || paper === undefined || paper.numberClass === 'factura') return null;
    return isStale(deps, pack, paper) ? paper : null;
  };

  return {
    work: async () => {
      for (const deed of deps.base.read.processes.waitingDeeds(MOST_AT_ONCE)) await make(deed);
    },
  };
};

/** The first thing that keeps the paper from being made, in words: blocking findings stand before others. */
const reasonOf = (error: AppError): string =>
  (error.code === 'pack.blocked' ? error.data.findings[0]?.message : undefined) ?? CHECK_ORDER;

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
