import { describe, expect, test } from 'vitest';
import { ED_VERSIONS } from '#shared/domain/exchange-1c/versions.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { VAT_RATES } from '#shared/kernel/vat.ts';
import { DEMO_PARTIES } from '#test/helpers/demo-parties.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { aOneCLine, aPaper, messageOf, papersOfEveryRole } from './a-paper.ts';
import { checkMessage } from './check-message.ts';
import { plantedFaults } from './planted-faults.ts';
import { formatsMissing, schemaOf } from './schemas.ts';

describeUnless(formatsMissing)('a message by the schemas of 1C', () => {
  describe.each(ED_VERSIONS)('EnterpriseData %s', (version) => {
    test('a message with papers of every role obeys the schema', async () => {
      const xml = await messageOf(papersOfEveryRole(), version);
      expect(checkMessage(schemaOf(version), version, xml)).toEqual([]);
      for (const type of [
        'Справочник.Контрагенты',
        'Справочник.Договоры',
        'Справочник.Номенклатура',
        'Справочник.БанковскиеСчета',
        'Документ.ЗаказКлиента',
        'Документ.РеализацияТоваровУслуг',
        'Документ.СчетФактураВыданный',
        'Документ.СчетПоставщика',
        'Документ.ПоступлениеТоваровУслуг',
        'Документ.СчетФактураПолученный',
      ])
        expect(xml).toContain(`<${type}>`);
    });

    test('every rate of НДС, goods and services alike, obeys the schema', async () => {
      const papers = VAT_RATES.map((rate, index) =>
        aPaper({
          number: String(index + 1),
          lines: [
            aOneCLine({ rate, code: `G-${index}`, gross: kopecks(100_001) }),
            aOneCLine({ rate, code: '', kind: 'service', product: `Услуга ${index}`, gross: kopecks(7) }),
          ],
        }),
      );
      const xml = await messageOf(
        [...papers, ...papers.map((paper) => ({ ...paper, role: 'order' as const }))],
        version,
      );
      expect(checkMessage(schemaOf(version), version, xml)).toEqual([]);
    });

    test('every counterparty of the demonstration, entrepreneurs and a foreign one among them, obeys it', async () => {
      const parties = Object.values(DEMO_PARTIES);
      const papers = parties.map((party, index) => aPaper({ party, number: String(index + 1) }));
      const xml = await messageOf(papers, version);
      expect(checkMessage(schemaOf(version), version, xml)).toEqual([]);
      expect(xml).toContain('<ЮридическоеФизическоеЛицо>ФизическоеЛицо<');
      expect(xml).toContain('<НалоговыйНомерНерезидента>');
    });
  });

  test('the checker finds each of the planted faults', async () => {
    const xml = await messageOf(papersOfEveryRole(), '1.17');
    expect(plantedFaults.length).toBeGreaterThanOrEqual(30);
    for (const { name, code, plant } of plantedFaults) {
      const broken = plant(xml);
      expect(broken === xml ? name : '').toBe('');
      const codes = checkMessage(schemaOf('1.17'), '1.17', broken).map((fault) => fault.code);
      expect([name, ...codes]).toContain(code);
    }
  });
});
