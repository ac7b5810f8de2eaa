import { appError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { stepDue, stepReached, workingDaysSince } from '#shared/domain/closing/reminder-ladder.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { formatDate, type IsoDate } from '#shared/kernel/date.ts';
import { asId, type DocumentId, type PartyId } from '#shared/kernel/id.ts';
import { formatMoney, moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { counted } from '#shared/kernel/text.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { errorText } from '#shared/text/error-texts.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { RegisterRow } from '../../ports/register.ts';
import type { Letter, LetterFile, Reminder } from '../../ports/sending.ts';
import { awaitedPapers } from '../closing/debt.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { issuePaper } from '../papers/issue.ts';
import type { SerialQueue } from '../serial-queue.ts';
import { paperBrief } from '../signing/paper-view.ts';
import { companyOf } from '../signing/queue.ts';
import { storeFile } from '../signing/store-file.ts';
import { addLetter, letterView, newLetter } from './letters.ts';
import { insideOf } from './register-of-envelope.ts';
import { codeCard } from './sheets.ts';

type PlanRow = OutputOf<'reminders.plan'>['items'][number];

type Late = { readonly row: RegisterRow; readonly workingDays: number; readonly step: number; readonly due: number };

/** Everything that one counterparty owes one of our companies, and the step that is due now. */
type Debtor = {
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly late: readonly Late[];
  readonly step: number;
  readonly remindedOn: IsoDate | null;
};

const debtorsOf = (deps: CoreDeps, organisationId: PartyId | undefined, all: boolean): Debtor[] => {
  const rows = awaitedPapers(deps, organisationId);
  const reminders = Map.groupBy(
    deps.base.read.sending.remindersOf(rows.map(({ id }) => id)),
    ({ documentId }): DocumentId => documentId,
  );
  const today = deps.clock.today();
  const debtors = [...Map.groupBy(rows, (row) => `${row.organisationId} ${row.partyId}`).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const known = own.flatMap(({ id, version }) => (reminders.get(id) ?? []).filter((one) => one.version === version));
    const late = own.map((row): Late => lateOf(row, known, today));
    return [
      {
        organisationId: first.organisationId,
        partyId: first.partyId,
        late,
        step: Math.max(0, ...late.map(({ due }) => due)),
        remindedOn:
          known
            .map(({ remindedOn }) => remindedOn)
            .toSorted()
            .at(-1) ?? null,
      },
    ];
  });
  return debtors.filter(({ step }) => all || step > 0).toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'ru'));
};

const lateOf = (row: RegisterRow, reminders: readonly Reminder[], today: IsoDate): Late => {
  const workingDays = workingDaysSince(row.sentOn ?? row.date, today);
  const reminded = Math.max(0, ...reminders.filter(({ documentId }) => documentId === row.id).map(({ step }) => step));
  return { row, workingDays, step: stepReached(workingDays), due: stepDue(workingDays, reminded) };
};

const nameOf = ({ late }: Debtor): string => late[0]?.row.partyName ?? '';

const sumOf = ({ late }: Debtor) => sumMoney(late.map(({ row }) => row.sum));

export const remindersPlan =
  (deps: CoreDeps): Handler<'reminders.plan'> =>
  (_context, { organisation, all }) => {
    const company = companyOf(deps.base.read, organisation);
    if (!company.ok) return company;
    const debtors = debtorsOf(deps, company.value, all);
    return ok({
      documents: debtors.reduce((sum, { late }) => sum + late.length, 0),
      sum: moneyToDecimal(sumMoney(debtors.map(sumOf))),
      items: debtors.map((debtor): PlanRow => ({
        organisationId: debtor.organisationId,
        partyId: debtor.partyId,
        counterparty: nameOf(debtor),
        email: deps.base.read.parties.get(debtor.partyId)?.email ?? '',
        documents: debtor.late.map(({ row, workingDays, step }) => ({ ...paperBrief(row), workingDays, step })),
        sum: moneyToDecimal(sumOf(debtor)),
        step: debtor.step,
        remindedOn: debtor.remindedOn,
      })),
    });
  };

/**
 * One letter a counterparty with everything missing: a numbered reminder, a sheet of codes, a mail draft. A counterparty
 * whose letter of this step exists is left out, so that two presses of the button are one reminder.
 */
export const makeReminders =
  (deps: CoreDeps, queue: SerialQueue): Handler<'reminders.make'> =>
  async (context, { organisation, parties, all }) => {
    const company = companyOf(deps.base.read, organisation);
    if (!company.ok) return company;
    const wanted = parties === undefined ? null : new Set<string>(parties);
    const debtors = debtorsOf(deps, company.value, all).filter(({ partyId }) => wanted === null || wanted.has(partyId));
    if (debtors.length === 0) return err(appError('sending.nothing', {}));
    const letters: OutputOf<'reminders.make'>['letters'] = [];
    const problems: Problem[] = [];
    for (const [index, debtor] of debtors.entries()) {
      context.progress(index, debtors.length, nameOf(debtor));
      const made = await remind(deps, context, queue, debtor);
      if (made.ok && made.value !== null) letters.push(made.value);
      if (!made.ok)
        problems.push({
          code: made.error.code,
          message: errorText(made.error),
          where: nameOf(debtor),
          data: made.error.data,
        });
    }
    const answer = context.commit(() => ({ letters, problems }));
    return ok(answer);
  };

const remind = async (deps: CoreDeps, context: CallContext, queue: SerialQueue, debtor: Debtor) => {
  const { organisationId, partyId, late, step } = debtor;
  const ids = late.map(({ row }) => `${row.id}:${row.version}`).toSorted();
  const today = deps.clock.today();
  // On demand a counterparty may be reminded once a day; by the ladder once a step.
  const onceKey = `reminder ${organisationId} ${partyId} ${step === 0 ? today : step} ${ids.join(' ')}`;
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
  });
  if (!paper.ok) return paper;
  const issued = requireDefined(paper.value.issued[0], 'the issued reminder');
  const sheet = await deps.papers.labelSheet(
    'Штрихкоды: приложите к подписанным экземплярам',
    late.map(({ row }) => codeCard(deps, row)),
  );
  const stored = await storeFile(deps, sheet);
  if (!stored.ok) return stored;
  const party = requireDefined(deps.base.read.parties.get(partyId), 'who is reminded');
  const document = requireDefined(deps.base.read.documents.get(asId(issued.id)), 'the issued reminder');
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
        remindedOn: today,
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
