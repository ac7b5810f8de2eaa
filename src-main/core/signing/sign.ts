import { appError, type AppError } from '#shared/contract/errors.ts';
import { authorityOn, type Authority } from '#shared/domain/signing/authority.ts';
import type { User } from '#shared/domain/users/rights.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { DocumentSummary, ReadStores, WriteStores } from '../../ports/base.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { nameOf } from '../packs/issue-answer.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { moveEach, moveOne } from './move-one.ts';
import { checkMove, findPaper, movePaper, readyToMove, type ReadyMove } from './move-paper.ts';
import { riskOfPaper } from './risk-of-paper.ts';
import { factsOf } from './way.ts';

/** By what authority this person would sign the document; checked on the document's own date. */
export const authorityFor = (
  { organisations }: Pick<ReadStores, 'organisations'>,
  { organisationId, kind, date }: DocumentSummary,
  signer: Pick<User, 'fullName'>,
): Authority => {
  const { party } = requireDefined(organisations.get(organisationId), 'the organisation of a document');
  return authorityOn(party, kind, date, signer.fullName);
};

/** A document that may be signed now, and by what authority. */
const readyToSign = (
  deps: CoreDeps,
  id: string,
  signer: User,
): Result<{ ready: ReadyMove; authority: Authority }, AppError> => {
  const { read } = deps.base;
  const document = findPaper(read, id);
  if (!document.ok) return document;
  const ready = checkMove(read, document.value, 'sign');
  if (!ready.ok && factsOf(read, document.value).isContested) {
    const { differences = [] } = read.comparisons.lastOf(document.value.id, document.value.version) ?? {};
    return err(appError('signing.comparison', { document: nameOf(document.value), count: differences.length }));
  }
  if (!ready.ok) return ready;
  const authority = authorityFor(read, document.value, signer);
  if (authority.holds) return ok({ ready: ready.value, authority });
  return err(appError('signing.noAuthority', { document: nameOf(document.value), reason: authority.reason }));
};

/** Who is said to have signed. Somebody else's signature may be registered by who keeps the papers. */
const signerOf = ({ base }: CoreDeps, { actor }: CallContext, by: string | undefined): Result<User, AppError> => {
  const acting = requireDefined(actor, 'the acting person');
  const { users } = base.read;
  const named = by === undefined ? acting.user : users.findByLogin(by);
  if (named === null || !named.isActive) return err(appError('session.unknownUser', { login: by ?? '' }));
  const isOwn = named.id === acting.user.id;
  const right = isOwn || !acting.rights.has('documents.issue') ? 'documents.sign' : 'documents.issue';
  if (!acting.rights.has(right)) return err(appError('right.missing', { right, who: acting.user.fullName }));
  return ok(named);
};

const register = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  { id, version }: DocumentSummary,
  { signatory, text }: Authority,
  signedOn: IsoDate,
): void => {
  const { user } = requireDefined(context.actor, 'the acting person');
  const at = deps.clock.now();
  stores.signing.addSignature({
    documentId: id,
    version,
    side: 'us',
    signatory,
    authority: text,
    signedOn,
    at,
    userId: user.id,
  });
};

const signed = ({ signatory, text }: Authority, by: string) =>
  ({
    action: 'document.signed',
    right: 'documents.sign',
    sentence: `подписан нами: ${signatory}, ${text}`,
    after: { by, signatory, authority: text },
  }) as const;

/** Registers our signature: who, when, by what authority (issue 6 §1). Nothing is signed cryptographically here. */
export const signPaper =
  (deps: CoreDeps, standings: StandingCache): Handler<'signing.sign'> =>
  (context, { id, by, version, on }) => {
    const signer = signerOf(deps, context, by);
    if (!signer.ok) return signer;
    const document = findPaper(deps.base.read, id);
    if (!document.ok) return document;
    if (version !== undefined && version !== document.value.version)
      return err(
        appError('signing.otherVersion', { document: nameOf(document.value), version: document.value.version }),
      );
    if (!deps.base.read.users.rightsOf(signer.value.roles).has('documents.sign'))
      return err(appError('signing.notAllowed', { document: nameOf(document.value), who: signer.value.fullName }));
    const found = readyToSign(deps, id, signer.value);
    if (!found.ok) return found;
    const { ready, authority } = found.value;
    return moveOne(deps, standings, context, ready, signed(authority, signer.value.login), (stores) =>
      register(deps, context, stores, ready.document, authority, on ?? deps.clock.today()),
    );
  };

type Done = { readonly id: string; readonly done: boolean; readonly reason: string };

const signedOf = (items: readonly Done[]) => ({
  signed: items.filter(({ done }) => done).length,
  items: items.map(({ id, done, reason }) => ({ id, signed: done, reason })),
});

/** Signs what needs no eyes: a document with any deviation keeps waiting, and says so. */
export const signMany =
  (deps: CoreDeps, standings: StandingCache): Handler<'signing.signMany'> =>
  (context, { ids }) => {
    const { user } = requireDefined(context.actor, 'the acting person');
    const check = (id: string): Result<ReadyMove, AppError> => {
      const found = readyToSign(deps, id, user);
      if (!found.ok) return found;
      const { group, reasons } = riskOfPaper(deps, standings, found.value.ready.document);
      if (group === 'clean') return ok(found.value.ready);
      const document = nameOf(found.value.ready.document);
      return err(appError('paper.move', { document, move: 'подписать пачкой', reason: reasons.join(', ') }));
    };
    const items = moveEach(
      context,
      ids,
      check,
      (stores, ready) => {
        const authority = authorityFor(stores, ready.document, user);
        movePaper(deps, context, stores, ready, signed(authority, user.login));
        register(deps, context, stores, ready.document, authority, deps.clock.today());
      },
      signedOf,
    );
    return ok(signedOf(items));
  };

/** Back to who made it, with the director's reason. */
export const rejectPaper =
  (deps: CoreDeps, standings: StandingCache): Handler<'signing.reject'> =>
  (context, { id, reason }) => {
    const ready = readyToMove(deps.base.read, id, 'reject');
    if (!ready.ok) return ready;
    const record = {
      action: 'document.rejected',
      right: 'documents.sign',
      sentence: `не подписан: ${reason}`,
      after: { reason },
    } as const;
    return moveOne(deps, standings, context, ready.value, record, (stores) => {
      for (const one of stores.signing.approvalsOf(ready.value.document.id))
        if (one.state === 'waiting' || one.state === 'later') stores.signing.setApproval(one.id, 'withdrawn', null);
    });
  };
