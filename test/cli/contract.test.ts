import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyNumber, anything, textLike } from '#test/helpers/matchers.ts';
import { askBase } from '#test/helpers/base-fingerprint.ts';
import {
  copyShape,
  doctorShape,
  documentListShape,
  documentShowShape,
  importShape,
  initShape,
  kindsShape,
  orderListShape,
  orderShape,
  packShape,
  refusalShape,
  renderShape,
  serveShape,
  templateCheckShape,
} from '#test/helpers/cli-shapes.ts';
import { aDocx, paragraph, paragraphsOf } from '#test/helpers/docx-fixture.ts';
import { anOrder, ORGANISATIONS_FILE, A_BUYER, sharedFolder, writeJson } from '#test/helpers/hand-made-orders.ts';
import { answerOf, jsonOf, komplekt, komplektOn, startKomplekt } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
const base = path.join(folder, 'База фирмы');
const run = komplektOn(base);
const documentsNow = (): number => askBase(base, 'SELECT id FROM documents').length;
const templates = path.resolve(import.meta.dirname, '..', '..', 'templates');

let made: z.infer<typeof initShape>;

beforeAll(async () => {
  made = answerOf(await run('init', '--demo', '--today', '2026-11-20', '--json'), initShape);
});

describe('every command answers with the keys that cli.md promises', () => {
  test('init --demo says what it has made', () => {
    expect(made).toEqual({ base, orders: anyNumber, counterparties: anyNumber, documents: documentsNow() });
    expect(made.orders).toBe(415);
    expect(made.documents).toBeGreaterThan(200);
  });

  test('an empty base is made too, and never over another one', async () => {
    const other = path.join(folder, 'Пустая');
    expect(answerOf(await komplekt(['init', '--base', other, '--json']), initShape)).toMatchObject({ orders: 0 });
    const again = await komplekt(['init', '--json', '--base', base]);
    expect(answerOf(again, refusalShape, 3).problems[0]?.code).toBe('base.exists');
  });

  test('doctor looks at the base, files, templates, requisites and the disk', async () => {
    const report = answerOf(await run('doctor', '--json'), doctorShape);
    expect(report.ok).toBe(true);
    expect(report.checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['base.integrity', 'base.version', 'disk.space', 'Шаблоны', 'Реквизиты контрагентов']),
    );
  });

  test('imports count what was created, updated and left as it was', async () => {
    const organisations = () => run('organisations', 'import', ORGANISATIONS_FILE, '--json');
    expect(answerOf(await organisations(), importShape)).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      problems: [],
    });
    expect(answerOf(await organisations(), importShape)).toMatchObject({ created: 0, unchanged: 2 });

    const parties = writeJson(folder, 'контрагенты.json', {
      parties: [{ ...A_BUYER, inn: '7736570901', kpp: '773601002' }],
    });
    expect(answerOf(await run('parties', 'import', parties, '--json'), importShape)).toMatchObject({ created: 1 });

    const orders = (price: string) =>
      writeJson(folder, 'заказы.json', [anOrder('Я-1', { lines: [{ name: 'Весы', quantity: '2', price }] })]);
    expect(answerOf(await run('orders', 'import', orders('500'), '--json'), importShape)).toMatchObject({ created: 1 });
    expect(answerOf(await run('orders', 'import', orders('500.00'), '--json'), importShape)).toMatchObject({
      unchanged: 1,
    });
    expect(answerOf(await run('orders', 'import', orders('500,50'), '--json'), importShape)).toMatchObject({
      updated: 1,
    });
  });

  test('orders are listed by text, company, month and stage, and one is shown whole', async () => {
    const [all, found, ofMonth, order] = await Promise.all([
      run('orders', 'list', '--limit', '3', '--json'),
      run('orders', 'list', '--filter', 'гастроном', '--org', '7199001014', '--json'),
      run('orders', 'list', '--month', '2026-11', '--stage', 'Ждём оплату', '--json'),
      run('orders', 'show', '1204', '--json'),
    ]);
    const list = answerOf(all, orderListShape);
    expect(list.items).toHaveLength(3);
    expect(list.total).toBeGreaterThanOrEqual(60);
    expect(answerOf(found, orderListShape).items.map(({ number }) => number)).toContain('1204');
    expect(answerOf(ofMonth, orderListShape).items.every(({ stage }) => stage === 'Ждём оплату')).toBe(true);
    expect(answerOf(order, orderShape)).toMatchObject({ number: '1204', sum: '118500.00', vat: '11085.69' });
    const { id } = answerOf(order, orderShape);
    expect(answerOf(await run('orders', 'show', id, '--json'), orderShape).number).toBe('1204');
  });

  test.each(['order', 'party', 'organisation'])('schema %s is a JSON Schema, and needs no base', async (name) => {
    const schema = answerOf(await komplekt(['schema', name, '--json']), z.looseObject({ type: z.literal('object') }));
    expect(schema).toMatchObject({
      $schema: textLike(/json-schema\.org/u),
      properties: anything,
    });
  });

  test('kinds names every kind with its editions', async () => {
    const { items } = answerOf(await run('kinds', '--json'), kindsShape);
    expect(items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['invoice', 'contract-supply', 'contract-services', 'act', 'upd', 'waybill']),
    );
    expect(items.find(({ kind }) => kind === 'upd')?.editions.some(({ validFrom }) => validFrom === '2026-04-01')).toBe(
      true,
    );
  });

  test('pack checks without issuing, issues what was asked, and copies where it was told', async () => {
    const out = path.join(folder, 'Отправить покупателю');
    const checked = answerOf(await run('pack', '1189', '--date', '2026-11-20', '--check-only', '--json'), packShape);
    expect(checked.issued).toEqual([]);
    expect(documentsNow()).toBe(made.documents);

    const words = [
      'pack',
      '1189',
      '--kinds',
      'invoice,upd',
      '--date',
      '2026-11-20',
      '--out',
      out,
      '--format',
      'docx',
      '--json',
    ];
    const { issued } = answerOf(await run(...words), packShape);
    expect(issued.map(({ kind, date, already }) => [kind, date, already])).toEqual([
      ['invoice', '2026-11-20', false],
      ['upd', '2026-11-20', false],
    ]);
    for (const { files } of issued) {
      expect(files.every((file) => file.startsWith(out) && existsSync(file))).toBe(true);
      expect((await paragraphsOf(readFileSync(files[0] ?? ''))).join('')).not.toContain('{{');
    }
  });

  test('documents are listed and one is shown', async () => {
    const list = answerOf(
      await run('documents', 'list', '--state', 'issued', '--limit', '1', '--json'),
      documentListShape,
    );
    expect(list).toMatchObject({ items: [{ state: 'issued', stale: false }] });
    expect(list.total).toBe(askBase(base, "SELECT id FROM documents WHERE paper_state = 'issued'").length);
    const [document] = list.items;
    const shown = answerOf(await run('documents', 'show', document?.id ?? '', '--json'), documentShowShape);
    expect(shown).toMatchObject({ id: document?.id, number: document?.number });
  });

  test('render fills any template, with our delimiters or those of its author', async () => {
    const data = writeJson(folder, 'данные.json', { кто: 'Бурлак', сумма: '3 500,00' });
    const ours = path.join(folder, 'наш шаблон.docx');
    const theirs = path.join(folder, 'чужой шаблон.docx');
    writeFileSync(ours, aDocx(paragraph('{{кто}}: {{сумма}}')));
    writeFileSync(theirs, aDocx(paragraph('+++INS кто+++: +++сумма+++')));
    const out = path.join(folder, 'готово 1.docx');
    const answer = answerOf(await komplekt(['render', ours, data, '-o', out, '--json']), renderShape);
    expect(answer).toMatchObject({ bytes: readFileSync(out).length, problems: [] });
    expect(await paragraphsOf(readFileSync(out))).toEqual(['Бурлак: 3 500,00']);

    const other = path.join(folder, 'готово 2.docx');
    answerOf(
      await komplekt(['render', theirs, data, '--delimiters', '+++', '+++', '-o', other, '--json']),
      renderShape,
    );
    expect(await paragraphsOf(readFileSync(other))).toEqual(['Бурлак: 3 500,00']);
  });

  test('template check knows the fields of a kind', async () => {
    const form = path.join(templates, 'invoice', 'form.docx');
    const good = answerOf(
      await komplekt(['template', 'check', form, '--kind', 'invoice', '--json']),
      templateCheckShape,
    );
    expect(good).toMatchObject({ ok: true, problems: [] });
    expect(good.fields.length).toBeGreaterThan(5);

    const bad = path.join(folder, 'с опечаткой.docx');
    writeFileSync(bad, aDocx(paragraph('{{нетТакогоПоля}}')));
    const report = answerOf(
      await komplekt(['template', 'check', bad, '--kind', 'invoice', '--json']),
      templateCheckShape,
      3,
    );
    expect(report.ok).toBe(false);
    expect(JSON.stringify(report.problems)).toContain('нетТакогоПоля');
  });

  test('a backup restores what was there, and the state between is kept beside', async () => {
    const before = documentsNow();
    const copy = answerOf(await run('backup', '--json'), copyShape);
    expect(copy).toMatchObject({ verified: true, bytes: readFileSync(copy.file).length });
    answerOf(await run('pack', '1200', '--kinds', 'invoice', '--date', '2026-11-20', '--json'), packShape);
    expect(documentsNow()).toBe(before + 1);
    answerOf(await run('restore', copy.file, '--json'), copyShape);
    expect(documentsNow()).toBe(before);
    expect(answerOf(await run('doctor', '--json'), doctorShape).ok).toBe(true);
  });

  test('serve prints a link with a one-time key on this machine only', async () => {
    const child = startKomplekt(['serve', '--json', '--base', base]);
    afterAll(() => child.kill('SIGKILL'));
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    const { url } = serveShape.parse(JSON.parse(line.toString()));
    expect(new URL(url).hostname).toBe('127.0.0.1');
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(child.exitCode).toBe(0);
  });
});

describe('the rules for every command', () => {
  test('global options stand before or after the command', async () => {
    const runs = await Promise.all([
      komplekt(['--base', base, '--user', 'belova', '--json', 'orders', 'list', '--limit', '1']),
      komplekt(['orders', '--json', 'list', '--limit', '1', '--user', 'belova', '--base', base]),
    ]);
    const [first, second] = runs.map((each) => answerOf(each, orderListShape));
    expect(first).toEqual(second);
  });

  test('without --json people read Russian, on stdout when it went well and on stderr when not', async () => {
    const [good, bad] = await Promise.all([run('orders', 'list', '--limit', '2'), run('orders', 'show', 'нет такого')]);
    expect(good).toMatchObject({ exit: 0, stdout: textLike(/Контрагент[\s\S]*Всего: \d+/u), stderr: '' });
    expect(bad).toMatchObject({
      exit: 3,
      stdout: '',
      stderr: textLike(/Заказа «нет такого» в базе нет/u),
    });
  });

  test('the help needs no base and names every command', async () => {
    const { exit, stdout } = await komplekt(['--help']);
    expect(exit).toBe(0);
    for (const words of ['init', 'orders import', 'pack ORDER', 'template check', 'serve'])
      expect(stdout).toContain(words);
  });

  test('a wrong command line is one JSON refusal with nothing of the program in it', async () => {
    const refused = await run('orders', 'list', '--bogus', '--json');
    expect(answerOf(refused, refusalShape, 2).problems[0]?.code).toBe('cli.usage');
    expect(JSON.stringify(jsonOf(refused))).not.toMatch(/node:|\.ts\b|Error/u);
  });
});
