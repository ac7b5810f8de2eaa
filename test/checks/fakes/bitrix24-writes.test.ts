import { describe, expect, test } from 'vitest';
import { aPortal, at, listAt } from './ask.ts';

const DEAL = 2;
const update = (fields: Record<string, unknown>) => ({ entityTypeId: DEAL, id: 1, fields });

describe('items', () => {
  test('keep what they know, pass over what they do not, and answer with the whole item', async () => {
    const portal = aPortal();
    const { body } = await portal.call(
      'crm.item.update',
      update({ title: 'Новое', nonsense: 1, id: 77, updatedTime: '2020-01-01' }),
    );
    expect(at(body, 'result', 'item', 'title')).toBe('Новое');
    expect(at(body, 'result', 'item', 'id')).toBe(1);
    expect(at(body, 'result', 'item', 'updatedTime')).toBe('2026-11-22T12:00:00+03:00');
    expect(at(body, 'result', 'item', 'nonsense')).toBeUndefined();
  });

  test.each([
    [{ opportunity: 'много' }, 'CRM_FIELD_ERROR_VALUE_NOT_VALID'],
    [{ ufCrm_1700000003: 'вчера' }, 'CRM_FIELD_ERROR_VALUE_NOT_VALID'],
    [{ stageId: 'C9:NEW' }, 'CRM_FIELD_ERROR_VALUE_NOT_VALID'],
    [{ contactIds: 5 }, '100'],
  ])('%o is refused with %s', async (fields, error) => {
    expect((await aPortal().call('crm.item.update', update(fields))).body['error']).toBe(error);
  });

  test('want the field that a stage demands', async () => {
    const portal = aPortal({ deals: 300, settings: { requiredOnStage: { WON: 'additionalInfo' } } });
    const move = (fields: Record<string, unknown>) =>
      portal.call('crm.item.update', { entityTypeId: DEAL, id: 402, fields: { stageId: 'WON', ...fields } });
    expect((await move({})).body['error']).toBe('CRM_FIELD_ERROR_REQUIRED');
    expect(at((await move({ additionalInfo: 'Сдано' })).body, 'result', 'item', 'stageSemanticId')).toBe('S');
  });

  test('are touched once more by a robot a second after a move', async () => {
    const portal = aPortal({ deals: 300 });
    await portal.call('crm.item.update', { entityTypeId: DEAL, id: 402, fields: { stageId: 'WON' } });
    const before = portal.model.item(DEAL, 402);
    portal.clock.advance(2_000);
    const after = portal.model.item(DEAL, 402);
    expect(after?.['updatedBy']).toBe(0);
    expect(after?.['probability']).not.toBe(before?.['probability']);
    const history = await portal.call('crm.stagehistory.list', { entityTypeId: DEAL, filter: { OWNER_ID: 402 } });
    expect(listAt(history.body, 'result', 'items').map(({ STAGE_ID }) => STAGE_ID)).toEqual(['WON']);
  });

  test('lose the files that are not named again', async () => {
    const portal = aPortal();
    const field = 'ufCrm_1700000032';
    const files = async (value: unknown) =>
      listAt((await portal.call('crm.item.update', update({ [field]: value }))).body, 'result', 'item', field);
    const two = await files([
      ['a.txt', 'YQ=='],
      ['b.txt', 'Yg=='],
    ]);
    expect(two).toHaveLength(2);
    const kept = await files([{ id: two[0]?.['id'] }, ['c.txt', 'Yw==']]);
    expect(kept.map(({ id }) => id)).toContain(two[0]?.['id']);
    expect(kept.map(({ id }) => id)).not.toContain(two[1]?.['id']);
    expect(await files([{ id: 999_999 }])).toEqual([]);
  });

  test('read a file by its signed link only with the headers of a browser, and not for ever', async () => {
    const portal = aPortal();
    const { body } = await portal.call('crm.item.update', update({ ufCrm_1700000032: [['a.txt', 'YWJj']] }));
    const link = String(listAt(body, 'result', 'item', 'ufCrm_1700000032')[0]?.['urlMachine']);
    const headers = {
      'user-agent': 'Komplekt/1',
      accept: '*/*',
      'accept-language': 'ru',
      referer: `${new URL(portal.url).origin}/`,
    };
    const get = async (given: Record<string, string>) =>
      (await portal.transport({ method: 'GET', url: link, headers: given })).status;
    expect(await get({})).toBe(404);
    expect(await get(headers)).toBe(200);
    portal.clock.advance(3_600_000);
    expect(await get(headers)).toBe(404);
  });
});

describe('product rows', () => {
  test('set replaces all of them, gives new ids and the deal its sum', async () => {
    const portal = aPortal();
    const rows = [
      { productName: 'Ложка', price: 100.005, quantity: 3, taxRate: null },
      { productName: 'Вилка', price: 50, quantity: 2, taxRate: 0, taxIncluded: 'Y' },
    ];
    const { body } = await portal.call('crm.item.productrow.set', { ownerType: 'D', ownerId: 1, productRows: rows });
    const kept = listAt(body, 'result', 'productRows');
    expect(kept.map(({ price, taxRate }) => [price, taxRate])).toEqual([
      [100.01, null],
      [50, 0],
    ]);
    const deal = await portal.call('crm.item.get', { entityTypeId: DEAL, id: 1 });
    expect(at(deal.body, 'result', 'item', 'opportunity')).toBe(400.03);
    expect(at(deal.body, 'result', 'item', 'updatedTime')).toBe('2026-11-22T12:00:00+03:00');
  });

  test('an edit that leaves the sum as it was leaves the stamp of the deal too', async () => {
    const portal = aPortal();
    const before = portal.model.item(DEAL, 1)?.['updatedTime'];
    const [row] = portal.model.rows('D', 1);
    await portal.call('crm.item.productrow.update', { id: row?.['id'], fields: { productName: 'Иначе' } });
    expect(portal.model.rows('D', 1)[0]?.['productName']).toBe('Иначе');
    expect(portal.model.item(DEAL, 1)?.['updatedTime']).toBe(before);
  });
});

test('a second address of the same kind is refused, whoever sends it', async () => {
  const portal = aPortal();
  const fields = { TYPE_ID: 11, ENTITY_TYPE_ID: 8, ENTITY_ID: 1000, ADDRESS_1: 'ул. Новая, д. 1' };
  expect((await portal.call('crm.address.add', { fields })).body['result']).toBe(true);
  expect((await portal.call('crm.address.add', { fields })).body['error_description']).toBe('TypeAddress exists');
});

/** A method of REST 3.0 under the same webhook. */
const address = (portal: ReturnType<typeof aPortal>, method: string): string =>
  portal.url.replace('/rest/', '/rest/api/') + method;

describe('tasks', () => {
  const body = { fields: { title: 'Сделать', creatorId: 12, responsibleId: 7, crmItemIds: ['D_1'] } };
  test('made with a key are made once a day, and another body with it is refused', async () => {
    const portal = aPortal();
    const add = (given: unknown, key: string) =>
      portal.call(address(portal, 'tasks.task.add'), given, { 'Idempotency-Key': key });
    const first = await add(body, 'k1');
    const again = await add(body, 'k1');
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(at(again.body, 'result', 'item', 'id')).toBe(at(first.body, 'result', 'item', 'id'));
    expect((await add({ fields: { ...body.fields, title: 'Иное' } }, 'k1')).status).toBe(422);
    portal.clock.advance(86_400_000);
    expect(at((await add(body, 'k1')).body, 'result', 'item', 'id')).not.toBe(at(first.body, 'result', 'item', 'id'));
    expect(portal.counters.effectsOf('v3/tasks.task.add')).toBe(2);
  });

  test('of version 3 name every field that is wrong, and are listed by id only', async () => {
    const portal = aPortal();
    const wrong = await portal.call(address(portal, 'tasks.task.add'), {
      fields: { ...body.fields, deadline: 'скоро' },
    });
    expect(listAt(wrong.body, 'error', 'validation')[0]?.['field']).toBe('deadline');
    const list = await portal.call(address(portal, 'tasks.task.list'), { filter: [['status', 'completed']] });
    expect(at(list.body, 'error', 'code')).toBe('BITRIX_REST_V3_EXCEPTION_UNKNOWNDTOPROPERTYEXCEPTION');
    const some = await portal.call(address(portal, 'tasks.task.list'), {
      filter: [['id', 'in', [1, 2]]],
      select: ['id', 'title', 'nonsense'],
    });
    expect(listAt(some.body, 'result', 'items').map((item) => Object.keys(item))).toEqual([
      ['id', 'title'],
      ['id', 'title'],
    ]);
  });

  test('are closed, and show it in their stamp', async () => {
    const portal = aPortal();
    await portal.call('tasks.task.complete', { taskId: 2 });
    const { body: list } = await portal.call('tasks.task.list', {
      filter: { REAL_STATUS: 5, '>=CHANGED_DATE': '2026-11-22 12:00:00' },
      select: ['ID'],
    });
    expect(listAt(list, 'result', 'tasks').map(({ id }) => id)).toEqual(['2']);
  });
});

describe('files', () => {
  test('go to the Disk by the upload link as a form, and a taken name is refused or made unique', async () => {
    const portal = aPortal();
    const { body } = await portal.call('disk.folder.uploadFile', { id: 21, data: { NAME: 'счёт.pdf' } });
    const form =
      '--XX\r\nContent-Disposition: form-data; name="file"; filename="s.pdf"\r\nContent-Type: application/pdf\r\n\r\nabc\r\n--XX--\r\n';
    const sent = await portal.transport({
      method: 'POST',
      url: String(at(body, 'result', 'uploadUrl')),
      headers: { 'content-type': 'multipart/form-data; boundary=XX' },
      body: form,
    });
    expect(at(JSON.parse(new TextDecoder().decode(sent.body)), 'result', 'SIZE')).toBe('3');
    const again = (generateUniqueName: boolean) =>
      portal.call('disk.folder.uploadFile', {
        id: 21,
        data: { NAME: 'счёт.pdf' },
        fileContent: ['счёт.pdf', 'YWJj'],
        generateUniqueName,
      });
    expect((await again(false)).body['error']).toBe('DISK_OBJ_22000');
    expect(at((await again(true)).body, 'result', 'NAME')).toBe('счёт (1).pdf');
  });

  test('of the generator get their PDF later, and the same number twice', async () => {
    const portal = aPortal();
    const add = () =>
      portal.call('crm.documentgenerator.document.add', {
        templateId: 39,
        entityTypeId: DEAL,
        entityId: 1,
        values: { DocumentNumber: '5' },
      });
    const { body } = await add();
    await add();
    expect(at(body, 'result', 'document', 'pdfUrlMachine')).toBeUndefined();
    portal.clock.advance(45_000);
    const { body: later } = await portal.call('crm.documentgenerator.document.get', { id: 1 });
    expect(String(at(later, 'result', 'document', 'pdfUrlMachine'))).toContain('getPdf');
    const { body: list } = await portal.call('crm.documentgenerator.document.list', {
      filter: { entityTypeId: DEAL, entityId: 1, number: '5' },
    });
    expect(listAt(list, 'result', 'documents')).toHaveLength(2);
  });
});

describe('channels', () => {
  test('calls, letters and conversations of deals are there to be read', async () => {
    const portal = aPortal();
    const { body } = await portal.call('crm.activity.list', { filter: { OWNER_TYPE_ID: DEAL }, order: { ID: 'ASC' } });
    const providers = new Set(listAt(body, 'result').map(({ PROVIDER_ID }) => PROVIDER_ID));
    expect(providers).toEqual(new Set(['VOXIMPLANT_CALL', 'CRM_EMAIL', 'IMOPENLINES_SESSION']));
    const calls = await portal.call('voximplant.statistic.get', {
      FILTER: { '>=CALL_START_DATE': '2026-11-01T00:00:00+03:00' },
    });
    expect(listAt(calls.body, 'result')[0]?.['CALL_DURATION']).toBe('95');
    expect(at((await portal.call('timeman.status', { USER_ID: 7 })).body, 'result', 'STATUS')).toBe('OPENED');
  });

  test('an answer goes into the conversation of the deal and into no other', async () => {
    const portal = aPortal();
    const chat = portal.model.records('chat')[0];
    const message = {
      CRM_ENTITY_TYPE: 'deal',
      CRM_ENTITY: chat?.['CRM_ENTITY'],
      USER_ID: 7,
      CHAT_ID: chat?.['ID'],
      MESSAGE: 'Отгрузили',
    };
    expect(typeof (await portal.call('imopenlines.crm.message.add', message)).body['result']).toBe('number');
    expect((await portal.call('imopenlines.crm.message.add', { ...message, CRM_ENTITY: 1 })).body['error']).toBe(
      'CHAT_NOT_IN_CRM',
    );
    const { body } = await portal.call('imopenlines.session.history.get', { SESSION_ID: chat?.['SESSION_ID'] });
    expect(JSON.stringify(at(body, 'result', 'message'))).toContain('Отгрузили');
  });
});

test('a task of a business process is completed once', async () => {
  const portal = aPortal();
  expect((await portal.call('bizproc.task.complete', { TASK_ID: 1, STATUS: 1 })).body['result']).toBe(true);
  expect((await portal.call('bizproc.task.complete', { TASK_ID: 1, STATUS: 1 })).body['error']).toBe(
    'ERROR_TASK_COMPLETED',
  );
});
