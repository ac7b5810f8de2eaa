import type { CrmRef } from '#shared/domain/crm/row.ts';
import type { Work } from './engine-deps.ts';
import { saveProblems, saveRows, writeShadows, type RowsFrom } from './shadow.ts';
import { failed, type Sent } from './stopping.ts';

/** What one question may ask for (`Connector.read`). */
const MOST_REFS = 50;

const keyOf = ({ entity, id }: CrmRef): string => `${entity} ${id}`;

/** Reads whole records and stores them; one that is not there any more is struck through, one that is forbidden is kept. */
export const readRefs = async (work: Work, wanted: readonly CrmRef[], from: RowsFrom): Promise<Sent> => {
  const refs = [...new Map(wanted.map((ref) => [keyOf(ref), { entity: ref.entity, id: ref.id }])).values()];
  for (let start = 0; start < refs.length; start += MOST_REFS) {
    const answer = await work.connector.read(refs.slice(start, start + MOST_REFS), work.signal);
    if (!answer.ok) return failed(work, answer.error);
    const { rows, problems, gone } = answer.value;
    writeShadows(work, (stores, account) => {
      work.counts.pulled += saveRows(work, stores, account, rows, from);
      saveProblems(work, stores, account, problems);
      for (const ref of gone) stores.sync.markGone(account.id, ref, work.clock.now());
    });
  }
  return { state: 'sent' };
};
