import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { asId, type DocumentId } from '#shared/kernel/id.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { counted } from '#shared/kernel/text.ts';
import { errorText } from '#shared/text/error-texts.ts';
import type { Letter, LetterFile } from '../../ports/sending.ts';
import type { Answer, CallContext, CoreDeps, Handler } from '../deps.ts';
import { copyPaper, issuePaper } from '../papers/issue.ts';
import { makePdfs } from '../packs/make-pdfs.ts';
import { createSerialQueue, type SerialQueue } from '../serial-queue.ts';
import { paperBrief } from '../signing/paper-view.ts';
import { companyOf } from '../signing/queue.ts';
import { storeFile } from '../signing/store-file.ts';
import { addLetter, letterView, newLetter } from './letters.ts';
import { insideOf } from './register-of-envelope.ts';
import { debtorsOf, nameOf, sumOf, type Debtor } from './reminders.ts';
import { codeCard } from './sheets.ts';

type Made = OutputOf<'reminders.make'>['letters'][number];
type Reminded = { readonly debtor: Debtor; readonly onceKey: string; readonly documentId: DocumentId };

/**
 * One letter a counterparty with everything missing: a numbered reminder, a sheet of codes, a mail draft. A counterparty
 * whose letter of this step exists is left out, so that two presses of the button are one reminder. First all the reminders, then
 * their PDFs by one start of the engine, then the letters: nine starts took a minute.
 */
export const makeReminders = (deps: CoreDeps, queue: SerialQueue): Handler<'reminders.make'> => {
  // A second press waits for the first, whose letters it then finds made.
  const turns = createSerialQueue();
  return (context, input) => turns(() => make(deps, queue, context, input));
};

const make = async (
  deps: CoreDeps,
  queue: SerialQueue,
  context: CallContext,
  { organisation, parties, all }: ParsedInputOf<'reminders.make'>,
): Promise<Answer<'reminders.make'>> => {
  const company = companyOf(deps.base.read, organisation);
  if (!company.ok) return company;
  const wanted = parties === undefined ? null : new Set<string>(parties);
  const debtors = debtorsOf(deps, company.value, all).filter(({ partyId }) => wanted === null || wanted.has(partyId));
  if (debtors.length === 0) return err(appError('sending.nothing', {}));
  const problems: Problem[] = [];
  const reminded: Reminded[] = [];
  for (const [index, debtor] of debtors.entries()) {
    context.progress(index, debtors.length, nameOf(debtor));
    const issued = await issueReminder(deps, context, queue, debtor);
    if (!issued.ok) problems.push(problemOf(issued.error, debtor));
    else if (issued.value !== null) reminded.push(issued.value);
  }
  problems.push(...(await printAll(deps, context, reminded)));
  const letters: Made[] = [];
  for (const one of reminded) {
    const letter = await writeLetter(deps, context, one);
    if (letter.ok) letters.push(letter.value);
    else problems.push(problemOf(letter.error, one.debtor));
  }
  const answer = context.commit(() => ({ letters, problems }));
  return ok(answer);
};

const problemOf = (error: AppError, debtor: Debtor): Problem => ({
  code: error.code,
  message: errorText(error),
  where: nameOf(debtor),
  data: error.data,
});

/** The numbered reminder; null where this one was sent already. */
const issueReminder = async (
  deps: CoreDeps,
  context: CallContext,
  queue: SerialQueue,
  debtor: Debtor,
): Promise<Result<Reminded | null, AppError>> => {
  const { organisationId, partyId, late, step } = debtor;
  const ids = late.map(({ row }) => `${row.id}:${row.version}`).toSorted();
  // On demand a counterparty may be reminded once a day; by the ladder once a step.
  const onceKey = `reminder ${organisationId} ${partyId} ${step === 0 ? deps.clock.today() : step} ${ids.join(' ')}`;
  if (deps.base.read.sending.letterByKey(onceKey) !== null) return ok(null);
  const paper = await issuePaper(deps, queue)(insideOf(deps, context), {
    commandId: deps.random.uuid(),
    paper: {
      kind: 'reminder',
      organisation: organisationId,
      party: partyId,
      documents: late.map(({ row }) => row.id),
    },
    overrides: [],
    formats: ['docx'],
  });
  if (!paper.ok) return paper;
  return ok({ debtor, onceKey, documentId: asId(requireDefined(paper.value.issued[0], 'the issued reminder').id) });
};

/** PDFs of all of them in one call of the engine, and their readable copies. */
const printAll = async (
  deps: CoreDeps,
  { signal }: CallContext,
  reminded: readonly Reminded[],
): Promise<readonly Problem[]> => {
  const issued = reminded.map(({ documentId }) => reminderOf(deps, documentId));
  const problems = await makePdfs(deps, [], issued, undefined, signal);
  for (const { documentId } of reminded)
    problems.push(...(await copyPaper(deps, reminderOf(deps, documentId))).problems);
  return problems;
};

const reminderOf = ({ base }: CoreDeps, id: DocumentId) =>
  requireDefined(base.read.documents.get(id), 'the issued reminder');

const writeLetter = async (
  deps: CoreDeps,
  context: CallContext,
  { debtor, onceKey, documentId }: Reminded,
): Promise<Result<Made, AppError>> => {
  const { organisationId, partyId, late } = debtor;
  const sheet = await deps.papers.labelSheet(
    'Штрихкоды: приложите к подписанным экземплярам',
    late.map(({ row }) => codeCard(deps, row)),
  );
  const stored = await storeFile(deps, sheet);
  if (!stored.ok) return stored;
  const party = requireDefined(deps.base.read.parties.get(partyId), 'who is reminded');
  const document = reminderOf(deps, documentId);
  const text = document.files.find(({ format }) => format === 'pdf') ?? document.files[0];
  const attachments: LetterFile[] = [
    ...(text === undefined ? [] : [{ name: text.name, sha256: text.sha256, size: text.size }]),
    { name: 'Штрихкоды документов.docx', ...stored.value },
  ];
  const letter: Letter = {
    id: deps.random.uuid(),
    about: 'reminder',
    organisationId,
    partyId,
    recipient: party.email,
    subject: `Подписанные документы: ждём ${counted(late.length, 'оригинал', 'оригинала', 'оригиналов')}`,
    body: bodyOf(debtor),
    attachments,
    documents: late.map(({ row }) => row.id),
    onceKey,
    ...newLetter(deps, context),
    paperId: document.id,
  };
  deps.base.write((stores) => {
    addLetter(deps, context, stores, letter);
    stores.sending.addReminders(
      late.map(({ row, step: reached }) => ({
        documentId: row.id,
        version: row.version,
        step: reached,
        remindedOn: deps.clock.today(),
        letterId: letter.id,
      })),
    );
  });
  return ok({ ...letterView(deps.base.read, letter), documentId: document.id, number: document.number });
};

const bodyOf = (debtor: Debtor): string => {
  const lines = debtor.late.map(
    ({ row }) => `— ${paperBrief(row).title} № ${row.number} от ${formatDate(row.date)}, ${formatMoney(row.sum)} руб.`,
  );
  return [
    'Здравствуйте!',
    '',
    `К нам не вернулись подписанные экземпляры (${counted(debtor.late.length, 'документ', 'документа', 'документов')} на ${formatMoney(sumOf(debtor))} руб.):`,
    ...lines,
    '',
    'Просим подписать их и выслать оригиналы; лист со штрихкодами вложен, он ускорит приём.',
    '',
    debtor.late[0]?.row.organisationName ?? '',
  ].join('\n');
};
