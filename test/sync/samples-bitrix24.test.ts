import { expect, test } from 'vitest';
import { activityRow } from '#main/sync/connectors/bitrix24/activity-row.ts';
import { classify, type Verdict } from '#main/sync/connectors/bitrix24/classify.ts';
import { entityOfType } from '#main/sync/connectors/bitrix24/entities.ts';
import { itemRow } from '#main/sync/connectors/bitrix24/item-row.ts';
import { linesOf } from '#main/sync/connectors/bitrix24/product-rows.ts';
import {
  parseAddresses,
  parseBankDetails,
  parseRequisites,
  requisitesOf,
} from '#main/sync/connectors/bitrix24/requisites.ts';
import { UNCALIBRATED } from '#main/sync/connectors/bitrix24/stamps.ts';
import { taskRow } from '#main/sync/connectors/bitrix24/task-row.ts';
import { mapOf, parseEnvelope, parseError, rowsIn, text, type WireError } from '#main/sync/connectors/bitrix24/wire.ts';
import type { HttpTransport } from '#main/ports/http.ts';
import { createBitrix24 } from '#main/sync/connectors/bitrix24/create-bitrix24.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/domain/crm/json.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import { ok } from '#shared/kernel/result.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { keepingLog, must, NEVER } from './clients/fake-line.ts';
import { missingSamples, objectSample, sampleIndex } from './samples.ts';

const V2 = 'bitrix24/rest-v2/';
const context = { mapping: EMPTY_MAPPING, calibration: UNCALIBRATED, origin: 'https://portal.example' };
const items = {
  ...context,
  isOurs: false,
  kinds: new Map(),
  names: { stage: () => null, employee: () => null },
  originator: 'KOMPLEKT-test',
};
const resultOf = (file: string): Json => objectSample(file)['result'] ?? null;

describeUnless(missingSamples)('documented answers of Битрикс24', () => {
  const ofRest = sampleIndex().filter(({ file }) => /^bitrix24\/(?:rest-v2|rest-v3)\//u.test(file));

  test.each(ofRest.filter(({ kind }) => kind === 'ok').map(({ file }) => file))('%s is an answer', (file) => {
    const json = objectSample(file);
    expect(parseError(json)).toBeNull();
    expect(parseEnvelope(json)).toMatchObject({ result: json['result'] ?? null });
  });

  test.each(
    ofRest
      .filter(({ kind, file }) => kind === 'error' && !file.includes('batch-error'))
      .map(({ file, http_status: status, method }) => [file, status ?? '400', method ?? ''] as const),
  )('%s (%s) is an error with something to do', (file, status, method) => {
    const error = parseError(objectSample(file));
    expect(error).not.toBeNull();
    expect(saidBy(classify(Number.parseInt(status, 10), error ?? NO_ERROR, method))).toMatch(/[а-яё]/u);
  });

  test.each(['crm.item.get.ok.json', 'crm.item.add.ok.json'])('an item of %s is read', (file) => {
    const raw = mapOf(mapOf(resultOf(V2 + file))['item']);
    const row = itemRow(raw, { ...items, entityTypeId: file.includes('get') ? 1 : 2 });
    expect(row).toMatchObject({ ok: true, value: { id: text.parse(raw['id']), raw } });
  });

  test('a lead of the documents keeps its person, phone, sum and hour', () => {
    const raw = mapOf(mapOf(resultOf(`${V2}crm.item.get.ok.json`))['item']);
    const row = itemRow(raw, { ...items, entityTypeId: 1 });
    expect(row).toMatchObject({
      ok: true,
      value: {
        entity: 'lead',
        createdAt: '2024-07-22T16:00:08.000Z',
        fields: {
          person: 'Админов Админ Админович',
          phone: '+6111111111',
          amount: '999.90',
          comment: 'Комментарий об админе',
        },
      },
    });
  });

  test('every item of a documented list is read', () => {
    const rows = rowsIn(resultOf(`${V2}crm.item.list.ok.json`), 'items').map((raw) =>
      itemRow(raw, { ...items, entityTypeId: 1 }),
    );
    expect(rows.length).toBe(4);
    expect(rows.every((row) => row.ok)).toBe(true);
  });

  test('documented product rows keep a discount that gives the very price, and «Без НДС»', () => {
    const lines = linesOf(rowsIn(resultOf(`${V2}crm.item.productrow.list.ok.json`), 'productRows'));
    expect(lines).toMatchObject({
      ok: true,
      value: [
        { name: 'iphone 10xs', price: '5550.00', vatRate: 'none', unitName: 'м' },
        { name: 'iphone 14', price: '100000.00', discountPercent: '10', vatRate: '10', quantity: '3' },
      ],
    });
  });

  test('product rows of a real portal are read', () => {
    const batch = mapOf(mapOf(resultOf('bitrix24/live-portal/crm_item_productrow_list.json'))['result']);
    const rows = Object.values(batch).flatMap((each) => rowsIn(each, 'productRows'));
    expect(rows.length).toBeGreaterThan(0);
    expect(linesOf(rows).ok).toBe(true);
  });

  test('requisites, bank details and addresses of the documents are read', () => {
    const requisites = ['crm.requisite.list.ok.json', 'crm.requisite.list.2.ok.json'].flatMap((file) =>
      parseRequisites(rowsIn(resultOf(V2 + file), null)),
    );
    const banks = parseBankDetails(rowsIn(resultOf(`${V2}crm.requisite.bankdetail.list.ok.json`), null));
    const addresses = ['crm.address.list.ok.json', 'crm.address.list.2.ok.json'].flatMap((file) =>
      parseAddresses(rowsIn(resultOf(V2 + file), null)),
    );
    expect([requisites.length, banks.length, addresses.length].every((count) => count > 0)).toBe(true);
    expect(requisites.map((own) => requisitesOf(own, banks, addresses).id)).toEqual(requisites.map(({ ID }) => ID));
  });

  test.each([
    ['bitrix24/rest-v2/tasks.task.list.ok.json', 'tasks'],
    ['bitrix24/rest-v3/tasks.task.list.ok.json', 'items'],
  ])('tasks of %s are read', (file, rows) => {
    const tasks = rowsIn(resultOf(file), rows);
    expect(tasks.length).toBeGreaterThan(0);
    expect(tasks.map((raw) => taskRow(raw, context)).every((row) => row.ok)).toBe(true);
  });

  test('a documented task names the first record it belongs to', () => {
    const row = taskRow(mapOf(mapOf(resultOf(`${V2}tasks.task.get.ok.json`))['task']), context);
    expect(row).toMatchObject({ ok: true, value: { links: { owner: { entity: 'contact', id: '627' } } } });
  });

  test.each([
    'batch_list_empty.json',
    'call_batch.json',
    'crm_contact_add_batch.json',
    'crm_get_batch_mix_success_and_errors.json',
    'crm_company_contact_items_get.json',
  ])('the answer %s of a real portal is an answer, empty lists in place of maps included', (file) => {
    const json = objectSample(`bitrix24/live-portal/${file}`);
    expect(parseEnvelope(json).result).toEqual(json['result']);
    expect(parseError(json)).toBeNull();
  });

  test('every code of the catalogue of errors ends as something to do, in Russian', () => {
    const catalogue = objectSample('bitrix24/error-codes.json');
    const system = rowsIn(catalogue['system'] ?? null, null).map((each) => ({
      status: each['status'],
      code: each['code'],
      description: each['message'],
      method: 'crm.item.list',
    }));
    const methods = Object.entries(mapOf(catalogue['methods'])).flatMap(([method, list]) =>
      rowsIn(list, null).map((each) => ({
        status: each['Статус'] ?? '400',
        code: each['Код'],
        description: each['Описание'] ?? each['Cообщение'] ?? '',
        method,
      })),
    );
    expect(system.length + methods.length).toBeGreaterThan(300);
    for (const { status, code, description, method } of [...system, ...methods]) {
      const error = { code: text.parse(code).replaceAll('`', ''), description: text.parse(description), fields: [] };
      const verdict = classify(Number.parseInt(text.parse(status), 10) || 400, error, method);
      expect(saidBy(verdict)).toMatch(/[а-яё]/u);
    }
  });

  test('the connect wizard understands the documented profile, rights, funnels, stages, employees and processes', async () => {
    const asked = new Set<string>();
    const connector = must(
      createBitrix24(
        { http: documented(asked), pace: STILL, log: keepingLog().log },
        {
          address: 'https://portal.example/rest/1/abc123/',
          token: null,
          mapping: EMPTY_MAPPING,
          calibration: null,
          installation: 'test',
        },
      ),
    );
    expect(must(await connector.probe(NEVER))).toMatchObject({
      employee: { id: '1', name: 'Валеев Вадим', isAdmin: true },
    });
    const all = must(await connector.dictionaries(NEVER));
    expect(all.pipelines.filter(({ entity }) => entity === 'order').map(({ title }) => title)).toEqual([
      'Воронка с оригинальным названием',
      'Лидовый маршрут',
      'Путь успеха',
      'Общая',
    ]);
    expect(all.pipelines.find(({ id }) => id === '0')?.stages[0]).toEqual({
      id: 'NEW',
      title: 'Новая',
      outcome: 'process',
    });
    expect(all.employees).toContainEqual({ id: '3', name: 'Иванов Иван', isActive: true, workingDay: null });
    expect(must(await connector.describe('order', NEVER)).find(({ name }) => name === 'xmlId')).toMatchObject({
      title: 'Внешний код',
      type: 'text',
    });
    expect([...asked]).toEqual(
      expect.arrayContaining([
        'profile',
        'scope',
        'crm.status.list',
        'crm.category.list',
        'user.get',
        'crm.type.list',
        'crm.item.fields',
      ]),
    );
  });

  test('an activity with everything empty is still a message of its record', () => {
    const raw: JsonObject = {
      ID: '5',
      OWNER_ID: '7',
      OWNER_TYPE_ID: '2',
      TYPE_ID: '6',
      PROVIDER_ID: 'IMOPENLINES_SESSION',
      START_TIME: '',
      END_TIME: {},
    };
    expect(activityRow(raw, context)).toMatchObject({
      ok: true,
      value: { fields: { channel: 'chat' }, links: { owner: { entity: entityOfType(2, EMPTY_MAPPING), id: '7' } } },
    });
  });
});

const NO_ERROR: WireError = { code: '', description: '', fields: [] };

/** What a person reads; limits are waited out in silence. */
const saidBy = (verdict: Verdict): string => {
  if (verdict.kind === 'failure') return verdict.failure.message;
  return verdict.kind === 'refusal' ? verdict.refusal.message : 'лимит';
};

const STILL = { now: () => Date.parse('2026-11-22T09:00:00Z'), sleep: () => Promise.resolve(), random: () => 0.5 };

/** A portal that answers with the pages of the documents, inside batches as well. */
const documented = (asked: Set<string>): HttpTransport => {
  const known = new Map(
    sampleIndex()
      .filter(({ file, kind }) => file.startsWith(V2) && kind === 'ok')
      .map(({ file }) => [file.slice(V2.length).replace('.ok.json', ''), file]),
  );
  const answer = (method: string): JsonObject => {
    asked.add(method);
    const file = known.get(method);
    return file === undefined
      ? { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' }
      : objectSample(file);
  };
  const batch = (cmd: JsonObject): JsonObject => {
    const answers = Object.entries(cmd).map(
      ([key, value]) => [key, answer(text.parse(value).split('?')[0] ?? '')] as const,
    );
    const part = (name: string) =>
      Object.fromEntries(
        answers.flatMap(([key, each]) =>
          each[name] === undefined || each['error'] !== undefined ? [] : [[key, each[name]]],
        ),
      );
    const errors = Object.fromEntries(answers.filter(([, each]) => each['error'] !== undefined));
    return {
      result: {
        result: part('result'),
        result_error: errors,
        result_total: part('total'),
        result_next: [],
        result_time: part('time'),
      },
      time: {},
    };
  };
  return {
    send: ({ url, body }) => {
      const method = new URL(url).pathname.split('/').at(-1) ?? '';
      const asJson: unknown = JSON.parse(typeof body === 'string' ? body : '{}');
      const cmd = isJsonObject(asJson) ? mapOf(asJson['cmd']) : {};
      const json = method === 'batch' ? batch(cmd) : answer(method);
      return Promise.resolve(
        ok({
          status: json['error'] === undefined ? 200 : 400,
          headers: {},
          body: new TextEncoder().encode(JSON.stringify(json)),
        }),
      );
    },
  };
};
