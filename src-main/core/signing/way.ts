import { isAwaited } from '#shared/domain/signing/copies.ts';
import { paperStateOf, type Course } from '#shared/domain/signing/course.ts';
import type { PaperFacts } from '#shared/domain/signing/moves.ts';
import type { DocumentSummary, ReadStores } from '../../ports/base.ts';
import type { PaperWay } from '../../ports/signing.ts';

export const courseOf = ({ route, ourCopy, theirCopy }: PaperWay): Course => ({
  route,
  ours: ourCopy,
  theirs: theirCopy,
});

/** What a move depends on besides the course. */
export const factsOf = (
  stores: Pick<ReadStores, 'comparisons'>,
  { id, version, kind, medium, state }: DocumentSummary,
): PaperFacts => {
  const comparison = stores.comparisons.lastOf(id, version);
  const isContested = comparison !== null && comparison.verdict !== 'accepted' && comparison.differences.length > 0;
  return { kind, medium, isAnnulled: state === 'annulled', isContested };
};

/** Where the paper travelled; the course itself is decided by the move. */
export type WayChange = Partial<Pick<PaperWay, 'way' | 'track' | 'sentOn' | 'receivedOn'>>;

export const wayAfter = (document: DocumentSummary, course: Course, change: WayChange): PaperWay => {
  const { way, track, sentOn, receivedOn, kind, medium } = document;
  return {
    way,
    track,
    sentOn,
    receivedOn,
    ...change,
    route: course.route,
    ourCopy: course.ours,
    theirCopy: course.theirs,
    paperState: paperStateOf(course, false),
    isAwaited: isAwaited(course, kind, medium),
  };
};
