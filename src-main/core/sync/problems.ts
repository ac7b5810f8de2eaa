import type { Problem } from '#shared/kernel/problem.ts';
import { reasonText } from '#shared/text/sync-reasons.ts';
import type { CrmAccount } from '../../ports/sync.ts';
import type { CoreDeps } from '../deps.ts';

/** More than a person reads in one go; the page shows them all. */
const MOST = 50;

/** What a person must look at: records of the CRM that could not be taken, and what it refused to take from us. */
export const problemsOf = (deps: CoreDeps, account: CrmAccount): readonly Problem[] => {
  const { sync } = deps.base.read;
  const refused = sync.problems(account.id, MOST).map(({ row, problem }) => ({
    code: 'sync.refusedRecord',
    message: problem ?? 'Запись CRM не читается.',
    where: `${account.title}, ${row.fields['number'] ?? row.fields['title'] ?? row.id}`,
    data: { severity: 'warn', entity: row.entity, id: row.id },
  }));
  const parked = sync.outbox(account.id, ['parked'], MOST).map(({ id, error, kind }) => ({
    code: error?.code ?? 'sync.parked',
    message: reasonText(error),
    where: account.title,
    data: { severity: 'warn', id, kind },
  }));
  return [...refused, ...parked];
};
