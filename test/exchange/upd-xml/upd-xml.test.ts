import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { expect, test } from 'vitest';
import { checkUpd, updFile, updFunctionOf } from '#shared/domain/upd-xml/upd-file.ts';
import type { OneCPaper } from '#shared/domain/exchange-1c/paper.ts';
import { isoDate, type IsoInstant } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { VAT_RATES } from '#shared/kernel/vat.ts';
import { writeUpdXml } from '#main/exchange/upd-xml/write-upd-xml.ts';
import { aOneCLine, aPaper } from '#test/exchange/enterprise-data/a-paper.ts';
import { childOf, readTree } from '#test/exchange/enterprise-data/read-tree.ts';
import { formatFile, formatsMissing } from '#test/exchange/enterprise-data/schemas.ts';
import { aContract, aSignatory, DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { describeUnless } from '#test/helpers/skip.ts';

const fileOf = (paper: OneCPaper) =>
  updFile({
    paper,
    signatory: aSignatory(),
    madeAt: '2026-11-21T12:00:00.000Z' as IsoInstant,
    program: 'Комплект 0.1.0',
  });

const textOfFile = (paper: OneCPaper): string =>
  new TextDecoder('windows-1251').decode(writeUpdXml(fileOf(paper).root));

const parties = Object.values(DEMO_PARTIES);

/** Fifty papers: УПД of both statuses, acts, накладные, счета-фактуры; every rate, every demo counterparty. */
const FIFTY: readonly OneCPaper[] = Array.from({ length: 50 }, (_, index) => {
  const rate = VAT_RATES[index % VAT_RATES.length] ?? '22';
  const isService = index % 3 === 0;
  const basis = { id: 'paper-1', number: 'А-1', date: isoDate('2026-10-15') };
  return aPaper({
    number: `${index + 1}`,
    role: index % 5 === 4 ? 'factura' : 'sale',
    basis: index % 5 === 4 ? basis : null,
    isUpd: true,
    isFacturaToo: rate !== 'none' && index % 2 === 0,
    party: parties[index % parties.length] ?? DEMO_PARTIES.zerno,
    contract: index % 4 === 0 ? null : aContract(),
    revision: index % 10 === 7 ? { number: '1', date: isoDate('2026-10-20') } : null,
    consignor: index % 6 === 1 ? DEMO_PARTIES.avtotrans : null,
    transport: index % 6 === 1 ? 'ЭТрН, УИД 1' : '',
    lines: [
      aOneCLine({ rate, gross: kopecks(1_000_007 + index), quantity: '2.5', kind: isService ? 'service' : 'goods' }),
      aOneCLine({
        rate,
        code: '',
        unitName: 'рейс',
        unitCode: '',
        kind: 'service',
        content: 'Перевозка «Москва & Казань» ₽',
      }),
    ],
  });
});

/** The validator reads UTF-8 only: the same text under another declaration. */
const recoded = (text: string): string => text.replace(/encoding="windows-1251"/iu, 'encoding="UTF-8"');

describeUnless(formatsMissing)('the schema of the tax service', () => {
  test('fifty files of every function are valid by the XSD of the tax service', async () => {
    const schema = recoded(
      new TextDecoder('windows-1251').decode(readFileSync(formatFile('fns/ON_NSCHFDOPPR_1_997_01_05_03_05.xsd'))),
    );
    const result = await validateXML({
      xml: FIFTY.map((paper, index) => ({ fileName: `${index}.xml`, contents: recoded(textOfFile(paper)) })),
      schema: [{ fileName: 'upd.xsd', contents: schema }],
    });
    expect(result.errors.map(({ message }) => message)).toEqual([]);
    expect(new Set(FIFTY.map(updFunctionOf))).toEqual(new Set(['СЧФДОП', 'ДОП', 'СЧФ']));
  }, 60_000);
});

test('the rules that the XSD cannot say hold: name of the file, table, transfer, title, shipment papers, addresses', () => {
  for (const paper of FIFTY) {
    const { fileName } = fileOf(paper);
    const root = readTree(textOfFile(paper).replace(/^<\?xml[^>]*>/u, ''));
    const document = childOf(root, 'Документ');
    const kind = document?.attributes['Функция'];
    const invoice = childOf(document, 'СвСчФакт');
    expect(root.attributes['ИдФайл']).toBe(fileName);
    expect(childOf(document, 'ТаблСчФакт')).toBeDefined();
    expect(childOf(document, 'СвПродПер') !== undefined).toBe(kind !== 'СЧФ');
    expect('НаимДокОпр' in (document?.attributes ?? {})).toBe(kind !== 'СЧФ');
    expect(childOf(invoice, 'ДокПодтвОтгрНом')).toBeDefined();
    expect(childOf(invoice, 'СвПрод', 'Адрес')).toBeDefined();
    expect(childOf(invoice, 'СвПокуп', 'Адрес')).toBeDefined();
  }
});

test('a letter that windows-1251 lacks is kept as a reference, never as a question mark', () => {
  const bytes = writeUpdXml(fileOf(aPaper({ lines: [aOneCLine({ content: 'Чай «Ǵ», 5 ₽' })] })).root);
  expect(new TextDecoder('windows-1251').decode(bytes)).toContain('Чай «&#500;», 5 &#8381;');
});

test('what the format asks for and a paper lacks is told', () => {
  const paper = aPaper({ role: 'order', party: { ...DEMO_PARTIES.zerno, legalAddress: '' } });
  expect(checkUpd(paper, null)).toEqual([
    'это не УПД, акт, накладная или счёт-фактура',
    'нет подписанта',
    'нет адреса покупателя',
  ]);
});
