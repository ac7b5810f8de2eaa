import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { anything } from '#test/helpers/matchers.ts';
import { fingerprintOf } from '#test/helpers/base-fingerprint.ts';
import { importShape, packShape, refusalShape, templateCheckShape } from '#test/helpers/cli-shapes.ts';
import { aDocx, docxParts, paragraph } from '#test/helpers/docx-fixture.ts';
import { anOrder, makeBase, sharedFolder, writeJson } from '#test/helpers/hand-made-orders.ts';
import { gigabyteOfZeros, honestEntry, rawZip } from '#test/helpers/hostile-zip.ts';
import { answerOf, komplekt, komplektOn, type Run } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
const at = (name: string): string => path.join(folder, name);
let base = '';
let run: (...words: readonly string[]) => Promise<Run>;

const LONG = 'Д'.repeat(30_000);

beforeAll(async () => {
  const nameless = { shortName: 'ООО «Без реквизитов»' };
  const longLine = [{ kind: 'service', name: LONG, unitCode: '876', unitName: 'усл. ед', quantity: '1', price: '10' }];
  base = await makeBase(folder, 'База', [
    anOrder('Б-1'),
    anOrder('Б-2', { buyer: nameless }),
    anOrder('Б-3', { lines: longLine }),
  ]);
  run = komplektOn(base);
});

/** Runs a command that must be refused: the code, Russian words, and a base that is the same to the last row. */
const expectRefusal = async (words: readonly string[], code: string | RegExp, exit = 3): Promise<string> => {
  const before = fingerprintOf(base);
  const { problems } = answerOf(await run(...words, '--json'), refusalShape, exit);
  expect(problems[0]?.code).toMatch(code);
  expect(fingerprintOf(base)).toEqual(before);
  return problems.map(({ message }) => message).join(' ');
};

const bomb = (): Uint8Array => {
  const parts = Object.entries(docxParts(paragraph('{{number}}'))).map(([name, text]) => honestEntry(name, text));
  const body = gigabyteOfZeros();
  return rawZip([...parts, { name: 'word/media/image1.png', body, method: 8, declaredSize: 1000, crc: 0 }]);
};
const macros = () => aDocx(paragraph('{{number}}'), { 'word/vbaProject.bin': 'macros' });

describe('a template that cannot be trusted is refused, and no file appears', () => {
  const form = readFileSync(path.resolve(import.meta.dirname, '..', '..', 'templates', 'invoice', 'form.docx'));

  const TEMPLATES: readonly (readonly [string, () => Uint8Array])[] = [
    ['обрезан.docx', () => form.subarray(0, form.length / 2)],
    ['не документ.docx', () => Buffer.from('просто текст')],
    ['бомба на 1 ГБ.docx', bomb],
    ['с макросами.docx', macros],
  ];

  test('cut in the middle, not a package, a zip bomb of 1 GB, with macros: neither filled nor passed by the linter', async () => {
    const data = writeJson(folder, 'данные.json', { number: '1' });
    const runs = TEMPLATES.map(async ([name, bytes]) => {
      writeFileSync(at(name), bytes());
      const rendered = await komplekt(['render', at(name), data, '-o', at(`готово ${name}`), '--json']);
      expect(answerOf(rendered, refusalShape, 3).problems[0]?.code).toMatch(/^template\./u);
      expect(existsSync(at(`готово ${name}`))).toBe(false);
      const checked = await komplekt(['template', 'check', at(name), '--kind', 'invoice', '--json']);
      expect(answerOf(checked, templateCheckShape, 3)).toMatchObject({ ok: false, problems: [anything] });
    });
    await Promise.all(runs);
  });
});

describe('an order file that is wrong changes nothing', () => {
  const FILES: readonly (readonly [string, string, string])[] = [
    ['not JSON', '{"number": "1", ', 'input.notJson'],
    ['a picture', '\u0089PNG\r\n', 'input.notJson'],
    ['nothing', '', 'input.notJson'],
    ['a list of numbers', '[1, 2]', 'input.invalid'],
    [
      'an order of a company that is not ours',
      JSON.stringify(anOrder('X', { organisationInn: '7799002027' })),
      'order.unknownOrganisation',
    ],
    ['a buyer whom nobody knows', JSON.stringify(anOrder('X', { buyer: { inn: '5099010100' } })), 'order.unknownParty'],
    [
      'a negative price',
      JSON.stringify(anOrder('X', { lines: [{ name: 'Весы', quantity: '1', price: '-5.00' }] })),
      'input.invalid',
    ],
    [
      'a negative quantity',
      JSON.stringify(anOrder('X', { lines: [{ name: 'Весы', quantity: -1, price: '5' }] })),
      'input.invalid',
    ],
    [
      'a name of a buyer of 30 000 characters',
      JSON.stringify(anOrder('X', { buyer: { shortName: LONG } })),
      'input.invalid',
    ],
    ['a day that is no date', JSON.stringify(anOrder('X', { date: '31.11.2026' })), 'input.invalid'],
    ['a day that the calendar lacks', JSON.stringify(anOrder('X', { date: '2026-02-30' })), 'input.invalid'],
  ];

  test('each is refused with its reason in Russian, and the base is the same to the last row', async () => {
    const before = fingerprintOf(base);
    const runs = FILES.map(async ([what, content, code]) => {
      writeFileSync(at(`${what}.json`), content);
      const { problems } = answerOf(await run('orders', 'import', at(`${what}.json`), '--json'), refusalShape, 3);
      expect(problems[0]?.message).not.toMatch(/Invalid|Expected|string|object/u);
      return [what, problems[0]?.code, code];
    });
    for (const [what, code, expected] of await Promise.all(runs)) expect([what, code]).toEqual([what, expected]);
    expect(fingerprintOf(base)).toEqual(before);
  });

  test('a file that is not there', async () => {
    const message = await expectRefusal(['orders', 'import', at('нет такого.json')], 'file.unreadable');
    expect(message).toContain('нет такого.json');
  });
});

describe('a pack that may not be issued takes no number', () => {
  test('the buyer has no ИНН', async () => {
    expect(await expectRefusal(['pack', 'Б-2', '--date', '2026-11-20'], /^party\./u)).toMatch(/ИНН/u);
  });

  test('an unknown kind, an unknown order, an unknown person', async () => {
    const before = fingerprintOf(base);
    const words = [['Б-1', '--kinds', 'invoice,passport'], ['Б-99'], ['Б-1', '--user', 'nobody']];
    const refusals = await Promise.all(words.map((each) => run('pack', ...each, '--json')));
    const codes = refusals.map((each) => answerOf(each, refusalShape, 3).problems[0]?.code);
    expect(codes).toEqual(['pack.unknownKind', 'order.unknown', 'session.unknownUser']);
    expect(fingerprintOf(base)).toEqual(before);
  });

  test('a folder that cannot be written to is named, and the issued document stays in the base', async () => {
    writeFileSync(at('занято'), 'это файл, а не папка');
    const refused = await run(
      'pack',
      'Б-1',
      '--kinds',
      'invoice',
      '--date',
      '2026-11-20',
      '--out',
      at('занято'),
      '--json',
    );
    expect(answerOf(refused, refusalShape, 3).problems[0]?.code).toBe('file.unwritable');
    const again = await run('pack', 'Б-1', '--kinds', 'invoice', '--date', '2026-11-20', '--json');
    expect(answerOf(again, packShape).issued).toMatchObject([{ number: '1', already: true }]);
  });

  test('a line of 30 000 characters is printed whole, one character more is refused', async () => {
    const { issued } = answerOf(await run('pack', 'Б-3', '--date', '2026-11-20', '--json'), packShape);
    expect(issued.map(({ kind }) => kind)).toEqual(['invoice', 'upd']);
    const longer = anOrder('Б-4', { lines: [{ name: `${LONG}.`, quantity: '1', price: '1' }] });
    await expectRefusal(['orders', 'import', writeJson(folder, 'длинно.json', longer)], 'input.invalid');
    const fine = await run('orders', 'import', writeJson(folder, 'хорошо.json', anOrder('Б-5')), '--json');
    expect(answerOf(fine, importShape)).toMatchObject({ created: 1 });
  });
});
