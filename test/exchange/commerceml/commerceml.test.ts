import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { expect, test } from 'vitest';
import { ordersFile, pricesFile } from '#shared/domain/commerceml/commerceml.ts';
import { isoDate, type IsoInstant } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { writeCommerceMl } from '#main/exchange/commerceml/write-commerceml.ts';
import { aOneCLine, aPaper } from '#test/exchange/enterprise-data/a-paper.ts';
import { formatFile, formatsMissing } from '#test/exchange/enterprise-data/schemas.ts';
import { anOrganisation, DEMO_PARTIES } from '#test/helpers/demo-parties.ts';
import { describeUnless } from '#test/helpers/skip.ts';

const NOON: IsoInstant = '2026-11-21T12:00:00.000Z' as IsoInstant;

const faultsOf = async (bytes: Uint8Array): Promise<string[]> => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'file.xml', contents: new TextDecoder().decode(bytes) }],
    schema: [
      { fileName: 'commerceml.xsd', contents: readFileSync(formatFile('commerceml/commerceml-2.10.xsd'), 'utf8') },
    ],
  });
  return errors.map(({ message }) => message);
};

describeUnless(formatsMissing)('CommerceML 2.10', () => {
  test('orders of companies, entrepreneurs and foreigners are valid by the XSD', async () => {
    const papers = Object.values(DEMO_PARTIES).flatMap((party, index) =>
      (['order', 'sale', 'factura'] as const).map((role) =>
        aPaper({
          role,
          party,
          number: String(index + 1),
          comment: 'Заказ № 1 & «партия»',
          lines: [aOneCLine(), aOneCLine({ rate: 'none', code: '', kind: 'service', unitName: 'рейс', unitCode: '' })],
        }),
      ),
    );
    expect(await faultsOf(writeCommerceMl(ordersFile(papers, NOON)))).toEqual([]);
  });

  test('a change of prices is valid by the XSD', async () => {
    const prices = [
      { code: 'M-1', name: 'Колбаса «Докторская»', unitName: 'кг', price: kopecks(45_000) },
      { code: '', name: 'Сосиски', unitName: 'упак', price: kopecks(1) },
    ];
    const file = pricesFile(anOrganisation().party, prices, isoDate('2026-11-27'), NOON);
    expect(await faultsOf(writeCommerceMl(file))).toEqual([]);
  });
});
