import { describe, expect, test } from 'vitest';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import { ORDER_KINDS, type DocumentKind } from '#shared/domain/document/document.ts';
import { KINDS } from '#shared/domain/document/kinds/index.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import type { OrderLine } from '#shared/domain/order/order.ts';
import { runPreflight } from '#shared/domain/preflight/run-preflight.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { aContract, aLine, anOrder, aPreflightContext, aSource, DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { aDocx, documentXml, paragraph } from '#test/helpers/docx-fixture.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { fillForm } from '../../golden/fill-form.ts';
import { convert, noOffice } from './office.ts';

const PATIENCE_MS = 600_000;

/** Kinds whose form prints lines of the order, or the cargo named like them. */
const KINDS_WITH_LINES: readonly DocumentKind[] = ORDER_KINDS.filter((kind) => KINDS[kind].carriesSum);

const LONG = `Начало ${'я'.repeat(29_986)} конец`;

/** Lines that no form was drawn for; each must come out as it stands, or be stopped by the check with a sentence. */
const LINES: readonly (readonly [name: string, line: Partial<OrderLine>, printed: readonly string[]])[] = [
  ['XML', { name: 'Болт </w:t></w:r> & <w:p/> ]]>' }, ['Болт </w:t></w:r> & <w:p/> ]]>']],
  ['commands', { name: 'Шкаф {{lines.map(x => x)}} {{ и }}' }, ['Шкаф {{lines.map(x => x)}} {{ и }}']],
  ['emoji', { name: 'Кружка 🐸👩‍👩‍👧 «ёж»' }, ['🐸']],
  ['30 000 characters', { name: LONG }, ['Начало яяя', 'яяя конец']],
  ['quantity 0.000001', { quantity: '0.000001' }, ['0,000001']],
  ['price 99 999 999 999.99', { quantity: '1', price: kopecks(9_999_999_999_999n) }, []],
  ['line breaks and tabs', { name: 'Стол\n\tдубовый\r\nс ящиком' }, ['Стол']],
  ['characters that XML forbids', { name: 'Стул\u0000\u0008\uFFFE белый' }, ['Стул']],
];

const sourceOf = (kind: DocumentKind, line: Partial<OrderLine>): DocumentSource => {
  const [contractKind = 'supply'] = KINDS[kind].paperOf ?? [];
  const sort = KINDS[kind].lines === 'services' ? ({ kind: 'service' } as const) : {};
  return aSource({
    kind,
    order: anOrder({ lines: [aLine(sort), aLine({ ...sort, position: 2, ...line })] }),
    contract: aContract({ kind: contractKind }),
    carrierContract: aContract({ kind: 'carrier', partyId: DEMO_PARTIES.avtotrans.id }),
  });
};

const stopped = (source: DocumentSource): boolean =>
  runPreflight(source, aPreflightContext()).findings.some(
    ({ severity, message }) => severity === 'block' && message.trim() !== '',
  );

const plain = (text: string): string => text.replaceAll(/[\s\u00A0\u202F]+/gu, ' ');

describeUnless(noOffice)('a hostile line', () => {
  test(
    'comes out right in a document that LibreOffice opens, or is refused with a sentence',
    async () => {
      const documents = new Map<string, Uint8Array>();
      const wanted = new Map<string, readonly string[]>();
      for (const kind of KINDS_WITH_LINES)
        for (const [name, line, printed] of LINES) {
          const source = sourceOf(kind, line);
          if (stopped(source)) continue;
          documents.set(`${kind}: ${name}`, await fillForm(source));
          // An advance names no goods, and a request for carriage names the cargo.
          const printsLines = Array.isArray(viewOf(source).data['lines']) && kind !== 'factura-advance';
          wanted.set(`${kind}: ${name}`, printsLines ? printed : []);
        }
      const opened = convert(documents, 'txt');
      expect([...documents.keys()].filter((name) => !opened.has(name))).toEqual([]);
      for (const [name, printed] of wanted) {
        const text = plain(Buffer.from(opened.get(name) ?? []).toString('utf8'));
        for (const words of printed) expect(text.includes(plain(words)), `${name}: ${words}`).toBe(true);
      }
      expect(documents.size).toBeGreaterThan(LINES.length * 6);
    },
    PATIENCE_MS,
  );

  test('of 99 999 999 999.99 is printed to the kopeck, in figures and in words', async () => {
    const lines = [aLine({ quantity: '1', price: kopecks(9_999_999_999_999n) })];
    const opened = convert(new Map([['счет', await fillForm(aSource({ order: anOrder({ lines }) }))]]), 'txt');
    const text = plain(Buffer.from(opened.get('счет') ?? []).toString('utf8'));
    expect(text).toContain('99 999 999 999,99');
    expect(text).toContain(
      'Девяносто девять миллиардов девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять рублей 99 копеек',
    );
  });
});

const DOCUMENT_RELATIONS = (target: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" TargetMode="External"/></Relationships>`;

const NESTED = 10_000;
const nested = (open: (index: number) => string, close: (index: number) => string): string =>
  [
    ...Array.from({ length: NESTED }, (_, index) => paragraph(open(index))),
    paragraph('{{name}}'),
    ...Array.from({ length: NESTED }, (_, index) => paragraph(close(NESTED - 1 - index))),
  ].join('');

const HOSTILE: readonly (readonly [name: string, template: Uint8Array, code: string | null])[] = [
  [
    '10 000 nested conditions',
    aDocx(
      nested(
        () => '{{IF name}}',
        () => '{{END-IF}}',
      ),
    ),
    'template.tooDeep',
  ],
  [
    '10 000 nested loops',
    aDocx(
      nested(
        (n) => `{{FOR a${n} IN list}}`,
        (n) => `{{END-FOR a${n}}}`,
      ),
    ),
    'template.tooDeep',
  ],
  ['a macro', aDocx(paragraph('{{name}}'), { 'word/vbaProject.bin': 'Sub AutoOpen()' }), 'template.hasMacro'],
  [
    'a picture from the network',
    aDocx(paragraph('{{name}}'), { 'word/_rels/document.xml.rels': DOCUMENT_RELATIONS('https://example.org/a.png') }),
    'template.externalLink',
  ],
  [
    'a picture from another disk',
    aDocx(paragraph('{{name}}'), { 'word/_rels/document.xml.rels': DOCUMENT_RELATIONS('file:///C:/secret.png') }),
    'template.externalLink',
  ],
  [
    'entities that unfold',
    aDocx('', {
      'word/document.xml': documentXml(paragraph('{{name}}')).replace(
        '<w:document',
        '<!DOCTYPE w [<!ENTITY a "ааааааааа"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document',
      ),
    }),
    'template.entities',
  ],
  [
    'an entity of a file',
    aDocx('', {
      'word/document.xml': documentXml(paragraph('{{name}}')).replace(
        '<w:document',
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document',
      ),
    }),
    'template.entities',
  ],
];

const engine = createCompiledEngine();
const fill = (template: Uint8Array) =>
  engine.render({ template, data: { name: 'Имя', list: [1] }, delimiters: DEFAULT_DELIMITERS });

describe('a hostile template', () => {
  test.each(HOSTILE)('with %s is refused with a message', async (_name, template, code) => {
    const result = await fill(template);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error[0]?.code).toBe(code);
    expect(result.error[0]?.message).toMatch(/^[А-ЯЁ].{20,}\.$/u);
  });
});
