import { describe, expect, test } from 'vitest';
import { PNG } from 'pngjs';
import { paperCode } from '#shared/domain/reception/paper-code.ts';
import { scanCodes } from '#main/exchange/scan/scan-codes.ts';
import { picturePages } from '#main/exchange/pdf-pages/pdf-pages.ts';
import { readPacked, unpacked } from '#main/render/package/packed-zip.ts';
import { codePicture } from '#main/render/paper-code/code-picture.ts';
import { codePlace } from '#main/render/paper-code/code-place.ts';
import { layCode } from '#main/render/paper-code/lay-code.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { greyPng } from '#test/helpers/grey-png.ts';
import { aDocx, documentXml, paragraph, partNames, partText, table } from '#test/helpers/docx-fixture.ts';

const CODE = paperCode(1204, 'document-1');

const section = (left: number, right: number, inner = ''): string =>
  `<w:sectPr>${inner}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="${right}" w:bottom="850" w:left="${left}" w:gutter="0"/></w:sectPr>`;

const A_SECTION = section(1134, 567);

const aForm = (body: string, last = A_SECTION, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  aDocx('', { 'word/document.xml': documentXml(body).replace('<w:sectPr/>', last), ...parts });

const withHeader = (header: string, type = 'default', titlePg = ''): Uint8Array =>
  aForm(paragraph('Договор'), section(1134, 567, `<w:headerReference w:type="${type}" r:id="rId5"/>${titlePg}`), {
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="x"><Relationship Id="rId5" Type="header" Target="header1.xml"/></Relationships>',
    'word/header1.xml': `<w:hdr xmlns:w="w">${header}</w:hdr>`,
  });

const isCoded = async (docx: Uint8Array, part: string): Promise<boolean> =>
  (await partText(docx, part)).includes(`descr="Код документа ${CODE}"`);

describe('the code in the margin', () => {
  test('stands in the header where there is one, and so on every page', async () => {
    const coded = layCode(withHeader('<w:p><w:r/></w:p><w:p/>'), CODE);
    expect(await isCoded(coded, 'word/header1.xml')).toBe(true);
    expect(await isCoded(coded, 'word/document.xml')).toBe(false);
    expect(await partText(coded, 'word/_rels/header1.xml.rels')).toContain('Target="media/paper-code.png"');
    expect(await partText(coded, 'word/header1.xml')).toMatch(
      /^<w:hdr xmlns:w="w"><w:p><w:r\/><\/w:p><w:p><w:r><w:drawing>/u,
    );
  });

  test.each([
    ['the header is for other pages than the first', withHeader('<w:p/>', 'default', '<w:titlePg/>')],
    ['the header is for even pages', withHeader('<w:p/>', 'even')],
    ['there is no header', aForm(paragraph('Акт'))],
    ['the body begins with a table', aForm(table([paragraph('УПД')]))],
  ])('stands on the first page where %s', async (_case, form) => {
    const coded = layCode(form, CODE);
    expect(await isCoded(coded, 'word/document.xml')).toBe(true);
    // Never inside a cell: what is anchored there does not leave it.
    expect(await partText(coded)).toMatch(/<w:body><w:p>(?:<w:pPr>.*?<\/w:pPr>)?<w:r><w:drawing>/u);
  });

  test('leaves every other part as it was, byte for byte, and is the same each time', async () => {
    const form = withHeader('<w:p/>');
    const coded = layCode(form, CODE);
    expect(layCode(form, CODE)).toEqual(coded);
    const before = new Map(readPacked(form).map((file) => [file.record.name, unpacked(file)]));
    const changed = readPacked(coded).filter((file) => !before.get(file.record.name)?.equals(unpacked(file)));
    expect(changed.map(({ record }) => record.name)).toEqual([
      '[Content_Types].xml',
      'word/header1.xml',
      'word/_rels/header1.xml.rels',
      'word/media/paper-code.png',
    ]);
    expect(await partNames(coded)).toHaveLength(before.size + 2);
  });

  test('is left out where the text reaches the edges of the sheet', () => {
    const form = aForm(paragraph('Афиша'), section(283, 283));
    expect(layCode(form, CODE)).toBe(form);
    expect(layCode(aDocx(paragraph('Без полей')), CODE)).toEqual(aDocx(paragraph('Без полей')));
  });
});

describe('the place of the code', () => {
  test.each([
    ['the left margin of a form', section(1134, 567), -12, 8],
    ['a narrow left margin', section(567, 454), -5.6, 5.2],
    ['the right margin where the left one is too narrow', section(283, 1134), 189, 8],
  ])('is %s', (_name, given, fromTextMm, thicknessMm) => {
    const place = codePlace(given);
    expect(place?.fromTextMm).toBeCloseTo(fromTextMm, 0);
    expect(place?.thicknessMm).toBeCloseTo(thicknessMm, 1);
    expect(place?.pageHeightMm).toBeCloseTo(297, 0);
  });
});

describe('the picture of the code', () => {
  test.each([4.5, 8])('of %d mm across is read back, and its letters tell the code', async (thickness) => {
    const { png } = codePicture(CODE, thickness);
    expect(unwrap(await scanCodes(await picturePages([onAPage(png)])))).toEqual([[CODE]]);
  });

  test('every sign of a code has a drawing of its own', () => {
    const drawings = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', (sign) => lettersOf(codePicture(sign, 5).png));
    expect(new Set(drawings).size).toBe(36);
  });
});

/** The picture in the middle of a white page. */
const onAPage = (png: Uint8Array): Uint8Array => {
  const picture = PNG.sync.read(Buffer.from(png));
  const page = new PNG({ width: picture.width + 400, height: picture.height + 400 });
  page.data.fill(255);
  PNG.bitblt(picture, page, 0, 0, picture.width, picture.height, 200, 200);
  return greyPng(PNG.sync.write(page));
};

/** The last columns of the picture: what is printed beside the bars. */
const lettersOf = (png: Uint8Array): string => {
  const { data, width, height } = PNG.sync.read(Buffer.from(png));
  const points: string[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = width - 21; x < width; x += 1) points.push(data[(y * width + x) * 4] === 0 ? '1' : '0');
  return points.join('');
};
