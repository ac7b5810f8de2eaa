import type { OutputOf } from '#shared/contract/index.ts';
import { stepDue, stepReached, workingDaysSince } from '#shared/domain/closing/reminder-ladder.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import type { DocumentId, PartyId } from '#shared/kernel/id.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import type { RegisterRow } from '../../ports/register.ts';
import type { Reminder } from '../../ports/sending.ts';
import { awaitedPapers } from '../closing/debt.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { paperBrief } from '../signing/paper-view.ts';
import { companyOf } from '../signing/queue.ts';

type PlanRow = OutputOf<'reminders.plan'>['items'][number];

type Late = { readonly row: RegisterRow; readonly workingDays: number; readonly step: number; readonly due: number };

/** Everything that one counterparty owes one of our companies, and the step that is due now. */
export type Debtor = {
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly late: readonly Late[];
  readonly step: number;
  readonly remindedOn: IsoDate | null;
};

export const debtorsOf = (deps: CoreDeps, organisationId: PartyId | undefined, all: boolean): Debtor[] => {
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

export const nameOf = ({ late }: Debtor): string => late[0]?.row.partyName ?? '';

export const sumOf = ({ late }: Debtor) => sumMoney(late.map(({ row }) => row.sum));

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
