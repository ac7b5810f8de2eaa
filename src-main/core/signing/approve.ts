import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import { approvalFor, decide, openApprovals } from '#shared/domain/signing/approvals.ts';
import type { Actor } from '#shared/domain/users/rights.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { ROLE_NAMES } from '#shared/text/role-names.ts';
import type { DocumentSummary } from '../../ports/base.ts';
import type { StoredApproval } from '../../ports/signing.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { nameOf } from '../packs/issue-answer.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { recordAudit } from '../audit.ts';
import { moveOne } from './move-one.ts';
import { checkMove, findPaper, readyToMove } from './move-paper.ts';
import { approvalView, paperBrief, paperView } from './paper-view.ts';

type Asked = ParsedInputOf<'approvals.submit'>['approvers'][number];

/** Sends a document for approval: equal turns at once, later ones after they agreed. */
export const submitForApproval =
  (deps: CoreDeps, standings: StandingCache): Handler<'approvals.submit'> =>
  (context, { id, approvers }) => {
    const ready = readyToMove(deps.base.read, id, 'submit');
    if (!ready.ok) return ready;
    const requests: StoredApproval[] = [];
    for (const asked of approvers) {
      const request = requestOf(deps, context, ready.value.document, asked);
      if (!request.ok) return request;
      requests.push(request.value);
    }
    const opened = openApprovals(requests);
    const record = {
      action: 'document.sentForApproval',
      right: 'documents.issue',
      sentence: 'отправлен на согласование',
      after: { approvers: opened.map(({ role, userId, turn }) => ({ role, userId, turn })) },
    } as const;
    return moveOne(deps, standings, context, ready.value, record, (stores) => stores.signing.addApprovals(opened));
  };

const requestOf = (
  { base, clock, random }: CoreDeps,
  { actor }: CallContext,
  { id, version }: DocumentSummary,
  { user, role, turn }: Asked,
): Result<StoredApproval, AppError> => {
  const { users } = base.read;
  const person = user === undefined ? null : users.findByLogin(user);
  if (user !== undefined && person?.isActive !== true) return err(appError('session.unknownUser', { login: user }));
  if (person === null && role === undefined) return err(appError('approval.nobody', { who: 'не назван никто' }));
  if (person === null && role !== undefined) {
    const hasOne = users.list().some((one) => one.isActive && one.roles.includes(role));
    if (!hasOne) return err(appError('approval.nobody', { who: ROLE_NAMES[role] }));
  }
  return ok({
    id: random.uuid(),
    documentId: id,
    version,
    turn,
    role: person === null ? (role ?? null) : null,
    userId: person?.id ?? null,
    state: 'later',
    askedAt: clock.now(),
    askedBy: requireDefined(actor, 'the acting person').user.id,
    decidedAt: null,
    decidedBy: null,
    comment: '',
  });
};

const votersOf = ({ user, substitutes }: Actor) => [user, ...substitutes];

/** What waits for the word of the acting person, for oneself and for those one stands in for. */
export const approvalsForMe =
  (deps: CoreDeps): Handler<'approvals.mine'> =>
  ({ actor }) => {
    const { read } = deps.base;
    const voters = votersOf(requireDefined(actor, 'the acting person'));
    const items = read.signing.waitingApprovals().flatMap((approval) => {
      if (approvalFor([approval], voters) === null) return [];
      const document = requireDefined(read.documents.get(approval.documentId), 'the document of an approval');
      return {
        ...paperBrief(document),
        approval: approvalView(read, approval),
        askedAt: approval.askedAt,
        askedBy: read.users.get(approval.askedBy)?.fullName ?? '',
      };
    });
    return ok({ total: items.length, items });
  };

/**
 * One word of several: the last agreement lets the document on, a rejection with a comment returns it to its author and
 * withdraws the requests of the others.
 */
export const decideApproval =
  (deps: CoreDeps, standings: StandingCache): Handler<'approvals.decide'> =>
  (context, { id, decision, comment }) => {
    const { read } = deps.base;
    const actor = requireDefined(context.actor, 'the acting person');
    const found = findPaper(read, id);
    if (!found.ok) return found;
    const document = found.value;
    if (document.state === 'annulled') return err(appError('document.annulled', { document: nameOf(document) }));
    const approvals = read.signing.approvalsOf(document.id).filter(({ version }) => version === document.version);
    const own = approvalFor(approvals, votersOf(actor));
    if (own === null) return err(appError('approval.notYours', { document: nameOf(document) }));
    if (decision === 'reject' && comment.length < 3)
      return err(appError('approval.comment', { document: nameOf(document) }));
    const decided = decide(approvals, own.id, decision);
    if (!decided.ok) return err(appError('approval.notYours', { document: nameOf(document) }));
    const { changed, outcome } = decided.value;
    const save = (stores: Parameters<Parameters<CallContext['commit']>[0]>[0]): void => {
      for (const one of changed) {
        const word = { at: deps.clock.now(), by: actor.user.id, comment };
        stores.signing.setApproval(one.id, one.state, one.id === own.id ? word : null);
      }
    };
    if (outcome === 'open') return keepWaiting(deps, standings, context, document, comment, save);
    const ready = checkMove(read, document, outcome === 'approved' ? 'approve' : 'reject');
    if (!ready.ok) return ready;
    const words = comment === '' ? '' : `: ${comment}`;
    const record = {
      action: outcome === 'approved' ? ('document.approved' as const) : ('document.rejected' as const),
      right: 'documents.read' as const,
      sentence: outcome === 'approved' ? `согласован${words}` : `не согласован${words}`,
      after: { reason: comment, by: actor.user.login },
    };
    return moveOne(deps, standings, context, ready.value, record, save);
  };

/** An agreement that is not the last one: the document stays where it is. */
const keepWaiting = (
  deps: CoreDeps,
  standings: StandingCache,
  context: CallContext,
  { id, kind, number, version }: DocumentSummary,
  comment: string,
  save: (stores: Parameters<Parameters<CallContext['commit']>[0]>[0]) => void,
) => {
  const view = context.commit((stores) => {
    save(stores);
    recordAudit(deps, context, stores, {
      action: 'document.agreed',
      right: 'documents.read',
      entity: 'document',
      entityId: id,
      before: null,
      after: { kind, number, version, comment },
    });
    return paperView(deps, standings, id);
  });
  context.emit({ type: 'changed', entity: 'document', id });
  return ok(view);
};
