import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthGroups } from '#renderer/features/month-end/month-groups.ts';
import { asId } from '#shared/kernel/id.ts';
import { addDays } from '#shared/kernel/date.ts';
import { picturePages } from '#main/exchange/pdf-pages/pdf-pages.ts';
import { scanPicture } from '#main/render/labels/scan-picture.ts';
import { refused, TODAY, unwrap } from '#test/helpers/a-core.ts';
import { openPaperDesk, type PaperDesk } from '../signing/a-paper-desk.ts';

const ORDERS = ['1204', '1205', '1206', '1208', '1209', '1210', '1211', '1213', '1215', '1218', '1220'];

let desk: PaperDesk;
/** УПД of several orders, signed; paper ones wait for an envelope. */
let signed: string[] = [];

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const codeOf = async (id: string): Promise<string> =>
  unwrap(await desk.office.call('signing.paper', { id })).trail.code;

beforeAll(async () => {
  desk = await openPaperDesk();
  for (const order of ORDERS) {
    const pack = await desk.office.call('packs.issue', { commandId: desk.core.newId(), order, kinds: ['upd'] });
    for (const { id } of pack.ok ? pack.value.issued : []) signed.push(id);
  }
  signed = [...new Set(signed)];
  for (const id of signed) await desk.sign(id);
}, 120_000);
afterAll(() => desk.core.close());

const mediumOf = (id: string) => desk.core.base.read.documents.get(asId(id))?.medium;

describe('sending', () => {
  test('one envelope a counterparty; its number is checked; a pasted column moves the documents in it', async () => {
    const { core, office } = desk;
    const plan = unwrap(await office.call('sending.plan', {}));
    expect(new Set(plan.envelopes.map(({ organisationId, partyId }) => `${organisationId} ${partyId}`)).size).toBe(
      plan.envelopes.length,
    );
    const { items } = unwrap(await office.call('sending.pack', { commandId: core.newId() }));
    expect(items.flatMap(({ documents }) => documents.map(({ id }) => id)).toSorted()).toEqual(
      signed.filter((id) => mediumOf(id) === 'paper').toSorted(),
    );
    expect(refused(await office.call('sending.pack', { commandId: core.newId() })).code).toBe('sending.nothing');
    const [first] = items;
    const id = first?.id ?? '';
    const track = (number: string, envelope = id) =>
      office.call('sending.setTrack', { commandId: core.newId(), id: envelope, track: number });
    expect(refused(await track('30000099000011')).code).toBe('post.track');
    unwrap(await track('30000099000012'));
    expect(refused(await track('30000099000012', items[1]?.id)).code).toBe('post.trackTaken');
    const register = unwrap(await office.call('sending.register', { commandId: core.newId(), id }));
    expect(unwrap(await office.call('sending.register', { commandId: core.newId(), id })).number).toBe(register.number);
    const text = '30000099000012\tпринято\t19.11.2026\n30000099000029\tпринято\t19.11.2026\n30000099000013';
    const pasted = unwrap(await office.call('sending.paste', { commandId: core.newId(), text }));
    expect([pasted.applied, pasted.problems.length]).toEqual([2, 1]);
    for (const document of first?.documents ?? []) {
      expect(desk.stateOf(document.id)).toBe('sent');
      expect(unwrap(await office.call('signing.paper', { id: document.id })).trail).toMatchObject({
        track: '30000099000012',
        sentOn: '2026-11-19',
        awaited: true,
      });
    }
    const rest = items.slice(2).map((one) => one.id);
    unwrap(await office.call('sending.mark', { commandId: core.newId(), ids: rest, state: 'sent', on: '2026-10-01' }));
    for (const document of signed.filter((one) => mediumOf(one) === 'paper'))
      expect(desk.stateOf(document)).toBe('sent');
    const labels = unwrap(await office.call('sending.labels', { ids: items.map((one) => one.id) }));
    expect(Buffer.from(labels.bytes, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  test('a mail draft has the right files, is made once, and is sent once', async () => {
    const { core, office } = desk;
    const [bundle] = unwrap(await office.call('sending.plan', {})).letters;
    const documents = bundle?.documents.map(({ id }) => id) ?? [];
    expect(documents.length).toBeGreaterThan(0);
    const make = () => office.call('sending.letter', { commandId: core.newId(), documents, to: 'buh@example.ru' });
    const letter = unwrap(await make());
    expect(unwrap(await make()).id).toBe(letter.id);
    expect(letter.attachments).toHaveLength(documents.length);
    const { eml } = unwrap(await office.call('sending.openLetter', { commandId: core.newId(), id: letter.id }));
    expect(Buffer.from(eml, 'base64').toString('utf8')).toContain('To: buh@example.ru');
    unwrap(await office.call('sending.letterSent', { commandId: core.newId(), id: letter.id }));
    for (const id of documents) expect(desk.stateOf(id)).toBe('sent');
    expect(refused(await office.call('sending.letterSent', { commandId: core.newId(), id: letter.id })).code).toBe(
      'letter.sent',
    );
  });
});

describe('the register over all media', () => {
  test('numbers of the filters equal what each filter shows, and the debt equals the awaited ones', async () => {
    const { office } = desk;
    const { views, total } = unwrap(await office.call('closing.register', {}));
    expect(total).toBe(desk.core.base.read.documents.count());
    for (const { view, count } of views) {
      const shown = unwrap(await office.call('closing.register', { view, limit: 500 }));
      expect([view, shown.total, shown.items.length]).toEqual([view, count, count]);
    }
    const awaited = unwrap(await office.call('closing.register', { view: 'awaited', limit: 500 }));
    const debt = unwrap(await office.call('closing.debt', {}));
    expect([debt.documents, debt.sum]).toEqual([awaited.total, awaited.sum]);
    // НДС at risk is that of the shipments: a request names the same tax again.
    const shipments = awaited.items.filter(({ kind }) => ['upd', 'act', 'torg12'].includes(kind));
    const atRisk = shipments.reduce((sum, { vat }) => sum + Math.round(Number(vat) * 100), 0);
    expect(Math.round(Number(debt.vat) * 100)).toBe(atRisk);
    expect(atRisk).toBeGreaterThan(0);
    expect(debt.items.reduce((sum, one) => sum + one.documents, 0)).toBe(awaited.total);
  });

  test('every sort shows the same rows, in order', async () => {
    const { office } = desk;
    const ids = async (sort: 'date' | 'sum' | 'counterparty' | 'number' | 'sentOn' | 'state') =>
      unwrap(await office.call('closing.register', { sort, limit: 500, descending: false })).items;
    const all = (await ids('date')).map(({ id }) => id).toSorted();
    for (const sort of ['sum', 'counterparty', 'number', 'sentOn', 'state'] as const)
      expect((await ids(sort)).map(({ id }) => id).toSorted()).toEqual(all);
    const sums = (await ids('sum')).map(({ sum }) => Number(sum));
    expect(sums).toEqual(sums.toSorted((a, b) => a - b));
  });

  test('the whole register goes to a workbook', async () => {
    const { office } = desk;
    const book = unwrap(await office.call('closing.export', {}));
    expect(book.rows).toBe(desk.core.base.read.documents.count());
    expect(book.name).toMatch(/^Реестр документов .+\.xlsx$/u);
  });
});

describe('the closing gate', () => {
  test('stays shut without originals; who has the right opens it with a reason that stays in the history', async () => {
    const { core, office, director } = desk;
    const shut = unwrap(await office.call('closing.gate', { order: '1204' }));
    expect(shut.open).toBe(false);
    expect(shut.items.every(({ isHere, reason }) => isHere === (reason === ''))).toBe(true);
    const override = (caller: typeof office) =>
      caller.call('closing.override', { commandId: core.newId(), order: '1204', reason: 'Клиент прекратил работу' });
    expect(refused(await override(office)).code).toBe('right.missing');
    unwrap(await override(director));
    const open = unwrap(await office.call('closing.gate', { order: '1204' }));
    expect(open).toMatchObject({ open: true, override: { reason: 'Клиент прекратил работу' } });
    const { history } = unwrap(await office.call('orders.get', { order: '1204' }));
    expect(history[0]?.text).toMatch(
      /^Закрытие без оригиналов разрешено \(.*генеральный директор.*\): Клиент прекратил работу$/u,
    );
  });
});

describe('reception', () => {
  test('two operators take the same paper: one wins, the other is told who and when', async () => {
    const { core, office, accountant } = desk;
    const id = signed.find((one) => mediumOf(one) === 'paper') ?? '';
    const code = await codeOf(id);
    const before = unwrap(await office.call('reception.look', { code })).owed.documents.length;
    const [first, second] = await Promise.all([
      office.call('reception.take', { commandId: core.newId(), code }),
      accountant.call('reception.take', { commandId: core.newId(), code }),
    ]);
    const [won, told] = [unwrap(first), unwrap(second)];
    expect([won.outcome, told.outcome]).toEqual(['taken', 'already']);
    expect(told.by).toBe(won.by);
    expect(won.owed.documents).toHaveLength(before - 1);
    expect(desk.stateOf(id)).toBe('received');
  });

  test('wrong and foreign codes are refused aloud', async () => {
    const { core, office } = desk;
    const code = await codeOf(signed[0] ?? '');
    const take = (text: string) => office.call('reception.take', { commandId: core.newId(), code: text });
    expect(refused(await take(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`)).code).toBe('code.wrong');
    expect(refused(await take('4601234567890')).code).toBe('code.foreign');
    expect(refused(await take('')).code).toBe('code.foreign');
  });

  test('a scanned PDF is split by codes; unread pages wait; a person sorts them; the same file twice is once', async () => {
    const { core, office } = desk;
    const waiting = signed.filter((id) => desk.stateOf(id) === 'sent').slice(0, 3);
    const [one = '', two = '', three = ''] = waiting;
    const codes = [null, await codeOf(one), null, await codeOf(two)];
    const bytes = base64(await picturePages(codes.map((code, index) => scanPicture(code, index))));
    const take = () =>
      office.call('reception.scan', { commandId: core.newId(), name: 'Скан.pdf', bytes, as: 'original' });
    const taken = unwrap(await take());
    expect(taken).toMatchObject({ pages: 4, attached: 2, unread: 1, already: false });
    expect(taken.parts.map(({ from, to, document }) => [from, to, document?.id ?? null])).toEqual([
      [1, 1, null],
      [2, 3, one],
      [4, 4, two],
    ]);
    expect(unwrap(await take())).toMatchObject({ already: true, attached: 2 });
    expect([one, two].map(desk.stateOf)).toEqual(['received', 'received']);
    const [part] = unwrap(await office.call('reception.tray', {})).items;
    expect(unwrap(await office.call('reception.pages', { id: part?.id ?? '' })).name).toBe('Скан, стр. 1–1.pdf');
    const resolve = () =>
      office.call('reception.resolve', { commandId: core.newId(), id: part?.id ?? '', documentId: three });
    expect(unwrap(await resolve())).toMatchObject({ state: 'attached', document: { id: three, state: 'received' } });
    expect(refused(await resolve()).code).toBe('scan.settled');
    const paper = unwrap(await office.call('signing.paper', { id: one }));
    expect(paper.trail.scans.map(({ pages }) => pages)).toEqual([2]);
    const kept = unwrap(await office.call('signing.scan', { id: one, scanId: paper.trail.scans[0]?.id ?? '' }));
    expect(Buffer.from(kept.bytes, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  }, 120_000);
});

describe('reminders', () => {
  test('one letter a counterparty with everything missing, by the ladder, never twice on one step', async () => {
    const { core, office } = desk;
    const debt = unwrap(await office.call('closing.debt', {}));
    expect(debt.items.length).toBeGreaterThan(0);
    core.moveToday(addDays(TODAY, 7));
    const plan = unwrap(await office.call('reminders.plan', {}));
    const make = () => office.call('reminders.make', { commandId: core.newId() });
    const { letters, problems } = unwrap(await make());
    expect(problems).toEqual([]);
    expect(letters).toHaveLength(plan.items.length);
    expect(letters.reduce((sum, one) => sum + one.documents.length, 0)).toBe(plan.documents);
    for (const letter of letters) {
      expect(letter.attachments.map(({ name }) => name)).toContain('Штрихкоды документов.docx');
      expect(letter.number).not.toBe('');
    }
    expect(refused(await make()).code).toBe('sending.nothing');
    expect(unwrap(await office.call('closing.debt', {})).items.some(({ reminders }) => reminders === 1)).toBe(true);
    core.moveToday(TODAY);
  });
});

describe('the print queue', () => {
  const PDF_PAGES = 3;

  test('remembers which sheet lies in the tray: resume goes on with the next, a PDF holds what is left', async () => {
    const { core, office } = desk;
    const pdf = await picturePages(Array.from({ length: PDF_PAGES }, (_, index) => scanPicture(null, index)));
    const stored = unwrap(await core.files.put(pdf));
    const [one = '', two = ''] = signed;
    for (const id of [one, two]) {
      const document = core.base.read.documents.get(asId(id));
      core.base.write((stores) =>
        stores.documents.addFile(asId(id), document?.version ?? 1, {
          format: 'pdf',
          ...stored,
          name: 'a.pdf',
          isDraft: false,
        }),
      );
    }
    const job = unwrap(
      await office.call('print.add', { commandId: core.newId(), documents: [one, two], duplex: false }),
    );
    expect(job).toMatchObject({ sheets: 12, printed: 0, documents: 2 });
    const command = () => ({ commandId: core.newId(), id: job.id });
    unwrap(await office.call('print.printed', { ...command(), sheet: 5 }));
    unwrap(await office.call('print.stop', { ...command(), problem: 'Замятие бумаги' }));
    expect(unwrap(await office.call('print.get', { id: job.id }))).toMatchObject({
      state: 'stopped',
      printed: 5,
      problem: 'Замятие бумаги',
    });
    expect(unwrap(await office.call('print.resume', { ...command(), printer: 'HP-3' }))).toMatchObject({
      state: 'printing',
      printed: 5,
      printer: 'HP-3',
    });
    expect(unwrap(await office.call('print.pdf', { id: job.id })).sheets).toBe(7);
    expect(unwrap(await office.call('print.resume', { ...command(), fromSheet: 4 })).printed).toBe(3);
    expect(refused(await office.call('print.printed', { ...command(), sheet: 13 })).code).toBe('print.sheet');
    expect(unwrap(await office.call('print.printed', { ...command(), sheet: 12 })).state).toBe('done');
    const missing = signed.find((id) => id !== one && id !== two) ?? '';
    expect(refused(await office.call('print.add', { commandId: core.newId(), documents: [missing] })).code).toBe(
      'print.noPdf',
    );
  });
});

describe('ЭПД of a freight order', () => {
  test('a paper waybill after the law is warned about until a reason is chosen; ids and states are kept', async () => {
    const { core, office } = desk;
    const { items } = core.base.read.orders.list({}, { limit: 500, offset: 0 });
    let order = '';
    for (const { id } of items.filter(({ business }) => business === 'freight')) {
      const epd = await office.call('closing.epd', { order: id });
      if (epd.ok && epd.value.mode === 'required') order = id;
      if (order !== '') break;
    }
    await office.call('packs.issue', { commandId: core.newId(), order, kinds: ['waybill'], medium: 'paper' });
    const set = (more: object) => office.call('closing.setEpd', { commandId: core.newId(), order, ...more });
    const chosen = unwrap(
      await set({ exception: 'outage', operator: 'Контур', etrnStatus: 'prepared', etrnUid: 'УИД-1' }),
    );
    expect(chosen).toMatchObject({
      mode: 'paperAllowed',
      warning: '',
      operator: 'Контур',
      etrnStatus: 'prepared',
      etrnUid: 'УИД-1',
    });
    expect(refused(await set({ exception: 'так вышло' })).code).toBe('field.invalid');
    expect(unwrap(await set({ exception: '' })).mode).toBe('required');
  });
});

describe('the month that is being closed', () => {
  test('splits its orders into ready, to check and impossible, each impossible one with its reason', async () => {
    const month = unwrap(await desk.office.call('closing.month', { month: '2026-10' }));
    const { ready, check, impossible, closed, orders } = month;
    expect(ready.orders + check.orders + impossible.orders + closed).toBe(orders);
    for (const { problem } of impossible.items) expect(problem?.severity).toBe('block');
    expect(month.media.paper.envelopes).toBeLessThanOrEqual(month.media.paper.orders);
    // The page splits the rows of the list by the same rule.
    const { items } = unwrap(await desk.office.call('orders.list', { shipMonth: '2026-10', limit: 500 }));
    const counts = new Map(monthGroups(items).map(({ id, rows }) => [id, rows.length]));
    expect([counts.get('ready'), counts.get('check'), counts.get('blocked'), counts.get('closed')]).toEqual(
      [ready.orders, check.orders, impossible.orders, closed].map((count) => (count === 0 ? undefined : count)),
    );
  }, 120_000);
});
