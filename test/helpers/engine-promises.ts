import { createReport } from 'docx-templates';
import { describe, expect, test } from 'vitest';
import { DEFAULT_DELIMITERS, type RenderRequest, type TemplateRenderer } from '#main/ports/template-renderer.ts';
import {
  aDocx,
  documentXml,
  paragraph,
  paragraphsOf,
  partNames,
  partText,
  run,
  table,
} from '#test/helpers/docx-fixture.ts';

/** What every engine promises, told as tests. */
export function keepsThePromisesOfAnEngine(name: string, create: () => TemplateRenderer): void {
  describe(name, () => promises(create));
}

function promises(create: () => TemplateRenderer): void {
  const engine = create();

  async function filled(body: string, data: unknown, options: Partial<RenderRequest> = {}): Promise<Uint8Array> {
    const result = await engine.render({ template: aDocx(body), data, delimiters: DEFAULT_DELIMITERS, ...options });
    if (!result.ok)
      throw new Error(result.error.map(({ code, where, message }) => `${code} ${where} ${message}`).join('\n'));
    return result.value.bytes;
  }

  async function problems(body: string, data: unknown = {}, parts: Readonly<Record<string, string>> = {}) {
    const result = await engine.render({ template: aDocx(body, parts), data, delimiters: DEFAULT_DELIMITERS });
    return result.ok ? [] : result.error;
  }

  const texts = async (body: string, data: unknown): Promise<string[]> => paragraphsOf(await filled(body, data));

  describe('a template is filled', () => {
    test('fields, conditions and expressions', async () => {
      const body = paragraph(
        'Счет № {{number}} от {{=date}}: {{INS paid ? «оплачен» : "не оплачен"}}{{IF paid}}, спасибо{{END-IF}}.',
      );
      expect(await texts(body, { number: 'А-17', date: '01.02.2026', paid: true })).toEqual([
        'Счет № А-17 от 01.02.2026: оплачен, спасибо.',
      ]);
      expect(await texts(body, { number: 1, date: '', paid: false })).toEqual(['Счет № 1 от : не оплачен.']);
    });

    test('a missing field leaves nothing behind', async () => {
      expect(await texts(paragraph('[{{seller.name}}][{{seller.kpp ?? «—»}}]'), { seller: {} })).toEqual(['[][—]']);
    });

    test('rows of a table repeat, with the number of the row', async () => {
      const body = table(
        [paragraph('{{FOR line IN lines}}')],
        [paragraph('{{$idx + 1}}'), paragraph('{{$line.name}}'), paragraph('{{$line.sum}}')],
        [paragraph('{{END-FOR line}}')],
      );
      const data = {
        lines: [
          { name: 'Доставка', sum: '10,00' },
          { name: 'Аренда', sum: '5,00' },
        ],
      };
      expect(await texts(body, data)).toEqual(['1', 'Доставка', '10,00', '2', 'Аренда', '5,00']);
      expect(await texts(paragraph('a') + body, { lines: [] })).toEqual(['a']);
    });

    test('loops within loops, with conditions inside', async () => {
      const body = [
        '{{FOR page IN pages}}',
        'Лист {{$page.name}}',
        '{{FOR row IN $page.rows.filter(row => row > 1)}}',
        '{{IF $row != 3}}',
        '{{$page.name}}-{{$row}}',
        '{{END-IF}}',
        '{{END-FOR row}}',
        '{{END-FOR page}}',
      ]
        .map((text) => paragraph(text))
        .join('');
      const data = {
        pages: [
          { name: 'А', rows: [1, 2, 3] },
          { name: 'Б', rows: [4] },
        ],
      };
      expect(await texts(body, data)).toEqual(['Лист А', 'А-2', 'Лист Б', 'Б-4']);
    });

    test('a loop within one paragraph', async () => {
      expect(await texts(paragraph('{{FOR n IN names}}{{$n}}; {{END-FOR n}}'), { names: ['а', 'б'] })).toEqual([
        'а; б; ',
      ]);
    });

    test('EXEC keeps a value for the commands behind it', async () => {
      const body = [
        '{{! total = 0}}',
        '{{FOR s IN sums}}',
        '{{EXEC total = total + $s}}',
        '{{END-FOR s}}',
        'Итого {{total}}',
      ];
      expect(await texts(body.map((text) => paragraph(text)).join(''), { sums: [1, 2, 3.5] })).toEqual(['Итого 6.5']);
    });

    test('an alias stands for its command', async () => {
      expect(
        await texts(paragraph('{{ALIAS who INS seller.name}}') + paragraph('{{*who}}!'), { seller: { name: 'Я' } }),
      ).toEqual(['Я!']);
    });

    test('commands that Word split over runs, even inside the delimiters', async () => {
      const body = paragraph('До {', '{sel', 'ler.', 'name}', '} и {{', 'number', '}} после {одна} скобка');
      expect(await texts(body, { seller: { name: 'ООО «Ромашка»' }, number: 5 })).toEqual([
        'До ООО «Ромашка» и 5 после {одна} скобка',
      ]);
      const marked = `<w:p>${run('{{num')}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="b"/>${run('ber}}')}</w:p>`;
      expect(await texts(marked, { number: 7 })).toEqual(['7']);
    });

    test('line breaks of the data are line breaks of the page', async () => {
      expect(await texts(paragraph('{{address}}'), { address: 'Москва\r\nТверская\rдом 1\nофис' })).toEqual([
        'Москва\nТверская\nдом 1\nофис',
      ]);
      const xml = await partText(await filled(paragraph('{{a}}'), { a: 'x\ny' }));
      expect(xml).toContain('x</w:t><w:br/><w:t xml:space="preserve">y');
    });

    test('other delimiters', async () => {
      const result = await filled(
        paragraph('+++number+++ [number] {{number}}'),
        { number: 5 },
        { delimiters: ['+++', '+++'] },
      );
      expect(await paragraphsOf(result)).toEqual(['5 [number] {{number}}']);
    });

    test('headers and footers', async () => {
      const header = documentXml(paragraph('Стр. {{number}}'))
        .replaceAll('w:document', 'w:hdr')
        .replaceAll(/<\/?w:body>|<w:sectPr\/>/g, '');
      const template = aDocx(paragraph('{{number}}'), { 'word/header1.xml': header });
      expect(await partText(await filled('', { number: 'А-1' }, { template }), 'word/header1.xml')).toMatch(
        /Стр\. .*А-1/,
      );
    });

    test('pictures are JSON: { $image } in the data, IMAGE in the template', async () => {
      const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
      const data = {
        payQr: { $image: { base64: png, extension: '.png', widthCm: 3, heightCm: 2.5, alt: 'Код для оплаты' } },
        absent: null,
      };
      const bytes = await filled(paragraph('{{IF payQr}}{{IMAGE payQr}}{{END-IF}}{{IMAGE absent}}'), data);
      expect(await partNames(bytes)).toContain('word/media/template_document.xml_img1.png');
      expect(await partText(bytes)).toMatch(/<wp:extent cx="1080000" cy="900000"\/>.*Код для оплаты/s);
    });

    test('links', async () => {
      const bytes = await filled(paragraph('{{LINK ({ url: site, label: «Наш сайт» })}}'), {
        site: 'https://example.ru/?a=1&b=2',
      });
      expect(await partText(bytes, 'word/_rels/document.xml.rels')).toContain(
        'Target="https://example.ru/?a=1&amp;b=2"',
      );
    });
  });

  test('an honest template gives what docx-templates gives with its own evaluator', async () => {
    const lines = [
      '{{number}} {{IF paid}}да{{END-IF}}{{IF !paid}}нет{{END-IF}}',
      '{{FOR n IN names.filter(n => n.length > 1)}}',
      '{{$idx}} {{$n.toUpperCase()}} {{`<${$n}>`}}',
      '{{END-FOR n}}',
      '{{EXEC a = number * 2}}',
      '{{a}} {{absent?.b}} {{seller.name || "—"}}',
    ];
    const template = aDocx(
      lines.map((line) => paragraph(line)).join('') +
        table([paragraph('{{FOR n IN names}}')], [paragraph('{{$n}}')], [paragraph('{{END-FOR n}}')]),
    );
    const data = { number: 21, paid: true, names: ['аб', 'в', 'где'], absent: null, seller: {} };
    const reference = await createReport({
      template,
      data,
      cmdDelimiter: ['{{', '}}'],
      indentXml: false,
      processLineBreaksAsNewText: true,
    });
    expect(await partText(await filled('', data, { template }))).toBe(await partText(reference));
  });

  describe('a reprint equals the print', () => {
    test('the same request gives the same bytes, whatever the time and the engine', async () => {
      const template = aDocx(paragraph('{{number}} {{a}}'), { 'word/styles.xml': '<w:styles xmlns:w="w"/>' });
      const request = { template, data: { number: 'А-17', a: 'x\ny' }, delimiters: DEFAULT_DELIMITERS };
      const first = await engine.render(request);
      const later = await create().render({ ...request, data: structuredClone(request.data) });
      if (!first.ok || !later.ok) throw new Error('not rendered');
      expect(Buffer.compare(first.value.bytes, later.value.bytes)).toBe(0);
      // The only date in the file is the first one that a zip knows.
      expect(Buffer.from(first.value.bytes).readUInt32LE(10)).toBe(0x0021_0000);
    });
  });

  describe('data can never become markup or break the file', () => {
    const MARK = '\u0001\u0002\u0001';
    test.each([
      ['raw XML between the bars of docx-templates', 'A || <w:b/> || B', 'A || <w:b/> || B'],
      ['raw XML between our own marks', `A${MARK}<w:b/>${MARK}B`, 'A<w:b/>B'],
      ['markup', '</w:t></w:r></w:p><w:p/>', '</w:t></w:r></w:p><w:p/>'],
      ['entities', '&amp; &#1; &lt;', '&amp; &#1; &lt;'],
      ['commands', '{{number}} {{FOR x IN y}}', '{{number}} {{FOR x IN y}}'],
      ['control characters', 'a\u0000b\u0001c\u000Bd\u001Fe\uFFFEf\uFFFFg', 'abcdefg'],
      ['a tab, which is fine', 'a\tb', 'a\tb'],
      ['half a character', 'a\uD83Db\uDE00c', 'a\uFFFDb\uFFFDc'],
      ['a whole emoji', '😀', '😀'],
      ['replacement patterns', "$& $1 $' $`", "$& $1 $' $`"],
    ])('%s', async (_name, value, expected) => {
      const bytes = await filled(paragraph('{{value}}'), { value });
      expect(await paragraphsOf(bytes)).toEqual([expected]);
      const again = await engine.render({ template: bytes, data: {}, delimiters: ['<<', '>>'] });
      expect(again.ok).toBe(true);
    });

    test('empty items do not end a loop', async () => {
      const body = paragraph('{{FOR n IN names}}{{$n}};{{END-FOR n}}');
      expect(await texts(body, { names: ['а', null, 'б', undefined, 'в'] })).toEqual(['а;б;в;']);
      expect(
        await texts(paragraph('{{FOR n IN rows.map(r => r.n)}}{{$n}};{{END-FOR n}}'), {
          rows: [{ n: 1 }, {}, { n: 2 }],
        }),
      ).toEqual(['1;2;']);
    });

    test('names like __proto__ in the data are fields like any other, and nobody can read them', async () => {
      const data: unknown = JSON.parse('{"__proto__": {"polluted": "yes"}, "a": {"constructor": "x"}, "ok": "да"}');
      expect(await texts(paragraph('{{ok}}'), data)).toEqual(['да']);
      expect((await problems(paragraph('{{polluted}}'), data)).map(({ code }) => code)).toEqual([
        'template.expression.unknownName',
      ]);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    });

    test.each([
      ['a list', []],
      ['nothing', null],
      ['a date', { a: new Date(0) }],
      ['a function', { a: () => 1 }],
      ['bytes', { a: new Uint8Array(3) }],
      ['not a number', { a: Number.NaN }],
      ['a map', { a: new Map() }],
      ['kopecks as bigint', { a: 5n }],
    ])('%s is no JSON', async (_name, data) => {
      expect((await problems(paragraph('x'), data)).map(({ code }) => code)).toEqual(['template.dataNotJson']);
    });

    test('data that contains itself', async () => {
      const data: Record<string, unknown> = {};
      data['self'] = data;
      expect((await problems(paragraph('x'), data)).map(({ code }) => code)).toEqual(['template.dataTooLarge']);
    });
  });

  describe('all problems are told at once, each with its place', () => {
    test('in a template', async () => {
      const body =
        paragraph('Шапка') + paragraph('Цена {{price = 5}}') + table([paragraph('ячейка'), paragraph('{{FOR x}}')]);
      expect(await problems(body)).toMatchObject([
        { code: 'template.expression.notAllowed', where: 'основной текст, стр. 1, абзац 2: «Цена {{price = 5}}»' },
        {
          code: 'template.badLoop',
          where: 'основной текст, стр. 1, абзац 4, таблица 1, строка 1, ячейка 2: «{{FOR x}}»',
        },
        { code: 'template.unclosedLoop' },
      ]);
    });

    test('in the data', async () => {
      const body = [
        '{{absent}}',
        '{{seller.bank.name}}',
        '{{seller}}',
        '{{FOR n IN seller}}',
        '{{$n.x}}',
        '{{END-FOR n}}',
        '{{IMAGE seller}}',
      ];
      const found = await problems(body.map((text) => paragraph(text)).join(''), { seller: { bank: null } });
      expect(found.map(({ code, where }) => `${code} ${/абзац \d+/.exec(where)?.[0]}`).toSorted()).toEqual([
        'template.badImage абзац 7',
        'template.expression.nullPath абзац 2',
        'template.expression.unknownName абзац 1',
        'template.notAList абзац 4',
        'template.valueIsObject абзац 3',
      ]);
    });

    test('a mistake in a long loop is told once', async () => {
      const body = ['{{FOR n IN rows}}', '{{$n.a.b}}', '{{END-FOR n}}'].map((text) => paragraph(text)).join('');
      expect(await problems(body, { rows: Array.from({ length: 50 }, () => ({})) })).toHaveLength(1);
    });
  });
}
