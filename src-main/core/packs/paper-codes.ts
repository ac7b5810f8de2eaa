import { paperCode } from '#shared/domain/reception/paper-code.ts';
import { InvariantError } from '#shared/kernel/assert.ts';
import type { DocumentId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';

type Reception = Pick<ReadStores, 'reception'>;

/** The code of a document that is in the base; its next versions carry the same one. */
export const codeOf = ({ reception }: Reception, id: DocumentId): string => paperCode(reception.entryOf(id), id);

/**
 * The code of a document that is entered after `ahead` others. Like its number it is printed before the document is in the base, so it
 * is foreseen: issues run one at a time, and `assertCode` looks again in the transaction that enters the document.
 */
export const foreseenCode = ({ reception }: Reception, id: DocumentId, ahead: number): string =>
  paperCode(reception.nextEntry() + ahead, id);

/** Throws where the code on the paper would lead to another document. */
export const assertCode = (stores: Reception, id: DocumentId, printed: string): void => {
  const own = codeOf(stores, id);
  if (own !== printed) throw new InvariantError(`the paper ${id} carries the code ${printed} instead of ${own}`);
};
