import type { WireEvent } from '#shared/contract/wire.ts';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import type { ProcessDeed } from '../../ports/processes.ts';
import type { CoreDeps } from '../deps.ts';
import { askedKind, type PaperWork } from './paper-work.ts';
import type { Runner } from './runner.ts';

const MOST_AT_ONCE = 50;

/** Code of the task «Сделайте …»; no definition can name such a one. */
export const paperTask = (kind: string): string => `paper:${kind}`;

/**
 * What the program could not make itself (a price list, a paper of a record without an order, an order with a mistake in it) becomes
 * a task of whoever answers for the record: nothing that a process asked for is lost in silence.
 */
export const withHandedOver = (
  { base }: Pick<CoreDeps, 'base'>,
  runner: Runner,
  papers: PaperWork,
  tell: (event: WireEvent) => void,
): PaperWork => {
  // The first look also finds what was left when the program was cut between the failure and the task.
  let mayBeLeft = true;

  const handOver = (deed: ProcessDeed): void => {
    const kind = askedKind(deed);
    const known = DOCUMENT_KINDS.find((each) => each === kind);
    base.write((stores) => {
      const title = `Сделайте «${known === undefined ? kind : titleOf(known)}»`;
      runner.work(stores).insist(deed.instanceId, { kind: 'byHand', code: paperTask(kind), title });
      stores.processes.settleDeed(deed.id, 'handed', deed.text);
    });
    tell({ type: 'changed', entity: 'process', id: deed.instanceId });
  };

  return {
    work: async () => {
      const isAsked = base.read.processes.waitingDeeds(1).length > 0;
      await papers.work();
      if (!isAsked && !mayBeLeft) return;
      mayBeLeft = false;
      for (const deed of base.read.processes.failedDeeds(MOST_AT_ONCE)) handOver(deed);
    },
  };
};
