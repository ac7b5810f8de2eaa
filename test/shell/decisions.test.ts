import { expect, test } from 'vitest';
import type { WireMessage } from '#shared/contract/wire.ts';
import { PREVIEW_FRAME, pageHeaders } from '#main/host/page-headers.ts';
import { pageFileName } from '#main/host/renderer-files.ts';
import { copyName, isWorkingCopy } from '#main/shell/copy-name.ts';
import { createRelay } from '#main/shell/relay.ts';
import { parseShellArguments } from '#main/shell/shell-arguments.ts';
import { createFakeCore } from '#test/helpers/fake-core.ts';

test.each([
  ['Счёт № 1204 от 21.11.2026.docx', 'Счёт № 1204 от 21.11.2026.docx'],
  ['../../etc/passwd.pdf', '_.._etc_passwd.pdf'],
  ['C:\\Windows\\x.docx', 'C__Windows_x.docx'],
  ['con.txt', '_con.txt'],
  ['.docx', '_.docx'],
  ['a\u202Ecod.docx', 'a_cod.docx'],
  ['АКТ.PDF', 'АКТ.pdf'],
  ['virus.exe', null],
  ['doc.docx.lnk', null],
  ['doc.docm', null],
  ['без расширения', null],
])('a copy of %j is called %j', (name, expected) => {
  expect(copyName(name)).toBe(expected);
});

test('a long name is cut and keeps its kind', () => {
  expect(copyName(`${'я'.repeat(400)}.pdf`)).toBe(`${'я'.repeat(120)}.pdf`);
});

test.each([
  ['C:\\База\\Шаблоны\\Акт\\Свой.docx', true],
  ['/home/anna/База/Шаблоны/Акт/Свой.DOCX', true],
  ['/home/anna/Шаблоны/Акт/Свой.docm', false],
  ['/home/anna/Шаблоны/Акт/Свой.docx.exe', false],
  ['/home/anna/Шаблоны/', false],
])('%s is opened itself: %s', (file, expected) => {
  expect(isWorkingCopy(file)).toBe(expected);
});

test.each([
  ['/', 'index.html'],
  ['/orders/145', 'index.html'],
  ['/assets/index-B1.js', 'assets/index-B1.js'],
  ['/../secret.json', null],
  ['/%2e%2e/secret.json', null],
  ['/a%5c..%5cb.js', null],
  ['/a:b.js', null],
  ['/%E0%A4%A', null],
])('the address %s is the file %j', (address, expected) => {
  expect(pageFileName(address)).toBe(expected);
});

test('the window runs and paints nothing inline; the frame of a document runs nothing at all', () => {
  const window = pageHeaders('index.html')['Content-Security-Policy'];
  const frame = pageHeaders(PREVIEW_FRAME)['Content-Security-Policy'];
  expect(window).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';/u);
  expect(window).not.toMatch(/unsafe/u);
  expect(frame).not.toMatch(/script-src|connect-src/u);
  expect(frame).toMatch(/default-src 'none'/u);
});

test.each([
  [['electron', '.'], { baseFolder: null, mode: 'openOrDemo' }],
  [['electron', '.', '--base=/дом/база 1'], { baseFolder: '/дом/база 1', mode: 'open' }],
  [['electron', '.', '--base='], { baseFolder: null, mode: 'openOrDemo' }],
])('started with %j', (argv, expected) => {
  expect(parseShellArguments(argv)).toEqual(expected);
});

test('the relay passes calls and events, and drops what is not of the wire', async () => {
  const core = createFakeCore();
  const posted: WireMessage[] = [];
  const relay = createRelay(core, (message) => posted.push(message));
  relay.receive('nonsense');
  relay.receive({ id: 'x', method: 1 });
  expect(core.openSessions()).toBe(0);
  relay.receive({ id: 1, method: 'orders.list', input: {} });
  await expect.poll(() => posted).toEqual([{ id: 1, ok: true, output: { method: 'orders.list', input: {} } }]);
  core.emit({ type: 'changed', entity: 'order', id: '145' });
  expect(posted[1]).toEqual({ event: { type: 'changed', entity: 'order', id: '145' } });
});

test('a page that begins anew never hears answers to the old page', async () => {
  const old = Promise.withResolvers<WireMessage>();
  const core = createFakeCore({ 'test.slow': () => old.promise });
  const posted: WireMessage[] = [];
  const relay = createRelay(core, (message) => posted.push(message));
  relay.receive({ id: 1, method: 'test.slow', input: {} });
  relay.reset();
  expect(core.openSessions()).toBe(0);
  relay.receive({ id: 1, method: 'orders.list', input: {} });
  old.resolve({ id: 1, ok: true, output: 'old' });
  await expect.poll(() => posted).toEqual([{ id: 1, ok: true, output: { method: 'orders.list', input: {} } }]);
});
