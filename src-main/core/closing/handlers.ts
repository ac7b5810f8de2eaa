import type { closingContract } from '#shared/contract/closing.ts';
import type { comparisonContract } from '#shared/contract/comparison.ts';
import type { printQueueContract } from '#shared/contract/print-queue.ts';
import type { receptionContract } from '#shared/contract/reception.ts';
import type { sendingContract } from '#shared/contract/sending.ts';
import type { signingContract } from '#shared/contract/signing.ts';
import { documentDebt } from './debt.ts';
import { getEpd, setEpd } from './epd.ts';
import { exportRegister } from './export.ts';
import { getGate, overrideGate } from './gate.ts';
import { closingMonth } from './month.ts';
import { paperRegister } from './register.ts';
import { takeReturned, getComparison, listComparisons, judgeComparison } from '../comparison/compare.ts';
import { addPrintJob } from '../print-queue/add.ts';
import {
  listPrintJobs,
  getPrintJob,
  notePrinted,
  stopPrinting,
  resumePrinting,
  dropPrintJob,
  printPdf,
} from '../print-queue/run.ts';
import { takeCode, lookAtCode, owedByParty } from '../reception/take-code.ts';
import { takeScan } from '../reception/take-scan.ts';
import { receptionTray, pagesOfPart, resolvePart } from '../reception/tray.ts';
import { packEnvelopes, listEnvelopes, setTrack, markEnvelopes } from '../sending/envelopes.ts';
import { makeLetter, openInMail, noteLetterSent, dropLetter, listOutbox } from '../sending/letters.ts';
import { pasteTracks } from '../sending/paste.ts';
import { sendingPlan } from '../sending/plan.ts';
import { issueRegister } from '../sending/register-of-envelope.ts';
import { makeReminders } from '../sending/make-reminders.ts';
import { remindersPlan } from '../sending/reminders.ts';
import { labelsSheet, codesSheet } from '../sending/sheets.ts';
import { getPaper, acceptPaper, noteEntered } from '../signing/accept.ts';
import { submitForApproval, approvalsForMe, decideApproval } from '../signing/approve.ts';
import { checkQueue, passCheck, returnPaper } from '../signing/check-queue.ts';
import { signingQueue, signingCard } from '../signing/queue.ts';
import { sendPaper, noteDelivery, receivePaper, noteRefusal, scanOfPaper } from '../signing/send-receive.ts';
import { signPaper, signMany, rejectPaper } from '../signing/sign.ts';
import type { MethodName } from '#shared/contract/index.ts';
import type { CoreDeps, Handler, Handlers } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import type { SerialQueue } from '../serial-queue.ts';

type Names =
  | keyof typeof signingContract
  | keyof typeof closingContract
  | keyof typeof sendingContract
  | keyof typeof receptionContract
  | keyof typeof comparisonContract
  | keyof typeof printQueueContract;

/** Envelopes, letters and print jobs belong to no document: once one has changed, every window asks for what it shows. */
const told =
  <Name extends MethodName>(handler: Handler<Name>): Handler<Name> =>
  async (context, input) => {
    const answer = await handler(context, input);
    if (answer.ok) context.emit({ type: 'changed', entity: 'document', id: context.method });
    return answer;
  };

/** Calls about the way of papers: signing, closing, sending, reception, comparison, printing. */
export const createClosingHandlers = (
  deps: CoreDeps,
  standings: StandingCache,
  queue: SerialQueue,
): Pick<Handlers, Names> => ({
  'signing.paper': getPaper(deps, standings),
  'signing.queue': signingQueue(deps, standings),
  'signing.card': signingCard(deps, standings),
  'signing.sign': signPaper(deps, standings),
  'signing.signMany': signMany(deps, standings),
  'signing.reject': rejectPaper(deps, standings),
  'check.queue': checkQueue(deps, standings),
  'check.pass': passCheck(deps),
  'check.return': returnPaper(deps, standings),
  'approvals.submit': submitForApproval(deps, standings),
  'approvals.mine': approvalsForMe(deps),
  'approvals.decide': decideApproval(deps, standings),
  'signing.sent': sendPaper(deps, standings),
  'signing.delivery': noteDelivery(deps, standings),
  'signing.received': receivePaper(deps, standings),
  'signing.refused': noteRefusal(deps, standings),
  'signing.accept': acceptPaper(deps, standings),
  'signing.entered': noteEntered(deps),
  'signing.scan': scanOfPaper(deps),
  'closing.month': closingMonth(deps, standings),
  'closing.register': paperRegister(deps),
  'closing.export': exportRegister(deps),
  'closing.debt': documentDebt(deps),
  'closing.gate': getGate(deps),
  'closing.override': overrideGate(deps),
  'closing.epd': getEpd(deps),
  'closing.setEpd': setEpd(deps),
  'sending.plan': sendingPlan(deps),
  'sending.pack': told(packEnvelopes(deps)),
  'sending.list': listEnvelopes(deps),
  'sending.setTrack': told(setTrack(deps)),
  'sending.paste': told(pasteTracks(deps)),
  'sending.mark': told(markEnvelopes(deps)),
  'sending.register': told(issueRegister(deps, queue)),
  'sending.labels': labelsSheet(deps),
  'sending.letter': told(makeLetter(deps)),
  'sending.openLetter': told(openInMail(deps)),
  'sending.letterSent': noteLetterSent(deps),
  'sending.dropLetter': told(dropLetter(deps)),
  'sending.outbox': listOutbox(deps),
  'reminders.plan': remindersPlan(deps),
  'reminders.make': told(makeReminders(deps, queue)),
  'sending.codes': codesSheet(deps),
  'reception.take': takeCode(deps),
  'reception.look': lookAtCode(deps),
  'reception.owed': owedByParty(deps),
  'reception.scan': told(takeScan(deps)),
  'reception.tray': receptionTray(deps),
  'reception.pages': pagesOfPart(deps),
  'reception.resolve': told(resolvePart(deps)),
  'comparison.take': takeReturned(deps),
  'comparison.get': getComparison(deps),
  'comparison.list': listComparisons(deps),
  'comparison.judge': judgeComparison(deps),
  'print.add': told(addPrintJob(deps)),
  'print.list': listPrintJobs(deps),
  'print.get': getPrintJob(deps),
  'print.printed': told(notePrinted(deps)),
  'print.stop': told(stopPrinting(deps)),
  'print.resume': told(resumePrinting(deps)),
  'print.drop': told(dropPrintJob(deps)),
  'print.pdf': printPdf(deps),
});
