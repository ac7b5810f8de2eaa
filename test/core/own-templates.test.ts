import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '#shared/kernel/result.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { refused, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';
import { aDocx, paragraph, paragraphsOf } from '#test/helpers/docx-fixture.ts';
import { memoryWorkplace, type MemoryWorkplace } from '#test/helpers/memory-workplace.ts';

// Clean orders of the demonstration base, of one company of ours.
const ORDER = '1204';

const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const saying = (...texts: string[]): Uint8Array => aDocx(texts.map((text) => paragraph(text)).join(''));
const PLAIN = saying('Наш счет', '{{doc.title}}');
const UNCLOSED = saying('Наш счет', '{{FOR line IN lines}}');
const MISSPELT = saying('{{seller.shrtName}}');

let core: TestCore;
let desk: MemoryWorkplace;
let admin: TestCaller;
let office: TestCaller;

beforeEach(async () => {
  desk = memoryWorkplace();
  core = await startDemoCore({ workplace: desk });
  admin = await core.as('admin');
  office = await core.as('belova');
});
afterEach(() => core.close());

const take = (bytes: Uint8Array, more: { name?: string; organisation?: string } = {}) =>
  admin.call('templates.import', {
    commandId: core.newId(),
    kind: 'invoice',
    name: 'Наш счет',
    bytes: Buffer.from(bytes).toString('base64'),
    ...more,
  });

const COPY = 'Счет на оплату/Наш счет.docx';

/** Word saves, and the check that the watch would begin. */
const save = async (id: string, bytes: Uint8Array) => {
  desk.copies.set(COPY, bytes);
  return unwrap(await admin.call('templates.check', { commandId: core.newId(), id }));
};

const issue = async (order = ORDER) => {
  const { issued } = unwrap(await office.call('packs.issue', { commandId: core.newId(), order, kinds: ['invoice'] }));
  return requireDefined(issued[0], 'the issued invoice');
};

const printed = async (id: string, version?: number) => {
  const { bytes } = unwrap(await office.call('documents.file', { id, format: 'docx', version }));
  return paragraphsOf(Buffer.from(bytes, 'base64'));
};

const sellerInn = (): string => {
  const [order] = core.base.read.orders.findByNumber(ORDER);
  return core.base.read.organisations.list().find(({ party }) => party.id === order?.organisationId)?.party.inn ?? '';
};

const snapshotSha = (id: string, version = 1) =>
  core.sqlite
    .prepare('SELECT template_sha256 FROM document_versions WHERE document_id = ? AND version = ?')
    .pluck()
    .get(id, version);

describe('a template of the customer', () => {
  test('prints from the moment it is taken, and its bytes are kept under the hash the document is pinned to', async () => {
    const row = unwrap(await take(PLAIN));
    expect(row).toMatchObject({ state: 'inForce', version: 1, problems: [], documents: 0, organisation: null });
    expect([...desk.copies.keys()]).toEqual([COPY]);
    const { id, number } = await issue();
    expect(await printed(id)).toEqual(['Наш счет', expect.stringMatching(new RegExp(`№.${number} от`, 'u'))]);
    expect(snapshotSha(id)).toBe(shaOf(PLAIN));
    expect(core.files.bytesByHash.get(shaOf(PLAIN))).toEqual(Buffer.from(PLAIN));
    expect(unwrap(await admin.call('templates.list', {})).items[0]).toMatchObject({ documents: 1 });
  });

  test('stands before the form that ships: first of the company, then for all', async () => {
    unwrap(await take(PLAIN));
    const seller = sellerInn();
    unwrap(await take(saying('Только каталог', '{{doc.title}}'), { name: 'Каталог', organisation: seller }));
    expect((await printed((await issue()).id))[0]).toBe('Только каталог');
    const rows = unwrap(await admin.call('templates.list', {})).items;
    const own = requireDefined(
      rows.find(({ organisation }) => organisation === seller),
      'the own one',
    );
    unwrap(await admin.call('templates.switch', { commandId: core.newId(), id: own.id, on: false }));
    expect((await printed((await issue('1206')).id))[0]).toBe('Наш счет');
  });

  test('leaves issued documents as they are: a reissue keeps the template, a forced one takes the one in force', async () => {
    const { id } = await issue();
    const first = await printed(id);
    unwrap(await take(PLAIN));
    const { id: orderId, revision } = unwrap(await office.call('orders.get', { order: ORDER }));
    unwrap(
      await admin.call('orders.setField', {
        commandId: core.newId(),
        orderId,
        revision,
        field: 'order.lines[0].price',
        value: '530',
      }),
    );
    unwrap(await office.call('documents.reissue', { commandId: core.newId(), id }));
    expect(await printed(id, 1)).toEqual(first);
    expect(snapshotSha(id, 2)).toBe(snapshotSha(id, 1));
    unwrap(await office.call('documents.reissue', { commandId: core.newId(), id, force: true }));
    expect((await printed(id, 3))[0]).toBe('Наш счет');
  });

  test('of a document stays its template even when it is removed', async () => {
    const { id: template } = unwrap(await take(PLAIN));
    const { id } = await issue();
    unwrap(await admin.call('templates.remove', { commandId: core.newId(), id: template }));
    expect(unwrap(await admin.call('templates.list', {})).items).toEqual([]);
    expect([...desk.copies.keys()]).toEqual(['Убранные/Наш счет.docx']);
    const preview = unwrap(await office.call('packs.preview', { orderId: ORDER, kind: 'invoice' }));
    expect((await paragraphsOf(Buffer.from(preview.docx, 'base64')))[0]).toBe('Наш счет');
    expect((await printed((await issue('1206')).id))[0]).not.toBe('Наш счет');
    expect(snapshotSha(id)).toBe(shaOf(PLAIN));
  });
});

describe('a save in Word', () => {
  test('that is clean becomes the next version', async () => {
    const { id } = unwrap(await take(PLAIN));
    const row = await save(id, saying('Новый счет', '{{doc.title}}'));
    expect(row).toMatchObject({ state: 'inForce', version: 2, problems: [] });
    expect((await printed((await issue()).id))[0]).toBe('Новый счет');
  });

  test.each([
    ['an open loop', UNCLOSED, 'template.unclosedLoop', /абзац/u],
    ['an unknown field', MISSPELT, 'template.unknownField', /абзац/u],
    ['no document at all', Buffer.from('не документ'), 'template.damaged', /^/u],
  ])('with %s leaves the old version in force and says where it is wrong', async (_what, bytes, code, place) => {
    const { id } = unwrap(await take(PLAIN));
    const row = await save(id, bytes);
    expect(row).toMatchObject({ state: 'problems', version: 1, problems: [{ code, data: { severity: 'error' } }] });
    expect(row.problems[0]?.where).toMatch(place);
    expect((await printed((await issue()).id))[0]).toBe('Наш счет');
    expect(await save(id, saying('Исправлен', '{{doc.title}}'))).toMatchObject({ state: 'inForce', version: 2 });
  });

  test('suggests the field that was meant', async () => {
    const { id } = unwrap(await take(PLAIN));
    const row = await save(id, MISSPELT);
    expect(row.problems[0]?.message).toContain('Возможно, вы имели в виду');
    expect(row.problems[0]?.message).toContain('seller.shortName');
  });

  test('that only fails in print is found by the fill with the sample', async () => {
    const { id } = unwrap(await take(PLAIN));
    const row = await save(id, saying('{{doc.title.nothing.more}}'));
    expect(row).toMatchObject({ state: 'problems', version: 1 });
  });

  test('of the same bytes makes no version', async () => {
    const { id } = unwrap(await take(PLAIN));
    expect(await save(id, PLAIN)).toMatchObject({ version: 1, versions: [{ version: 1 }] });
  });

  test('that Word has not finished is refused with the way out, and nothing changes', async () => {
    const { id } = unwrap(await take(PLAIN));
    desk.held.add(COPY);
    expect(refused(await admin.call('templates.check', { commandId: core.newId(), id }))).toMatchObject({
      code: 'template.held',
    });
  });

  test('that the full disk does not take leaves the old version in force', async () => {
    const { id } = unwrap(await take(PLAIN));
    const { put } = core.files;
    Object.assign(core.files, { put: () => Promise.resolve(err({ code: 'disk.full' })) });
    desk.copies.set(COPY, saying('Новый', '{{doc.title}}'));
    expect(refused(await admin.call('templates.check', { commandId: core.newId(), id })).code).toBe('disk.full');
    Object.assign(core.files, { put });
    expect(unwrap(await admin.call('templates.list', {})).items[0]).toMatchObject({ version: 1, state: 'inForce' });
  });

  test('of a deleted copy brings back what was checked last', async () => {
    const { id } = unwrap(await take(PLAIN));
    desk.copies.clear();
    unwrap(await admin.call('templates.check', { commandId: core.newId(), id }));
    expect(desk.copies.get(COPY)).toEqual(Buffer.from(PLAIN));
  });
});

describe('an import', () => {
  test('with mistakes is kept to be mended and prints nothing', async () => {
    const row = unwrap(await take(UNCLOSED));
    expect(row).toMatchObject({ state: 'notYet', version: 0, versions: [] });
    expect((await printed((await issue()).id))[0]).not.toBe('Наш счет');
    expect(await save(row.id, PLAIN)).toMatchObject({ state: 'inForce', version: 1 });
  });

  test.each([
    ['what is no document', Buffer.from('MZ program'), 'template.refused'],
    ['a name that is taken, whatever its case', PLAIN, 'template.nameTaken'],
  ])('of %s is refused', async (_what, bytes, code) => {
    unwrap(await take(PLAIN));
    expect(refused(await take(bytes, { name: code === 'template.refused' ? 'Иной' : 'НАШ СЧЕТ' })).code).toBe(code);
    expect(desk.copies.size).toBe(1);
  });

  test('does not cover a file that somebody laid there by hand', async () => {
    desk.copies.set(COPY, UNCLOSED);
    unwrap(await take(PLAIN));
    expect(desk.copies.get('Убранные/Наш счет.docx')).toEqual(UNCLOSED);
    expect(desk.copies.get(COPY)).toEqual(Buffer.from(PLAIN));
  });

  test('of an unknown company is refused', async () => {
    expect(refused(await take(PLAIN, { organisation: '1' })).code).toBe('organisation.unknown');
  });

  test('of a second template waits until it is switched on, and then the first is off', async () => {
    const first = unwrap(await take(PLAIN));
    const second = unwrap(await take(saying('Второй'), { name: 'Второй' }));
    expect(second.state).toBe('off');
    unwrap(await admin.call('templates.switch', { commandId: core.newId(), id: second.id, on: true }));
    const states = unwrap(await admin.call('templates.list', {})).items.map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      [first.id, 'off'],
      [second.id, 'inForce'],
    ]);
  });

  test.each(['../../вне', 'a\\b:c*?', 'CON', '~$тень', '   ...точки'])(
    'under the name «%s» stays in its folder',
    async (name) => {
      unwrap(await take(PLAIN, { name }));
      const [copy = ''] = desk.copies.keys();
      expect(path.posix.normalize(copy)).toBe(copy);
      expect(copy).toMatch(/^Счет на оплату\/[^/\\:*?~.][^/\\:*?]*\.docx$/u);
      expect(copy).not.toMatch(/\/con\.docx$/iu);
    },
  );

  test('sent twice is one template', async () => {
    const input = {
      commandId: core.newId(),
      kind: 'invoice' as const,
      name: 'Раз',
      bytes: Buffer.from(PLAIN).toString('base64'),
    };
    expect(unwrap(await admin.call('templates.import', input))).toEqual(
      unwrap(await admin.call('templates.import', input)),
    );
    expect(unwrap(await admin.call('templates.list', {})).items).toHaveLength(1);
  });

  test('needs the right to change templates', async () => {
    const input = { commandId: core.newId(), kind: 'invoice' as const, name: 'Раз', bytes: '' };
    expect(refused(await office.call('templates.import', input)).code).toBe('right.missing');
  });
});

describe('an earlier version', () => {
  test('comes back as the next one; unfinished work is set aside, not lost', async () => {
    const { id } = unwrap(await take(PLAIN));
    await save(id, saying('Вторая', '{{doc.title}}'));
    await save(id, UNCLOSED);
    const row = unwrap(await admin.call('templates.back', { commandId: core.newId(), id, version: 1 }));
    expect(row).toMatchObject({ version: 3, state: 'inForce', problems: [] });
    expect(row.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(desk.copies.get(COPY)).toEqual(Buffer.from(PLAIN));
    expect(desk.copies.get('Убранные/Наш счет.docx')).toEqual(UNCLOSED);
    expect((await printed((await issue()).id))[0]).toBe('Наш счет');
    expect(refused(await admin.call('templates.back', { commandId: core.newId(), id, version: 9 })).code).toBe(
      'template.noVersion',
    );
  });

  test('is never changed or deleted in the base', async () => {
    unwrap(await take(PLAIN));
    expect(() => core.sqlite.exec('DELETE FROM own_template_versions')).toThrow('never deleted');
    expect(() => core.sqlite.exec(`UPDATE own_template_versions SET version = 7`)).toThrow('never changed');
  });
});

test('what people did to a template stands in the journal', async () => {
  const { id } = unwrap(await take(PLAIN));
  unwrap(await admin.call('templates.switch', { commandId: core.newId(), id, on: false }));
  unwrap(await admin.call('templates.remove', { commandId: core.newId(), id }));
  expect(core.base.read.audit.ofEntity('template', id, 10).map(({ action }) => action)).toEqual([
    'template.removed',
    'template.switchedOff',
    'template.imported',
  ]);
});

test('the palette gives each field of a kind as it is written, with a value of the sample', async () => {
  const { items } = unwrap(await admin.call('templates.fields', { kind: 'invoice' }));
  expect(items).toContainEqual({ field: 'doc.number', command: '{{doc.number}}', sample: '1204' });
  expect(items).toContainEqual(expect.objectContaining({ field: 'lines[].name', command: '{{$line.name}}' }));
});

describe('a trial', () => {
  test('fills the working copy from the latest orders and counts pages when an engine is there', async () => {
    core.close();
    const base = memoryWorkplace();
    core = await startDemoCore({
      workplace: base,
      pdf: {
        engine: () => Promise.resolve('libreoffice'),
        convert: (files) =>
          Promise.resolve(
            files.map((pdf, index) => ok({ pdf, pages: index + 1, isDraft: false, engine: 'libreoffice' as const })),
          ),
      },
    });
    admin = await core.as('admin');
    const { id } = unwrap(await take(PLAIN));
    const before = core.base.read.documents.count();
    const { engine, items } = unwrap(await admin.call('templates.trial', { commandId: core.newId(), id }));
    expect(engine).toBe('libreoffice');
    expect(items).toHaveLength(20);
    expect(items.map(({ pages }) => pages)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(core.base.read.documents.count()).toBe(before);
  });

  test('tells of each order what does not fill', async () => {
    const { id } = unwrap(await take(UNCLOSED));
    const { engine, items } = unwrap(await admin.call('templates.trial', { commandId: core.newId(), id, orders: 3 }));
    expect(engine).toBeNull();
    expect(items).toHaveLength(3);
    for (const { problems, pages } of items) {
      expect(problems).not.toEqual([]);
      expect(pages).toBeNull();
    }
  });
});

test('our own form taken as a template is clean and keeps its edition', async () => {
  const form = await readFile(path.resolve(import.meta.dirname, '../../templates/invoice/form.docx'));
  expect(unwrap(await take(form))).toMatchObject({ state: 'inForce', problems: [] });
  const preview = unwrap(await office.call('packs.preview', { orderId: '1206', kind: 'invoice' }));
  expect(preview.edition).toBe('invoice-1');
  expect((await printed((await issue('1206')).id)).length).toBeGreaterThan(20);
});
