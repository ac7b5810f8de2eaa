import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '#shared/contract/index.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { Medium } from '#shared/domain/party/party.ts';
import { asId } from '#shared/kernel/id.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { pictureSize } from '#main/core/facsimiles/picture-size.ts';
import { blackAndWhitePng } from '#main/render/black-and-white-png.ts';
import { readOwnZip } from '#templates/parts/zip.ts';
import { refused, startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { fillBase } from '#test/helpers/a-filled-base.ts';
import { anOrganisation } from '#test/helpers/a-source.ts';

let core: TestCore;
let admin: TestCaller;
const company = anOrganisation().party;
const STAMP = blackAndWhitePng(80, (x, y) => (x + y) % 7 === 0);

beforeEach(async () => {
  core = startTestCore();
  core.base.write(fillBase);
  admin = await core.as('admin');
});
afterEach(() => core.close());

const save = (input: Partial<InputOf<'facsimiles.save'>> = {}, caller = admin) =>
  caller.call('facsimiles.save', {
    commandId: core.newId(),
    organisationId: company.id,
    part: 'stamp',
    widthMm: 38,
    png: STAMP.toString('base64'),
    ...input,
  });
const allow = (kinds: InputOf<'facsimiles.uses'>['kinds'], media: Medium[]) =>
  admin.call('facsimiles.uses', { commandId: core.newId(), organisationId: company.id, kinds, media });
const issue = (kind: DocumentKind, medium: Medium, caller = admin, facsimile = true) =>
  caller.call('packs.issue', { commandId: core.newId(), order: '145', kinds: [kind], medium, facsimile });

const partsOf = async (id: string): Promise<Map<string, string>> => {
  const { bytes } = unwrap(await admin.call('documents.file', { id, format: 'docx' }));
  return new Map(readOwnZip(Buffer.from(bytes, 'base64')).map(({ name, data }) => [name, data.toString('utf8')]));
};
const issued = async (kind: DocumentKind, medium: Medium, facsimile = true) => {
  const { issued: documents } = unwrap(await issue(kind, medium, admin, facsimile));
  return requireDefined(documents[0], 'the document').id;
};

describe('a picture of a stamp or a signature', () => {
  test('is kept for the company and shown with its size on paper', async () => {
    unwrap(await save());
    const { items } = unwrap(await admin.call('facsimiles.list', {}));
    expect(items[0]).toMatchObject({ organisation: company.shortName, kinds: [], media: [] });
    expect(items[0]?.pictures[0]).toMatchObject({ part: 'stamp', title: 'Печать', widthMm: 38, heightMm: 38 });
    expect(items[0]?.pictures.slice(1).map(({ title }) => title)).toContainEqual(expect.stringMatching(/^Подпись: /u));
  });

  test.each<[string, Partial<InputOf<'facsimiles.save'>>, string]>([
    ['another format', { png: Buffer.from('GIF89a').toString('base64') }, 'facsimile.refused'],
    ['a signatory nobody knows', { part: 'signature', signatoryId: 'nobody' }, 'facsimile.signatory'],
    ['a company nobody knows', { organisationId: 'nobody' }, 'organisation.unknown'],
    ['a width no stamp has', { widthMm: 300 }, 'input.invalid'],
  ])('with %s is refused', async (_, input, code) => {
    expect(refused(await save(input)).code).toBe(code);
  });

  test('is measured by its header, and a damaged or a huge one is refused in words', () => {
    expect(pictureSize(STAMP)).toEqual({ width: 640, height: 640 });
    const huge = Buffer.from(STAMP);
    huge.writeUInt32BE(5000, 16);
    expect(pictureSize(huge)).toBe('картинка больше 4000 точек по стороне');
    expect(pictureSize(Buffer.concat([STAMP, deflateSync(Buffer.alloc(8)), Buffer.alloc(2 ** 20)]))).toBe(
      'файл больше 1 МБ',
    );
    expect(pictureSize(STAMP.subarray(0, 20))).toBe('это не PNG');
  });

  test('is nowhere until the company says where, and never where the way differs', async () => {
    unwrap(await save());
    expect(refused(await issue('invoice', 'scan')).code).toBe('facsimile.none');
    unwrap(await allow(['invoice'], ['scan']));
    expect(refused(await issue('invoice', 'paper')).code).toBe('facsimile.none');
    expect(refused(await issue('upd', 'scan')).code).toBe('facsimile.none');
    expect(core.base.read.documents.count()).toBe(0);
  });

  test('needs the right, and is off unless it is asked for', async () => {
    unwrap(await save());
    unwrap(await allow(['invoice'], ['scan', 'paper']));
    expect(refused(await issue('invoice', 'scan', await core.as('anna'))).code).toBe('right.missing');
    const plain = await partsOf(await issued('invoice', 'scan', false));
    expect([...plain.keys()].some((name) => name.includes('facsimile'))).toBe(false);
  });

  test('lies over its places with its width, and the version remembers it', async () => {
    unwrap(await save());
    const hand = requireDefined(company.signatories[0], 'a signatory').id;
    unwrap(await save({ part: 'signature', signatoryId: hand, widthMm: 30 }));
    unwrap(await allow(['invoice'], ['scan']));
    const id = await issued('invoice', 'scan');
    const parts = await partsOf(id);
    const main = parts.get('word/document.xml') ?? '';
    expect(main.match(/<wp:anchor /gu)).toHaveLength(2);
    expect(main).toMatch(
      new RegExp(`<wp:extent cx="${38 * 36_000}" cy="${38 * 36_000}"/>.*?<w:bookmarkStart w:name="Печать"`, 'u'),
    );
    expect(parts.get('[Content_Types].xml')).toMatch(/Extension="png"/iu);
    expect(parts.get('word/_rels/document.xml.rels')).toMatch(/media\/facsimile1\.png/u);
    expect(core.base.read.documents.snapshotOf(asId(id), 1)?.facsimile).toMatchObject([
      { part: 'signature' },
      { part: 'stamp' },
    ]);
  });

  test('lies on a new version too when it is asked for, by the same right', async () => {
    unwrap(await save());
    unwrap(await allow(['invoice'], ['scan']));
    const id = await issued('invoice', 'scan', false);
    const again = { id, force: true, facsimile: true };
    const anna = await core.as('anna');
    expect(refused(await anna.call('documents.reissue', { ...again, commandId: core.newId() })).code).toBe(
      'right.missing',
    );
    unwrap(await admin.call('documents.reissue', { ...again, commandId: core.newId() }));
    expect(core.base.read.documents.snapshotOf(asId(id), 2)?.facsimile).toMatchObject([{ part: 'stamp' }]);
    expect([...(await partsOf(id)).keys()].some((name) => name.includes('facsimile'))).toBe(true);
    unwrap(await allow([], []));
    const nowhere = await admin.call('documents.reissue', { ...again, commandId: core.newId() });
    expect(refused(nowhere).code).toBe('facsimile.none');
    expect(core.base.read.documents.get(asId(id))?.version).toBe(2);
  });

  test('lies on the papers of a batch that take it, and the others are issued without', async () => {
    unwrap(await save());
    unwrap(await allow(['invoice'], ['scan', 'paper', 'edo']));
    const batch = { orders: ['145'], kinds: ['invoice', 'upd'], facsimile: true };
    const anna = await core.as('anna');
    expect(refused(await anna.call('batches.start', { ...batch, commandId: core.newId() })).code).toBe('right.missing');
    const { id } = unwrap(await admin.call('batches.start', { ...batch, commandId: core.newId() }));
    const { items } = unwrap(await admin.call('batches.wait', { id }));
    const made = items.flatMap(({ documents }) => documents);
    const laid = made.map((one) => {
      const snapshot = core.base.read.documents.snapshotOf(asId(one.id), 1);
      return [one.kind, (snapshot?.facsimile ?? []).map(({ part }) => part)];
    });
    expect(Object.fromEntries(laid)).toEqual({ invoice: ['stamp'], upd: [] });
  });

  test('replaced later does not change what was printed', async () => {
    unwrap(await save());
    unwrap(await allow(['invoice'], ['scan']));
    const id = await issued('invoice', 'scan');
    const before = unwrap(await admin.call('documents.file', { id, format: 'docx' })).bytes;
    unwrap(await save({ png: blackAndWhitePng(40, () => true).toString('base64') }));
    expect(unwrap(await admin.call('documents.file', { id, format: 'docx' })).bytes).toBe(before);
    expect(unwrap(await admin.call('documents.get', { id })).stale).toBe(false);
    unwrap(
      await admin.call('facsimiles.remove', { commandId: core.newId(), organisationId: company.id, part: 'stamp' }),
    );
    expect(core.base.read.documents.fileHashes()).toHaveLength(3);
  });
});
