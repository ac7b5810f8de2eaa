import { appError, type AppError } from '#shared/contract/errors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { CallContext } from '../deps.ts';

/** Pictures of a stamp are laid only by those who have the right to it; null when this person has. */
export const refuseFacsimile = ({ actor }: Pick<CallContext, 'actor'>): AppError | null => {
  const { user, rights } = requireDefined(actor, 'the acting person');
  return rights.has('documents.stamp')
    ? null
    : appError('right.missing', { right: 'documents.stamp', who: user.fullName });
};
