import { expect, test } from 'vitest';
import type { PushOperation } from '#main/sync/connectors/connector.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import { aPortal, must, NEVER } from './fake-line.ts';
import { aDeal, aFile, deal, doneRef, KEY, now, readOne } from './operations.ts';

test('a document lies in the folder of its deal with a link in the timeline, once, however often it is sent', async () => {
  const { connector, fake, clock } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const bytes = new Uint8Array(2_000).fill(7);
  const operation = aFile(deal(id), bytes);
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toEqual({ state: 'absent' });
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  expect(fake.counters.effectsOf('disk.folder.uploadFile')).toBe(1);
  expect(fake.counters.effectsOf('crm.timeline.comment.add')).toBe(1);
});

test('a file above five megabytes goes to an address of its own', async () => {
  const { connector, fake, clock } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const operation = aFile(deal(id), new Uint8Array(5_200_000).fill(3));
  expect(await connector.push(operation, NEVER)).toMatchObject({ state: 'done' });
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
});

test('a file that was sent comes back byte by byte', async () => {
  const { connector, fake } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const bytes = new Uint8Array([1, 2, 3, 250, 0, 9]);
  const outcome = await connector.push(aFile(deal(id), bytes), NEVER);
  const file = { id: outcome.state === 'done' ? (outcome.answer ?? '') : '', name: '', size: null };
  expect([...must(await connector.download(deal(id), file, NEVER))]).toEqual([...bytes]);
});

test('a task is made on its deal, closed, and closing it again is no error', async () => {
  const { connector, fake, clock } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const operation = aDeal({
    entity: 'task',
    lines: null,
    fields: { title: 'Проверить оплату', responsible: '12', deadline: '2026-11-25T15:00:00+03:00' },
    links: { owner: deal(id) },
  });
  const ref = doneRef(await connector.push(operation, NEVER));
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found', ref });
  const close: PushOperation = { kind: 'closeTask', key: KEY, ref, result: 'Оплата пришла' };
  expect((await connector.push(close, NEVER)).state).toBe('done');
  expect((await connector.push(close, NEVER)).state).toBe('done');
  expect(await connector.lookUp(close, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  expect(fake.counters.effectsOf('tasks.task.complete')).toBe(1);
});

test('an old box without REST 3 gets its tasks by the older method', async () => {
  const { connector, fake } = aPortal({ settings: { hasRestV3: false } });
  const [id = 0] = fake.model.ids(2);
  const operation = aDeal({
    entity: 'task',
    lines: null,
    fields: { title: 'Позвонить', responsible: '12' },
    links: { owner: deal(id) },
  });
  const ref = doneRef(await connector.push(operation, NEVER));
  expect(await readOne(connector, ref)).toMatchObject({ fields: { title: 'Позвонить' }, links: { owner: deal(id) } });
});

test('a comment is told from an older one with the same words by its hour', async () => {
  const { connector, fake, clock } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const operation: PushOperation = { kind: 'comment', key: KEY, ref: deal(id), text: 'Счёт № 15 выставлен' };
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  clock.advance(3_600_000);
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toEqual({ state: 'absent' });
});

test('requisites with their account and address go once, though the first attempt broke in the middle', async () => {
  const { connector, fake, clock } = aPortal();
  const company = doneRef(
    await connector.push(aDeal({ entity: 'party', lines: null, fields: { title: 'ООО «Луч»' } }), NEVER),
  );
  const operation: PushOperation = {
    kind: 'requisites',
    key: KEY,
    ref: company,
    requisites: {
      id: null,
      fields: {
        shortName: 'ООО «Луч»',
        fullName: 'Общество с ограниченной ответственностью «Луч»',
        inn: '7701000015',
        kpp: '770101001',
        legalAddress: '101000, г. Москва, ул. Светлая, д. 1',
      },
      accounts: [
        {
          account: '40702810199990001001',
          bic: '044525225',
          bankName: 'ПАО Сбербанк',
          corrAccount: '30101810400000000225',
        },
      ],
    },
  };
  fake.faults.script({ label: 'crm.requisite.add', kind: 'lostAfter' });
  expect((await connector.push(operation, NEVER)).state).toBe('unknown');
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toEqual({ state: 'absent' });
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  expect(fake.counters.effectsOf('crm.requisite.add')).toBe(1);
  const row = await readOne(connector, company);
  expect(row?.requisites).toMatchObject([
    {
      inn: '7701000015',
      kpp: '770101001',
      legalAddress: '101000, г. Москва, ул. Светлая, д. 1',
      accounts: [{ account: '40702810199990001001' }],
    },
  ]);
});

test('a letter keeps our key; a line in a chat is asked of a person rather than said twice', async () => {
  const { connector, fake, clock } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const letter: PushOperation = {
    kind: 'message',
    key: KEY,
    ref: deal(id),
    channel: 'email',
    text: 'Документы во вложении',
  };
  expect((await connector.push(letter, NEVER)).state).toBe('done');
  expect(await connector.lookUp(letter, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  const line: PushOperation = { ...letter, channel: 'openLine' };
  expect(await connector.lookUp(line, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'cannotTell' });
});

test('a posting for a freight exchange is a record of its smart process; without one the text is for a person', async () => {
  const text = 'Тула — Казань, 20 т, тент\nПогрузка 25.11';
  const without = aPortal();
  const [id = 0] = without.fake.model.ids(2);
  const posting: PushOperation = { kind: 'message', key: KEY, ref: deal(id), channel: 'freight', text };
  expect(await without.connector.push(posting, NEVER)).toMatchObject({ state: 'unsupported', code: 'NO_CHANNEL' });
  const { connector, clock } = aPortal({}, { mapping: { ...EMPTY_MAPPING, freightType: '1036' } });
  const ref = doneRef(await connector.push(posting, NEVER));
  expect(await readOne(connector, ref)).toMatchObject({
    entity: 'smart',
    key: KEY,
    fields: { title: 'Тула — Казань, 20 т, тент' },
  });
  expect(await connector.lookUp(posting, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found', ref });
  expect(connector.feeds.map(({ name }) => name)).toContain('smart:1036');
});

test('a payment link is answered, and a waiting payment is used again', async () => {
  const { connector, fake } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const operation: PushOperation = { kind: 'paymentLink', key: KEY, ref: deal(id), amount: '4680.00' };
  const first = await connector.push(operation, NEVER);
  expect(first).toMatchObject({ state: 'done' });
  expect(first.state === 'done' && first.answer).toMatch(/^https?:\/\//u);
  await connector.push(operation, NEVER);
  expect(fake.counters.effectsOf('crm.item.payment.add')).toBe(1);
});
