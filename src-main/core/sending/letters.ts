import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { counted } from '#shared/kernel/text.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { DocumentSummary, ReadStores, WriteStores } from '../../ports/base.ts';
import type { Letter, LetterFile } from '../../ports/sending.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { outgoingFile } from '../documents/outgoing-file.ts';
import { nameOf } from '../packs/issue-answer.ts';
import { checkMove, findPaper, movePaper } from '../signing/move-paper.ts';
import { sentRecord } from '../signing/send-receive.ts';

type LetterView = OutputOf<'sending.letter'>;

export const letterView = ({ parties }: Pick<ReadStores, 'parties'>, letter: Letter): LetterView => ({
  id: letter.id,
  about: letter.about,
  partyId: letter.partyId,
  counterparty: parties.get(letter.partyId)?.shortName ?? '',
  to: letter.recipient,
  subject: letter.subject,
  text: letter.body,
  attachments: letter.attachments.map(({ name, size }) => ({ name, size })),
  state: letter.state,
  madeAt: letter.madeAt,
  sentAt: letter.sentAt,
  documents: [...letter.documents],
});

/** The file of the version in force. */
const fileOf = ({ files }: DocumentSummary): LetterFile[] => {
  const file = outgoingFile(files);
  return file === null ? [] : [{ name: file.name, sha256: file.sha256, size: file.size }];
};

const listed = (documents: readonly DocumentSummary[]): string =>
  documents.map(({ kind, number, date }) => `— ${titleOf(kind)} № ${number} от ${formatDate(date)}`).join('\n');

/** A mail with the right files and names. The same versions of the same documents to the same party are one letter. */
export const makeLetter =
  (deps: CoreDeps): Handler<'sending.letter'> =>
  (context, { documents: ids, to, text }) => {
    const { read } = deps.base;
    const found = collectPapers(read, ids);
    if (!found.ok) return found;
    const [first, ...others] = found.value;
    if (first === undefined) return err(appError('document.unknown', { document: '' }));
    const stranger = others.find(({ partyId }) => partyId !== first.partyId);
    if (stranger) return err(appError('sending.twoParties', { first: first.partyName, second: stranger.partyName }));
    const party = requireDefined(read.parties.get(first.partyId), 'the addressee of a letter');
    const recipient = to === undefined || to === '' ? party.email : to;
    if (recipient === '') return err(appError('sending.noAddress', { party: first.partyName }));
    const onceKey = `documents ${found.value
      .map(({ id, version }) => `${id}:${version}`)
      .toSorted()
      .join(' ')}`;
    const known = read.sending.letterByKey(onceKey);
    if (known !== null) return ok(letterView(read, known));
    const count = counted(found.value.length, 'документ', 'документа', 'документов');
    const letter: Letter = {
      id: deps.random.uuid(),
      about: 'documents',
      organisationId: first.organisationId,
      partyId: first.partyId,
      recipient,
      subject:
        found.value.length === 1
          ? `${nameOf(first)} от ${formatDate(first.date)}, ${first.organisationName}`
          : `${count}, ${first.organisationName}`,
      body:
        text ??
        `Здравствуйте!\n\nНаправляем:\n${listed(found.value)}\n\nПросим подписать и вернуть наши экземпляры.\n\n${first.organisationName}`,
      attachments: found.value.flatMap(fileOf),
      documents: found.value.map(({ id }) => id),
      onceKey,
      ...newLetter(deps, context),
    };
    return ok(
      context.commit((stores) => {
        addLetter(deps, context, stores, letter);
        return letterView(stores, letter);
      }),
    );
  };

export const newLetter = ({ clock }: CoreDeps, { actor }: CallContext) =>
  ({
    state: 'draft',
    madeAt: clock.now(),
    madeBy: requireDefined(actor, 'the acting person').user.id,
    sentAt: null,
    paperId: null,
  }) as const;

export const addLetter = (deps: CoreDeps, context: CallContext, stores: WriteStores, letter: Letter): void => {
  stores.sending.addLetter(letter);
  noteLetter(deps, context, stores, letter, 'letter.made');
};

const noteLetter = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  { id, about, partyId, state, documents }: Letter,
  action: string,
): void =>
  recordAudit(deps, context, stores, {
    action,
    right: 'documents.send',
    entity: 'letter',
    entityId: id,
    before: null,
    after: { about, partyId, state, documents },
  });

const collectPapers = (
  read: Pick<ReadStores, 'documents'>,
  ids: readonly string[],
): Result<DocumentSummary[], AppError> => {
  const found: DocumentSummary[] = [];
  for (const id of new Set(ids)) {
    const document = findPaper(read, id);
    if (!document.ok) return document;
    if (document.value.state === 'annulled') {
      const refusal = { document: nameOf(document.value), move: 'отправить', reason: 'документ аннулирован' };
      return err(appError('paper.move', refusal));
    }
    found.push(document.value);
  }
  return ok(found);
};

const openLetter = ({ sending }: Pick<ReadStores, 'sending'>, id: string): Result<Letter, AppError> => {
  const letter = sending.letter(id);
  if (letter === null) return err(appError('letter.unknown', { id }));
  if (letter.state === 'sent' || letter.state === 'dropped')
    return err(appError('letter.sent', { subject: letter.subject }));
  return ok(letter);
};

/** Hands the draft with its files to the system's mail program; the person presses «Отправить» there. */
export const openInMail =
  (deps: CoreDeps): Handler<'sending.openLetter'> =>
  async (context, { id }) => {
    const letter = openLetter(deps.base.read, id);
    if (!letter.ok) return letter;
    const { recipient, subject, body, attachments } = letter.value;
    const files = [];
    for (const { name, sha256 } of attachments) {
      const bytes = await deps.files.read(sha256);
      if (bytes === null) return err(appError('document.noFile', { document: name, format: 'pdf' }));
      files.push({ name, bytes });
    }
    const eml = deps.papers.mailDraft({ to: recipient, subject, text: body, files });
    const name = `${subject
      .replaceAll(/[\\/:*?"<>|]/gu, ' ')
      .slice(0, 80)
      .trim()}.eml`;
    const opened = await deps.opener.openCopy(name, eml);
    context.commit((stores) => {
      stores.sending.saveLetter({ ...letter.value, state: 'opened' });
      return { opened };
    });
    return ok({ opened, name, eml: Buffer.from(eml).toString('base64') });
  };

/** A person says that the letter went: its documents are sent, and it never goes a second time. */
export const noteLetterSent =
  (deps: CoreDeps): Handler<'sending.letterSent'> =>
  (context, { id, on }) => {
    const letter = openLetter(deps.base.read, id);
    if (!letter.ok) return letter;
    const sent: Letter = { ...letter.value, state: 'sent', sentAt: deps.clock.now() };
    const view = context.commit((stores) => {
      stores.sending.saveLetter(sent);
      if (sent.about === 'documents')
        for (const documentId of sent.documents) {
          const document = stores.documents.get(documentId);
          const ready = document === null ? null : checkMove(stores, document, 'send');
          if (ready?.ok === true)
            movePaper(deps, context, stores, ready.value, sentRecord('mail', '', on ?? deps.clock.today()));
        }
      noteLetter(deps, context, stores, sent, 'letter.sent');
      return letterView(stores, sent);
    });
    for (const documentId of sent.documents) context.emit({ type: 'changed', entity: 'document', id: documentId });
    return ok(view);
  };

export const dropLetter =
  (deps: CoreDeps): Handler<'sending.dropLetter'> =>
  (context, { id }) => {
    const letter = openLetter(deps.base.read, id);
    if (!letter.ok) return letter;
    const dropped: Letter = { ...letter.value, state: 'dropped' };
    return ok(
      context.commit((stores) => {
        stores.sending.saveLetter(dropped);
        noteLetter(deps, context, stores, dropped, 'letter.dropped');
        return letterView(stores, dropped);
      }),
    );
  };

export const listOutbox =
  (deps: CoreDeps): Handler<'sending.outbox'> =>
  (_context, { state, limit }) => {
    const { read } = deps.base;
    const page = read.sending.letters(state === undefined ? ['draft', 'opened'] : [state], { limit, offset: 0 });
    return ok({ total: page.total, items: page.items.map((letter) => letterView(read, letter)) });
  };
