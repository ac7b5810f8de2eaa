import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { describeUnless } from '#test/helpers/skip.ts';
import { aPortal, at, type AskedPortal } from './ask.ts';
import { shapeProblems } from './shape.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../../shared/crm-samples/bitrix24');
const sample = (name: string): Record<string, unknown> => {
  const value: unknown = JSON.parse(readFileSync(path.join(SAMPLES, `${name}.json`), 'utf8'));
  return value as Record<string, unknown>;
};

/** Fields, smart processes and counters of the documentation's own portal. */
const OWN = /^(?:ufCrm_\d+|parentId\d+|UF_CRM_\d+|35|39|37|FILES)$/u;

type Prepare = (portal: AskedPortal) => Promise<unknown>;
type Row = readonly [file: string, method: string, params: unknown, prepare?: Prepare];

const addTask: Prepare = (portal) =>
  portal.call('tasks.task.add', { fields: { TITLE: 'Проба', RESPONSIBLE_ID: 7, UF_CRM_TASK: ['D_1'] } });
const addPayment: Prepare = (portal) => portal.call('crm.item.payment.add', { entityTypeId: 2, entityId: 1 });
const addDocument: Prepare = (portal) =>
  portal.call('crm.documentgenerator.document.add', { templateId: 39, entityTypeId: 2, entityId: 1, values: {} });
const addFolder: Prepare = (portal) => portal.call('disk.storage.addFolder', { id: 13, data: { NAME: 'Документы' } });
const addFile: Prepare = (portal) =>
  portal.call('disk.storage.uploadFile', { id: 13, data: { NAME: 'a.txt' }, fileContent: ['a.txt', 'YWJj'] });

const ANSWERS: readonly Row[] = [
  ['rest-v2/profile.ok', 'profile', {}],
  ['rest-v2/scope.ok', 'scope', {}],
  ['rest-v2/server.time.ok', 'server.time', {}],
  ['rest-v2/feature.get.ok', 'feature.get', { CODE: 'rest_offline_extended' }],
  ['rest-v2/user.current.ok', 'user.current', {}],
  ['rest-v2/user.get.ok', 'user.get', { FILTER: { ACTIVE: true } }],
  ['rest-v2/user.search.ok', 'user.search', {}],
  ['rest-v2/user.admin.ok', 'user.admin', {}],
  [
    'rest-v2/crm.item.add.ok',
    'crm.item.add',
    { entityTypeId: 2, fields: { title: 'Проба', contactIds: [1], observers: [2] } },
  ],
  ['rest-v2/crm.item.get.ok', 'crm.item.get', { entityTypeId: 1, id: 1 }],
  [
    'rest-v2/crm.item.list.ok',
    'crm.item.list',
    {
      entityTypeId: 1,
      select: [
        'id',
        'assignedById',
        'stageId',
        'opportunity',
        'sourceId',
        'title',
        'name',
        'lastName',
        'isManualOpportunity',
      ],
    },
  ],
  ['rest-v2/crm.item.delete.ok', 'crm.item.delete', { entityTypeId: 2, id: 1 }],
  ['rest-v2/crm.item.fields.ok', 'crm.item.fields', { entityTypeId: 31 }],
  ['rest-v2/crm.item.batchImport.ok', 'crm.item.batchImport', { entityTypeId: 2, data: [{ title: 'Проба' }] }],
  [
    'rest-v2/crm.item.productrow.list.ok',
    'crm.item.productrow.list',
    { filter: { '=ownerType': 'D', '=ownerId': [1, 2] } },
  ],
  [
    'rest-v2/crm.item.productrow.add.ok',
    'crm.item.productrow.add',
    { fields: { ownerType: 'D', ownerId: 1, productName: 'Ложка', price: 12.5, quantity: 2 } },
  ],
  ['rest-v2/crm.item.productrow.get.ok', 'crm.item.productrow.get', { id: 10 }],
  ['rest-v2/crm.item.productrow.delete.ok', 'crm.item.productrow.delete', { id: 10 }],
  ['rest-v2/crm.item.payment.add.ok', 'crm.item.payment.add', { entityTypeId: 2, entityId: 1 }],
  ['rest-v2/crm.item.payment.list.ok', 'crm.item.payment.list', { entityTypeId: 2, entityId: 1 }, addPayment],
  ['rest-v2/crm.item.payment.get.ok', 'crm.item.payment.get', { id: 1 }, addPayment],
  ['rest-v2/crm.item.payment.pay.ok', 'crm.item.payment.pay', { id: 1 }, addPayment],
  ['rest-v2/crm.item.payment.delete.ok', 'crm.item.payment.delete', { id: 1 }, addPayment],
  ['rest-v2/crm.item.payment.product.list.ok', 'crm.item.payment.product.list', { paymentId: 1 }, addPayment],
  ['rest-v2/salescenter.payment.getPublicUrl.ok', 'salescenter.payment.getPublicUrl', { id: 1 }, addPayment],
  ['rest-v2/crm.category.list.ok', 'crm.category.list', { entityTypeId: 2 }],
  ['rest-v2/crm.category.get.ok', 'crm.category.get', { entityTypeId: 2, id: 1 }],
  ['rest-v2/crm.status.list.ok', 'crm.status.list', { filter: { ENTITY_ID: 'DEAL_STAGE' } }],
  ['rest-v2/crm.status.get.ok', 'crm.status.get', { id: 101 }],
  ['rest-v2/crm.status.entity.items.ok', 'crm.status.entity.items', { entityId: 'DEAL_STAGE' }],
  ['rest-v2/crm.type.list.ok', 'crm.type.list', {}],
  ['rest-v2/crm.type.get.ok', 'crm.type.get', { id: 16 }],
  ['rest-v2/crm.type.getByEntityTypeId.ok', 'crm.type.getByEntityTypeId', { entityTypeId: 1036 }],
  ['rest-v2/crm.enum.ownertype.ok', 'crm.enum.ownertype', {}],
  ['rest-v2/crm.enum.addresstype.ok', 'crm.enum.addresstype', {}],
  ['rest-v2/crm.currency.list.ok', 'crm.currency.list', {}],
  [
    'rest-v2/crm.requisite.list.ok',
    'crm.requisite.list',
    { select: ['ENTITY_TYPE_ID', 'ENTITY_ID', 'ID', 'NAME'], start: 0 },
  ],
  [
    'rest-v2/crm.requisite.add.ok',
    'crm.requisite.add',
    { fields: { ENTITY_TYPE_ID: 4, ENTITY_ID: 6, PRESET_ID: 1, NAME: 'Филиал', XML_ID: 'k1' } },
  ],
  ['rest-v2/crm.requisite.update.ok', 'crm.requisite.update', { id: 1000, fields: { NAME: 'Организация' } }],
  [
    'rest-v2/crm.requisite.bankdetail.list.ok',
    'crm.requisite.bankdetail.list',
    { select: ['ENTITY_ID', 'ID', 'NAME'] },
  ],
  [
    'rest-v2/crm.requisite.bankdetail.update.ok',
    'crm.requisite.bankdetail.update',
    { id: 2000, fields: { NAME: 'Счёт' } },
  ],
  ['rest-v2/crm.requisite.preset.list.ok', 'crm.requisite.preset.list', {}],
  ['rest-v2/crm.address.list.ok', 'crm.address.list', { filter: { ENTITY_TYPE_ID: 8, ENTITY_ID: 1000 } }],
  ['rest-v2/crm.address.list.2.ok', 'crm.address.list', { filter: { ANCHOR_ID: 6 } }],
  [
    'rest-v2/crm.address.update.ok',
    'crm.address.update',
    { fields: { TYPE_ID: 1, ENTITY_TYPE_ID: 8, ENTITY_ID: 1000, CITY: 'г. Тула' } },
  ],
  [
    'rest-v2/crm.timeline.comment.add.ok',
    'crm.timeline.comment.add',
    { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'deal', COMMENT: 'Проба' } },
  ],
  [
    'rest-v2/crm.timeline.comment.list.ok',
    'crm.timeline.comment.list',
    { filter: { ENTITY_ID: 426, ENTITY_TYPE: 'deal' } },
  ],
  ['rest-v2/crm.timeline.comment.get.ok', 'crm.timeline.comment.get', { id: 1 }],
  ['rest-v2/tasks.task.list.ok', 'tasks.task.list', {}, addTask],
  ['rest-v2/tasks.task.get.ok', 'tasks.task.get', { taskId: 1, select: ['*', 'UF_CRM_TASK', 'UF_TASK_WEBDAV_FILES'] }],
  ['rest-v2/tasks.task.update.ok', 'tasks.task.update', { taskId: 1, fields: { TITLE: 'Иначе' } }],
  ['rest-v2/tasks.task.delete.ok', 'tasks.task.delete', { taskId: 1 }],
  ['rest-v2/tasks.task.files.attach.ok', 'tasks.task.files.attach', { taskId: 1, fileId: 5 }],
  ['rest-v2/disk.storage.getList.ok', 'disk.storage.getList', {}],
  [
    'rest-v2/disk.storage.uploadFile.ok',
    'disk.storage.uploadFile',
    { id: 13, data: { NAME: 'a.txt' }, fileContent: ['a.txt', 'YWJj'] },
  ],
  ['rest-v2/disk.folder.addSubFolder.ok', 'disk.folder.addSubFolder', { id: 21, data: { NAME: 'Внутри' } }],
  ['rest-v2/disk.folder.uploadFile.ok', 'disk.folder.uploadFile', { id: 21, data: { NAME: 'b.txt' } }],
  [
    'rest-v2/disk.folder.uploadFile.2.ok',
    'disk.folder.uploadFile',
    { id: 8901, data: { NAME: 'b.txt' }, fileContent: ['b.txt', 'YWJj'] },
    addFolder,
  ],
  ['rest-v2/disk.file.get.ok', 'disk.file.get', { id: 8901 }, addFile],
  ['rest-v2/disk.file.getExternalLink.ok', 'disk.file.getExternalLink', { id: 8901 }, addFile],
  [
    'rest-v2/disk.file.uploadVersion.ok',
    'disk.file.uploadVersion',
    { id: 8901, fileContent: ['a.txt', 'YWJjZA=='] },
    addFile,
  ],
  ['rest-v2/crm.documentgenerator.template.list.ok', 'crm.documentgenerator.template.list', {}],
  [
    'rest-v2/crm.documentgenerator.document.list.ok',
    'crm.documentgenerator.document.list',
    {},
    async (portal) => {
      await addDocument(portal);
      portal.clock.advance(60_000);
    },
  ],
  [
    'rest-v2/crm.documentgenerator.document.upload.ok',
    'crm.documentgenerator.document.upload',
    { fields: { entityTypeId: 2, entityId: 1, region: 'ru', title: 'Счёт', number: '1', fileContent: 'YWJj' } },
  ],
  ['rest-v2/crm.documentgenerator.document.delete.ok', 'crm.documentgenerator.document.delete', { id: 1 }, addDocument],
  [
    'rest-v2/crm.documentgenerator.document.enablepublicurl.ok',
    'crm.documentgenerator.document.enablepublicurl',
    { id: 1, status: 1 },
    addDocument,
  ],
  ['rest-v2/bizproc.task.list.ok', 'bizproc.task.list', {}],
  ['rest-v2/bizproc.task.delegate.ok', 'bizproc.task.delegate', { TASK_IDS: 1, FROM_USER_ID: 12, TO_USER_ID: 7 }],
  [
    'rest-v2/bizproc.workflow.start.ok',
    'bizproc.workflow.start',
    { TEMPLATE_ID: 1, DOCUMENT_ID: ['crm', 'CCrmDocumentDeal', 'DEAL_1'] },
  ],
  ['rest-v2/userfieldconfig.list.ok', 'userfieldconfig.list', { moduleId: 'crm', filter: { entityId: 'CRM_DEAL' } }],
  ['rest-v2/batch.ok', 'batch', { halt: 0, cmd: { get_user: 'user.current', get_department: 'crm.enum.ownertype' } }],
  [
    'live-portal/crm_item_productrow_list',
    'batch',
    { cmd: { cmd0000000000: 'crm.item.productrow.list?filter[=ownerType]=D&filter[=ownerId]=1' } },
  ],
  ['live-portal/batch_list_empty', 'batch', { cmd: { order0000000000: 'crm.requisite.list?filter[RQ_INN]=1' } }],
];

/** Known gaps: what the documentation's example shows and this portal has no use for. */
const WITHOUT = new Map<string, RegExp>([
  ['rest-v2/batch.ok', /get_department|result_total|get_user$/u],
  ['rest-v2/crm.item.fields.ok', /\.contacts$/u],
  [
    'rest-v2/tasks.task.list.ok',
    /lengthDeadline|taskRequireResult|taskHas|timeElapsed|timerIs|parsedDescription|counter|auditors/u,
  ],
  ['rest-v2/tasks.task.get.ok', /action\.|ufTaskWebdavFiles/u],
  ['rest-v2/tasks.task.update.ok', /auditors|action\.|checkListTree\./u],
  ['rest-v2/crm.type.get.ok', /relations|linkedUserFields|customSections/u],
  ['rest-v2/crm.type.getByEntityTypeId.ok', /relations|linkedUserFields|customSections/u],
  ['rest-v2/crm.documentgenerator.document.list.ok', /stampsEnabled$/u],
  ['rest-v2/bizproc.task.list.ok', /PARAMETERS/u],
  ['rest-v2/userfieldconfig.list.ok', /\.next$|settings\./u],
]);

const ERRORS: readonly Row[] = [
  ['rest-v2/crm.item.add.error', 'crm.item.add', { entityTypeId: 999, fields: {} }],
  ['rest-v2/crm.item.get.error', 'crm.item.get', { entityTypeId: 2, id: 8 }],
  ['rest-v2/crm.item.delete.error', 'crm.item.delete', { entityTypeId: 2, id: 8 }],
  ['rest-v2/crm.item.update.error', 'crm.item.update', { entityTypeId: 999, id: 1, fields: {} }],
  ['rest-v2/crm.item.list.error', 'crm.item.list', { entityTypeId: 2, filter: { FIELD: 1 } }],
  ['rest-v2/crm.item.fields.error', 'crm.item.fields', { entityTypeId: 999 }],
  ['rest-v2/crm.item.productrow.list.error', 'crm.item.productrow.list', {}],
  ['rest-v2/crm.item.productrow.delete.error', 'crm.item.productrow.delete', { id: 5 }],
  ['rest-v2/crm.item.productrow.update.error', 'crm.item.productrow.update', { id: 5, fields: {} }],
  ['rest-v2/crm.item.payment.get.error', 'crm.item.payment.get', { id: 99 }],
  ['rest-v2/crm.category.list.error', 'crm.category.list', { entityTypeId: 999 }],
  ['rest-v2/crm.category.get.error', 'crm.category.get', { entityTypeId: 2, id: 99 }],
  ['rest-v2/crm.status.list.error', 'crm.status.list', { filter: { NONSENSE: 1 } }],
  ['rest-v2/crm.status.get.error', 'crm.status.get', { id: 7 }],
  ['rest-v2/crm.requisite.add.error', 'crm.requisite.add', { fields: {} }],
  ['rest-v2/crm.requisite.update.error', 'crm.requisite.update', { id: 57, fields: {} }],
  ['rest-v2/crm.requisite.delete.error', 'crm.requisite.delete', { id: 57 }],
  ['rest-v2/crm.requisite.bankdetail.get.error', 'crm.requisite.bankdetail.get', { id: 357 }],
  ['rest-v2/crm.requisite.bankdetail.update.error', 'crm.requisite.bankdetail.update', { id: 357, fields: {} }],
  ['rest-v2/crm.requisite.preset.get.error', 'crm.requisite.preset.get', { id: 347 }],
  ['rest-v2/crm.requisite.link.get.error', 'crm.requisite.link.get', { entityTypeId: 1036, entityId: 1 }],
  ['rest-v2/crm.requisite.link.list.error', 'crm.requisite.link.list', {}],
  [
    'rest-v2/crm.requisite.link.register.error',
    'crm.requisite.link.register',
    { fields: { ENTITY_TYPE_ID: 2, ENTITY_ID: 8 } },
  ],
  ['rest-v2/crm.address.add.error', 'crm.address.add', { fields: { TYPE_ID: 1, ENTITY_TYPE_ID: 8 } }],
  ['rest-v2/crm.timeline.comment.get.error', 'crm.timeline.comment.get', { id: 999 }],
  ['rest-v2/crm.timeline.comment.delete.error', 'crm.timeline.comment.delete', { id: 999 }],
  ['rest-v2/crm.type.getByEntityTypeId.error', 'crm.type.getByEntityTypeId', { entityTypeId: 5000 }],
  ['rest-v2/tasks.task.add.error', 'tasks.task.add', { fields: { RESPONSIBLE_ID: 7 } }],
  ['rest-v2/tasks.task.list.error', 'tasks.task.list', { order: { nonsense: 'asc' } }],
  ['rest-v2/tasks.task.files.attach.error', 'tasks.task.files.attach', { taskId: 1 }],
  ['rest-v2/tasks.task.delete.error', 'tasks.task.delete', { taskId: 9999 }],
  ['rest-v2/disk.file.get.error', 'disk.file.get', {}],
  ['rest-v2/disk.folder.uploadFile.error', 'disk.folder.uploadFile', { id: 777 }],
  ['rest-v2/disk.storage.uploadFile.error', 'disk.storage.uploadFile', { id: 777 }],
  ['rest-v2/disk.folder.addSubFolder.error', 'disk.folder.addSubFolder', { id: 21, data: {} }],
  ['rest-v2/disk.storage.getChildren.error', 'disk.storage.getChildren', {}],
  ['rest-v2/app.info.error', 'app.info', {}],
  ['rest-v2/event.offline.get.error', 'event.offline.get', {}],
  ['rest-v2/feature.get.error', 'feature.get', {}],
  ['rest-v2/bizproc.task.complete.error', 'bizproc.task.complete', { TASK_ID: 1, STATUS: 9 }],
  ['rest-v2/bizproc.task.delegate.error', 'bizproc.task.delegate', { TASK_IDS: 1, FROM_USER_ID: 999 }],
  ['rest-v2/bizproc.workflow.start.error', 'bizproc.workflow.start', {}],
  [
    'rest-v2/crm.documentgenerator.document.enablepublicurl.error',
    'crm.documentgenerator.document.enablepublicurl',
    { id: 5 },
  ],
];

const missing = existsSync(SAMPLES) ? undefined : 'the documented answers are not on this machine';

describeUnless(missing)('answers of the fake portal look like the documented ones', () => {
  test.each(ANSWERS.map((row) => [row[0], row] as const))('%s', async (file, [, method, params, prepare]) => {
    const portal = aPortal({ deals: 300 });
    await prepare?.(portal);
    const { status, body } = await portal.call(method, params);
    expect(status).toBe(200);
    const without = WITHOUT.get(file);
    const own = without === undefined ? OWN : new RegExp(`${OWN.source}|${without.source}`, 'u');
    expect(shapeProblems(sample(file), body, own)).toEqual([]);
  });

  test.each(ERRORS.map((row) => [row[0], row] as const))('the same error: %s', async (file, [, method, params]) => {
    const portal = aPortal({ deals: 300 });
    const { status, body } = await portal.call(method, params);
    const documented = sample(file);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body['error']).toEqual(documented['error']);
    expect(typeof body['error_description']).toBe('string');
  });

  test('a batch without rights fails command by command with status 200', async () => {
    const portal = aPortal({ settings: { scopes: ['crm'] } });
    const { status, body } = await portal.call('batch', {
      halt: 0,
      cmd: { get_user: 'user.current', get_department: 'disk.storage.getList' },
    });
    expect(status).toBe(200);
    expect(at(body, 'result')).toEqual(at(sample('rest-v2/batch-error-halt0.error'), 'result'));
  });

  test('numbered commands lose the names of their errors, as on the live portal', async () => {
    const portal = aPortal({ deals: 60 });
    const { body } = await portal.call('batch', {
      cmd: { 35943: 'crm.requisite.get?id=1000', 7: 'crm.requisite.get?id=7', 9: 'crm.requisite.get?id=9' },
    });
    const live = sample('live-portal/crm_get_batch_mix_success_and_errors');
    expect(Array.isArray(at(live, 'result', 'result_error'))).toBe(true);
    expect(Array.isArray(at(body, 'result', 'result_error'))).toBe(true);
    expect(at(body, 'result', 'result', '35943', 'ID')).toBe('1000');
  });
});
