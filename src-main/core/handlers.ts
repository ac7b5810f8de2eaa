import { cancelJob, getBatch, listBatches, pauseBatch, resumeBatch, waitForBatch } from './batches/manage-batch.ts';
import type { BatchRunner } from './batches/runner.ts';
import { startBatch } from './batches/start-batch.ts';
import { backupBase } from './care/backup.ts';
import { clearDemo, fillDemo } from './care/demo.ts';
import { createClosingHandlers } from './closing/handlers.ts';
import { runDoctor } from './care/doctor.ts';
import { baseInfo } from './care/info.ts';
import type { CoreDeps, Handlers } from './deps.ts';
import { agreeOffer } from './documents/agree-offer.ts';
import { annulDocument } from './documents/annul.ts';
import { etrnData } from './documents/etrn-data.ts';
import { documentChanges } from './documents/document-changes.ts';
import { listKinds } from './documents/list-kinds.ts';
import { getDocument, listDocuments } from './documents/list-documents.ts';
import { getFile, openFile } from './documents/read-file.ts';
import { listFacsimiles, removeFacsimile, saveFacsimile, saveUses } from './facsimiles/manage.ts';
import { importOrders } from './imports/import-orders.ts';
import { importOrganisations, importParties } from './imports/import-parties.ts';
import { getOrder } from './orders/get-order.ts';
import { exportPayments, originalBankFile, paymentOrders } from './one-c/bank-files.ts';
import { exportOrders, exportPrices } from './one-c/commerceml.ts';
import { compareRegister } from './one-c/compare.ts';
import { exportPapers } from './one-c/export.ts';
import { acceptExport, listChanged, listExports, readExportFile } from './one-c/journal.ts';
import { makeUpdXml } from './one-c/upd-xml.ts';
import { previewExport } from './one-c/preview.ts';
import { listOrders, listOrganisations } from './orders/list-orders.ts';
import { search } from './orders/search.ts';
import { getField } from './orders/get-field.ts';
import { setField } from './orders/set-field.ts';
import { getToday } from './orders/today.ts';
import { setTerm, termValue } from './process/calls/order-terms.ts';
import { createProcessHandlers } from './process/handlers.ts';
import type { ProcessKeeper } from './process/keeper.ts';
import { getCheckSettings, saveCheckSettings } from './pack-rules/check-settings.ts';
import { getPackRules, savePackRules, tryPackRules } from './pack-rules/manage.ts';
import { checkOrder } from './packs/check-order.ts';
import { issuePack } from './packs/issue.ts';
import { previewDocument, previewPages } from './packs/preview.ts';
import { reissueDocument } from './packs/reissue.ts';
import { listAdvances, listDebts, listGaps, listOverdue } from './debts/debts.ts';
import { acceptPayment, markAdvance, markNotOurs, reassignPayment, undoOnePayment } from './payments/change.ts';
import { findDocuments, listPayments } from './payments/list-payments.ts';
import { matchStatements } from './payments/match.ts';
import type { ProposalCache } from './payments/proposals.ts';
import { deleteRule, listRules, listThresholds, saveRule, saveThresholds } from './payments/rules.ts';
import { importStatement } from './statements/import-statement.ts';
import { listStatements, receiveFile, statementFile, undoImport } from './statements/manage.ts';
import { previewStatement } from './statements/preview.ts';
import { addIncoming } from './incoming/add.ts';
import { annulIncoming } from './incoming/annul.ts';
import { attachIncoming, incomingFile } from './incoming/attach.ts';
import { getIncoming, listIncoming } from './incoming/list.ts';
import { findParties } from './papers/find-parties.ts';
import { issuePaper } from './papers/issue.ts';
import { previewPaper } from './papers/preview.ts';
import { createSyncHandlers } from './sync/handlers.ts';
import type { SyncKeeper } from './sync/keeper.ts';
import { importTemplate } from './templates/import-template.ts';
import type { TemplateKeeper } from './templates/keeper.ts';
import { listFields } from './templates/list-fields.ts';
import {
  checkTemplate,
  listTemplates,
  openTemplate,
  removeTemplate,
  switchTemplate,
  takeBack,
} from './templates/manage.ts';
import { tryTemplate } from './templates/trial.ts';
import type { StandingCache } from './packs/standing-cache.ts';
import type { SerialQueue } from './serial-queue.ts';
import { saveUser, setRoleRights, substituteUser } from './users/manage.ts';
import { enterSession, leaveSession, listPeople, whoAmI } from './users/session.ts';

/** One use case per call of the contract. */
export const createHandlers = (
  deps: CoreDeps,
  standings: StandingCache,
  proposals: ProposalCache,
  queue: SerialQueue,
  batches: BatchRunner,
  keeper: TemplateKeeper,
  syncKeeper: SyncKeeper,
  processes: ProcessKeeper,
): Handlers => {
  const processDeps = { ...deps, ...processes };
  return {
    'session.people': listPeople(deps),
    'session.me': whoAmI(deps),
    'session.enter': enterSession(deps),
    'session.leave': leaveSession(deps),
    'today.get': getToday(deps, standings),
    'orders.list': listOrders(deps, standings),
    'orders.get': getOrder(deps, standings),
    'orders.field': termValue(processDeps, getField(deps)),
    'orders.setField': setTerm(processDeps, standings, setField(deps, standings)),
    'orders.import': importOrders(deps),
    'parties.import': importParties(deps),
    'organisations.import': importOrganisations(deps),
    'organisations.list': listOrganisations(deps),
    'search.find': search(deps, standings),
    'packs.check': checkOrder(deps),
    'packs.preview': previewDocument(deps),
    'packs.pages': previewPages(deps),
    'papers.parties': findParties(deps),
    'papers.preview': previewPaper(deps),
    'papers.issue': issuePaper(deps, queue),
    'packs.issue': issuePack(deps, queue),
    'composition.get': getPackRules(deps),
    'composition.try': tryPackRules(deps),
    'composition.save': savePackRules(deps),
    'limits.get': getCheckSettings(deps),
    'limits.save': saveCheckSettings(deps),
    'batches.start': startBatch(deps, batches),
    'batches.list': listBatches(deps),
    'batches.get': getBatch(deps),
    'batches.wait': waitForBatch(deps, batches),
    'batches.pause': pauseBatch(deps, batches),
    'batches.resume': resumeBatch(deps, batches),
    'documents.list': listDocuments(deps, standings),
    'documents.get': getDocument(deps, standings),
    'documents.file': getFile(deps),
    'documents.changes': documentChanges(deps),
    'documents.reissue': reissueDocument(deps, standings, queue),
    'documents.annul': annulDocument(deps, standings),
    'documents.agreeOffer': agreeOffer(deps, standings),
    'documents.etrn': etrnData(deps),
    'documents.open': openFile(deps),
    'incoming.add': addIncoming(deps),
    'incoming.list': listIncoming(deps),
    'incoming.get': getIncoming(deps),
    'incoming.annul': annulIncoming(deps),
    'incoming.attach': attachIncoming(deps),
    'incoming.file': incomingFile(deps),
    'facsimiles.list': listFacsimiles(deps),
    'facsimiles.save': saveFacsimile(deps),
    'facsimiles.remove': removeFacsimile(deps),
    'facsimiles.uses': saveUses(deps),
    'statements.receive': receiveFile(deps),
    'statements.preview': previewStatement(deps),
    'statements.import': importStatement(deps),
    'statements.list': listStatements(deps),
    'statements.undo': undoImport(deps),
    'statements.file': statementFile(deps),
    'payments.match': matchStatements(deps, proposals),
    'payments.list': listPayments(deps, proposals),
    'payments.find': findDocuments(deps),
    'payments.accept': acceptPayment(deps, proposals),
    'payments.reassign': reassignPayment(deps),
    'payments.markAdvance': markAdvance(deps, proposals),
    'payments.notOurs': markNotOurs(deps, proposals),
    'payments.undo': undoOnePayment(deps),
    'rules.list': listRules(deps),
    'rules.save': saveRule(deps),
    'rules.delete': deleteRule(deps),
    'thresholds.list': listThresholds(deps),
    'thresholds.save': saveThresholds(deps),
    'debts.list': listDebts(deps),
    'debts.overdue': listOverdue(deps),
    'debts.gaps': listGaps(deps),
    'advances.list': listAdvances(deps),
    'exchange.updXml': makeUpdXml(deps),
    'exchange.payments': exportPayments(deps),
    'exchange.bankFile': originalBankFile(deps),
    'exchange.paymentOrders': paymentOrders(deps),
    'exchange.orders': exportOrders(deps),
    'exchange.prices': exportPrices(deps),
    'exchange.preview': previewExport(deps),
    'exchange.export': exportPapers(deps),
    'exchange.file': readExportFile(deps),
    'exchange.exports': listExports(deps),
    'exchange.changed': listChanged(deps),
    'exchange.accept': acceptExport(deps),
    'exchange.compare': compareRegister(deps),
    'templates.list': listTemplates(deps),
    'templates.import': importTemplate(deps, keeper),
    'templates.check': checkTemplate(deps, keeper),
    'templates.switch': switchTemplate(deps),
    'templates.back': takeBack(deps, keeper),
    'templates.remove': removeTemplate(deps, keeper),
    'templates.open': openTemplate(deps),
    'templates.fields': listFields(deps),
    'templates.trial': tryTemplate(deps),
    'kinds.list': listKinds(),
    'jobs.cancel': cancelJob(batches),
    'base.info': baseInfo(deps),
    'base.doctor': runDoctor(deps),
    'base.backup': backupBase(deps),
    'base.fillDemo': fillDemo(deps, standings),
    'base.clearDemo': clearDemo(deps, batches),
    'users.save': saveUser(deps),
    'users.substitute': substituteUser(deps),
    'users.setRoleRights': setRoleRights(deps),
    ...createClosingHandlers(deps, standings, queue),
    ...createSyncHandlers(deps, syncKeeper),
    ...createProcessHandlers(processDeps),
  };
};
