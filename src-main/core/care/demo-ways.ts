import { demoPaperWays, type DemoWay } from '#shared/demo/paper-ways.ts';
import { authorityOn } from '#shared/domain/signing/authority.ts';
import { NEW_COURSE } from '#shared/domain/signing/course.ts';
import { makeMove } from '#shared/domain/signing/moves.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import type { UserId } from '#shared/kernel/id.ts';
import type { DocumentSummary, WriteStores } from '../../ports/base.ts';
import type { CoreDeps } from '../deps.ts';
import { factsOf, wayAfter } from '../signing/way.ts';

/** More papers than the demonstration office has issued. */
const MOST_PAPERS = 2000;

/**
 * Leads the papers of the demonstration office to where they stand on the demo day: every move by the machine's own rules,
 * so that no paper is where it could not have come.
 */
export const leadDemoPapers = (deps: CoreDeps, today: IsoDate): void => {
  const papers = deps.base.read.documents.list({ state: 'issued' }, { limit: MOST_PAPERS, offset: 0 }).items;
  const ways = demoPaperWays(papers, today);
  const lawyer = deps.base.read.users.list().find(({ roles }) => roles.includes('lawyer'));
  const admin = requireDefined(deps.base.read.users.list()[0], 'a person of the demonstration office');
  deps.base.write((stores) => {
    for (const paper of papers) {
      const way = requireDefined(ways.get(paper.id), 'the way of a demo paper');
      lead(stores, paper, way);
      if (way.moves.includes('sign')) registerSignature(deps, stores, paper, way, admin.id);
      if (way.moves.at(-1) === 'submit') ask(deps, stores, paper, lawyer?.id ?? admin.id, admin.id);
    }
  });
};

const lead = (stores: WriteStores, paper: DocumentSummary, { moves, way, sentOn, receivedOn }: DemoWay): void => {
  let course = NEW_COURSE;
  for (const move of moves) {
    const next = makeMove(course, move, factsOf(stores, paper));
    if (!next.ok) throw new Error(`demo paper ${paper.number}: ${move}: ${next.error}`);
    course = next.value;
  }
  stores.signing.move(paper.id, paper, wayAfter(paper, course, { way, sentOn, receivedOn }));
};

const registerSignature = (
  { clock }: CoreDeps,
  stores: WriteStores,
  { id, version, organisationId, kind, date }: DocumentSummary,
  { sentOn }: DemoWay,
  userId: UserId,
): void => {
  const { party } = requireDefined(stores.organisations.get(organisationId), 'a demo company');
  const { signatory, text } = authorityOn(party, kind, date, '');
  const signature = { documentId: id, version, side: 'us', signatory, authority: text } as const;
  stores.signing.addSignature({ ...signature, signedOn: sentOn ?? date, at: clock.now(), userId });
};

const ask = (
  { clock, random }: CoreDeps,
  stores: WriteStores,
  { id, version }: DocumentSummary,
  userId: UserId,
  askedBy: UserId,
): void =>
  stores.signing.addApprovals([
    {
      id: random.uuid(),
      documentId: id,
      version,
      turn: 1,
      role: null,
      userId,
      state: 'waiting',
      askedAt: clock.now(),
      askedBy,
      decidedAt: null,
      decidedBy: null,
      comment: '',
    },
  ]);
