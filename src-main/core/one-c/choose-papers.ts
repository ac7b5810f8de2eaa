import { checkPaper, remarksOf, type LeftOutReason, type PaperRemark } from '#shared/domain/exchange-1c/check-paper.ts';
import type { OneCPaper } from '#shared/domain/exchange-1c/paper.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { OneCPeriod } from '../../ports/one-c.ts';
import { readIncoming } from './read-incoming.ts';
import { readPapers, type PaperSource } from './read-papers.ts';

/** What becomes of one paper of the period. */
export type ChosenPaper = {
  readonly paper: OneCPaper;
  readonly source: PaperSource;
  readonly fate: 'goes' | 'leftOut' | 'unchanged';
  /** Against the last export of the same document. */
  readonly news: 'new' | 'changed' | 'same';
  readonly reasons: readonly LeftOutReason[];
  readonly remarks: readonly PaperRemark[];
};

const newsOf = ({ version, contentHash, sent }: PaperSource): ChosenPaper['news'] => {
  if (sent === null) return 'new';
  return sent.version === version && sent.contentHash === contentHash ? 'same' : 'changed';
};

/** Ours first, then those of suppliers: neither leans on the other. */
const allPapers = function* (stores: ReadStores, period: OneCPeriod) {
  yield* readPapers(stores, period);
  yield* readIncoming(stores, period);
};

/**
 * Looks at every paper of a period: one broken paper must not spoil the batch (formats/README.md §6). `onlyChanged` passes
 * over what 1C has already. A счет-фактура without its sale would be thrown away by 1C, so it stays out with it.
 */
export const choosePapers = function* (
  stores: ReadStores,
  period: OneCPeriod,
  onlyChanged: boolean,
): Generator<ChosenPaper> {
  const leftOut = new Set<string>();
  const saleByNumber = new Map<string, string>();
  for (const { source, paper } of allPapers(stores, period)) {
    const news = newsOf(source);
    const reasons = checkPaper(paper);
    if (paper.basis !== null && leftOut.has(paper.basis.id))
      reasons.push({ code: 'basis.leftOut', field: 'document', value: paper.basis.number });
    if (reasons.length > 0) leftOut.add(paper.id);
    const fate = reasons.length > 0 ? 'leftOut' : onlyChanged && news === 'same' ? 'unchanged' : 'goes';
    const remarks = [...remarksOf(paper), ...sharedNumber(saleByNumber, paper)];
    yield { paper, source, fate, news, reasons, remarks };
  }
};

/** Акт № 7 and УПД № 7 are both «Реализация № 7»: 1C tells them apart by the UUID, a person may stumble. */
const sharedNumber = (saleByNumber: Map<string, string>, { role, number, date, id }: OneCPaper): PaperRemark[] => {
  if (role !== 'sale') return [];
  const key = `${date.slice(0, 4)}:${number}`;
  const first = saleByNumber.get(key);
  if (first === undefined) saleByNumber.set(key, id);
  return first === undefined ? [] : [{ code: 'number.shared', value: number }];
};
