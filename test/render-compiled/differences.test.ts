import { expect, test } from 'vitest';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { aDocx, documentXml, paragraph, partText, run, table } from '#test/helpers/docx-fixture.ts';
import { rendered, texts } from './helpers.ts';

const textBox = (content: string): string =>
  `<w:r><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></w:r>`;

test('inner-elements: a paragraph stays when its text box holds text before a command line', async () => {
  const box = textBox(`${paragraph('{{IF a}}')}${paragraph('в рамке {{a}}')}${paragraph('{{END-IF}}')}`);
  const xml = await partText((await rendered(`<w:p>${run('{{EXEC b = 1}}')}${box}</w:p>`, { a: 7 })).bytes);
  expect(xml.replaceAll(/<[^>]+>/g, '')).toBe('в рамке 7');
});

test('inner-elements: a row stays when the table inside ends with a command line', async () => {
  const inner = table([paragraph('внутри {{a}}')], [paragraph('{{EXEC b = 1}}')], [paragraph('{{EXEC c = 1}}')]);
  expect(await texts(table([inner + paragraph('')], [paragraph('ниже')]), { a: 7 })).toEqual(['внутри 7', '', 'ниже']);
});

test('ends-beside-beginnings: two loops of one name meet in one paragraph', async () => {
  const body = ['{{FOR l IN a}}', 'а{{$l}}', '{{END-FOR l}}{{FOR l IN b}}', 'б{{$l}}', '{{END-FOR l}}'];
  expect(await texts(body.map((line) => paragraph(line)).join(''), { a: [1, 2], b: [3, 4] })).toEqual([
    'а1',
    'а2',
    'б3',
    'б4',
  ]);
});

test('links-in-headers: the address stands in the relations of the header', async () => {
  const header = documentXml(paragraph('{{LINK site}}'))
    .replaceAll('w:document', 'w:hdr')
    .replaceAll(/<\/?w:body>|<w:sectPr\/>/g, '');
  const template = aDocx(paragraph('{{n}}'), { 'word/header1.xml': header });
  const data = { n: 1, site: { url: 'https://example.ru' } };
  const result = await createCompiledEngine().render({ template, data, delimiters: DEFAULT_DELIMITERS });
  if (!result.ok) throw new Error(result.error[0]?.code);
  expect(await partText(result.value.bytes, 'word/_rels/header1.xml.rels')).toContain('Target="https://example.ru"');
});

test('undeclared-prefixes: a part that never heard of pictures gets what a picture needs', async () => {
  const bare = documentXml(paragraph('{{IMAGE qr}}')).replaceAll(/ xmlns:(?:wp|r)="[^"]*"/g, '');
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==';
  const qr = { $image: { base64: png, extension: '.png', widthCm: 1, heightCm: 1 } };
  const template = aDocx('', { 'word/document.xml': bare });
  const result = await createCompiledEngine().render({ template, data: { qr }, delimiters: DEFAULT_DELIMITERS });
  if (!result.ok) throw new Error(result.error[0]?.code);
  const root = /<w:document[^>]*>/.exec(await partText(result.value.bytes))?.[0];
  expect(root).toMatch(/ xmlns:wp="http:[^"]+wordprocessingDrawing"/);
  expect(root).toMatch(/ xmlns:r="http:[^"]+relationships"/);
});

test('breaks-in-attributes: a line break in an attribute stays one', async () => {
  const body = `<w:p><w:r><w:drawing o:gfxdata="a&#xA;b&#x9;c"/></w:r>${run('{{n}}')}</w:p>`;
  expect(await partText((await rendered(body, { n: 1 })).bytes)).toContain('o:gfxdata="a&#xA;b&#x9;c"');
});

test('cdata: it is text', async () => {
  expect(
    await texts('<w:p><w:r><w:t><![CDATA[a < b ]]></w:t></w:r><w:r><w:t>{{n}}</w:t></w:r></w:p>', { n: 1 }),
  ).toEqual(['a < b 1']);
  const xml = await partText((await rendered('<w:p><w:r><w:t><![CDATA[a < b]]></w:t></w:r></w:p>')).bytes);
  expect(xml).toContain('<w:t xml:space="preserve">a &lt; b</w:t>');
});
