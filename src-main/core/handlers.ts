import { ok } from '#shared/kernel/result.ts';
import { backupBase } from './care/backup.ts';
import { clearDemo, fillDemo } from './care/demo.ts';
import { runDoctor } from './care/doctor.ts';
import { baseInfo } from './care/info.ts';
import type { CoreDeps, Handlers } from './deps.ts';
import { annulDocument } from './documents/annul.ts';
import { documentChanges } from './documents/document-changes.ts';
import { listKinds } from './documents/list-kinds.ts';
import { getDocument, listDocuments } from './documents/list-documents.ts';
import { getFile, openFile } from './documents/read-file.ts';
import { importOrders } from './imports/import-orders.ts';
import { importOrganisations, importParties } from './imports/import-parties.ts';
import { getOrder } from './orders/get-order.ts';
import { listOrders, listOrganisations } from './orders/list-orders.ts';
import { search } from './orders/search.ts';
import { setField } from './orders/set-field.ts';
import { getToday } from './orders/today.ts';
import { checkOrder } from './packs/check-order.ts';
import { issuePack } from './packs/issue.ts';
import { previewDocument, previewPages } from './packs/preview.ts';
import { reissueDocument } from './packs/reissue.ts';
import type { StandingCache } from './packs/standing-cache.ts';
import { createSerialQueue } from './serial-queue.ts';
import { saveUser, setRoleRights, substituteUser } from './users/manage.ts';
import { enterSession, leaveSession, listPeople, whoAmI } from './users/session.ts';

/** One use case per call of the contract. */
export const createHandlers = (deps: CoreDeps, standings: StandingCache): Handlers => {
  const queue = createSerialQueue();
  return {
    'session.people': listPeople(deps),
    'session.me': whoAmI(deps),
    'session.enter': enterSession(deps),
    'session.leave': leaveSession(deps),
    'today.get': getToday(deps, standings),
    'orders.list': listOrders(deps, standings),
    'orders.get': getOrder(deps, standings),
    'orders.setField': setField(deps, standings),
    'orders.import': importOrders(deps),
    'parties.import': importParties(deps),
    'organisations.import': importOrganisations(deps),
    'organisations.list': listOrganisations(deps),
    'search.find': search(deps, standings),
    'packs.check': checkOrder(deps),
    'packs.preview': previewDocument(deps),
    'packs.pages': previewPages(deps),
    'packs.issue': issuePack(deps, queue),
    'documents.list': listDocuments(deps, standings),
    'documents.get': getDocument(deps, standings),
    'documents.file': getFile(deps),
    'documents.changes': documentChanges(deps),
    'documents.reissue': reissueDocument(deps, standings, queue),
    'documents.annul': annulDocument(deps, standings),
    'documents.open': openFile(deps),
    'kinds.list': listKinds(),
    'jobs.cancel': (context, input) => ok({ cancelled: context.cancelJob(input.jobId) }),
    'base.info': baseInfo(deps),
    'base.doctor': runDoctor(deps),
    'base.backup': backupBase(deps),
    'base.fillDemo': fillDemo(deps),
    'base.clearDemo': clearDemo(deps),
    'users.save': saveUser(deps),
    'users.substitute': substituteUser(deps),
    'users.setRoleRights': setRoleRights(deps),
  };
};
