import { expect, test } from 'vitest';
import { classify } from '#main/sync/connectors/moysklad/classify.ts';
import { documentRow } from '#main/sync/connectors/moysklad/document-row.ts';
import { partyRow } from '#main/sync/connectors/moysklad/party-row.ts';
import { taskRow } from '#main/sync/connectors/moysklad/task-row.ts';
import { errorsIn, refOf, rowsIn, text } from '#main/sync/connectors/moysklad/wire.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/domain/crm/json.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import type { CrmEntity } from '#shared/domain/crm/row.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { missingSamples, objectSample, sample, sampleIndex } from './samples.ts';

const context = { mapping: EMPTY_MAPPING, states: [] };

/** Types whose records the client reads. */
const ENTITIES: Readonly<Record<string, CrmEntity>> = {
  customerorder: 'order',
  counterparty: 'party',
  organization: 'organisation',
  contract: 'contract',
  invoiceout: 'invoice',
  paymentin: 'payment',
  purchaseorder: 'purchase',
  demand: 'shipment',
  task: 'task',
};

const typeOf = (raw: Json): CrmEntity | undefined => {
  const meta = isJsonObject(raw) ? raw['meta'] : null;
  return isJsonObject(meta) && isJsonObject(raw) && typeof raw['id'] === 'string'
    ? ENTITIES[text.parse(meta['type'])]
    : undefined;
};

const read = (entity: CrmEntity, raw: JsonObject) => {
  if (entity === 'task') return taskRow(raw);
  return entity === 'party' || entity === 'organisation'
    ? partyRow(entity, raw, context)
    : documentRow(entity, raw, context);
};

/** Records of an answer: itself, its rows, or the members of a bulk answer. */
const recordsIn = (json: Json): readonly (readonly [CrmEntity, JsonObject])[] =>
  [json, ...rowsIn(json)].flatMap((raw) => {
    const entity = typeOf(raw);
    return entity !== undefined && isJsonObject(raw) ? [[entity, raw] as const] : [];
  });

describeUnless(missingSamples)('documented answers of МойСклад', () => {
  const answers = sampleIndex().filter(({ file, kind }) => file.startsWith('moysklad/') && kind === 'response');
  const withRecords = answers.filter(({ file }) => recordsIn(sample(file)).length > 0).map(({ file }) => file);

  test('all types that the client reads are among them', () => {
    const seen = new Set(withRecords.flatMap((file) => recordsIn(sample(file)).map(([entity]) => entity)));
    expect([...seen].toSorted()).toEqual(Object.values(ENTITIES).toSorted());
  });

  test.each(withRecords)('every record of %s is read', (file) => {
    for (const [entity, raw] of recordsIn(sample(file))) {
      const row = read(entity, raw);
      expect(row).toMatchObject({ ok: true, value: { entity, id: raw['id'], raw } });
    }
  });

  test('a documented order keeps its sums in kopeks, its hour of Moscow and its references', () => {
    const row = documentRow('order', objectSample('moysklad/customerorder/poluchit-zakaz-pokupatelya.json'), context);
    expect(row).toMatchObject({
      ok: true,
      value: {
        key: 'CntjFix4hoyZOIhZiULjv2',
        modifiedAt: '2016-04-14T09:03:05.000Z',
        fields: {
          number: '00001',
          date: '2016-04-13',
          amount: '3464537012.06',
          paidAmount: '3659396118.04',
          shipDate: '2016-04-15',
        },
        links: {
          buyer: { entity: 'party', id: '9794d400-f689-11e5-8a84-bae500000078' },
          contract: { entity: 'contract' },
        },
        lines: null,
      },
    });
  });

  test('documented counterparties keep their requisites', () => {
    const rows = rowsIn(sample('moysklad/counterparty/poluchit-spisok-kontragentov.json')).map((raw) =>
      partyRow('party', raw, context),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.ok && row.value.requisites?.length === 1)).toBe(true);
  });

  test.each(['errors/create-missing-name-3000.json', 'errors/unknown-type-1005.json'])(
    '%s is an error with something to do',
    (file) => {
      const errors = errorsIn(sample(`moysklad/${file}`));
      expect(errors.length).toBe(1);
      const verdict = classify(400, errors, true);
      expect(verdict.kind === 'refusal' && verdict.refusal.message).toContain('Данные в программе сохранены');
    },
  );

  test('a bulk answer tells the saved from the refused', () => {
    const bulk: Json = [{ id: '1' }, { errors: [{ error: 'Ошибка', code: 3000, parameter: 'name' }] }];
    expect(rowsIn(bulk).map((each) => errorsIn(each).length)).toEqual([0, 1]);
  });

  test('every code of the catalogue of errors ends as something to do', () => {
    const codes = Object.entries(objectSample('moysklad/error-codes.json'));
    expect(codes.length).toBeGreaterThan(500);
    for (const [code, about] of codes) {
      const message = isJsonObject(about) ? text.parse(about['message']) : '';
      const verdict = classify(412, [{ code: Number(code), message, parameter: '', dependencies: 0 }], true);
      const said = verdict.kind === 'refusal' ? verdict.refusal.message : 'МойСклад не принял изменение';
      expect(said).toMatch(/^МойСклад не принял изменение/u);
    }
  });

  test('a reference to a thing that we do not know is none of ours', () => {
    expect(refOf({ meta: { href: 'https://api.moysklad.ru/api/remap/1.2/entity/store/1', type: 'store' } })).toBeNull();
  });
});
