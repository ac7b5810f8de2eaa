import { isoDate } from '../../../kernel/date.ts';
import type { FormEdition } from '../../forms/form-edition.ts';
import { updStatus } from '../../tax/regime-rates.ts';
import type { KindFacts } from './kind.ts';

const factura = (amendment: string): string =>
  `Приложение № 1 к постановлению Правительства Российской Федерации от 26 декабря 2011 г. № 1137 (в ред. постановления Правительства Российской Федерации от ${amendment})`;

const CERTIFICATE = '(реквизиты свидетельства о государственной регистрации индивидуального предпринимателя)';
const OGRNIP =
  '(основной государственный регистрационный номер индивидуального предпринимателя и дата присвоения такого номера)';

const EDITIONS: readonly FormEdition[] = [
  {
    id: 'upd-2021-07-01',
    kind: 'upd',
    validFrom: isoDate('2021-07-01'),
    validTo: isoDate('2024-09-30'),
    reference: factura('02.04.2021 № 534'),
    line5b: false,
    column14Label: '',
    ipCaption: CERTIFICATE,
  },
  {
    id: 'upd-2024-10-01',
    kind: 'upd',
    validFrom: isoDate('2024-10-01'),
    validTo: isoDate('2026-03-31'),
    reference: factura('16.08.2024 № 1096'),
    line5b: false,
    column14Label: 'Стоимость товара, подлежащего прослеживаемости, без налога на добавленную стоимость, в рублях',
    ipCaption: CERTIFICATE,
  },
  {
    id: 'upd-2026-04-01',
    kind: 'upd',
    validFrom: isoDate('2026-04-01'),
    validTo: null,
    reference: factura('23.01.2026 № 26'),
    line5b: true,
    column14Label:
      'Стоимость товара, подлежащего прослеживаемости, без налога на добавленную стоимость, в рублях и копейках',
    ipCaption: OGRNIP,
  },
];

/**
 * Универсальный передаточный документ, documents.md §10. Of status 1 it stands in one chronological series with
 * счета-фактуры, of status 2 in one with acts.
 */
export const UPD: KindFacts = {
  title: { title: 'УПД', genitive: 'УПД', accusative: 'УПД', short: 'УПД', letter: 'У' },
  editions: EDITIONS,
  series: ({ regime, rates }) => (updStatus(regime, rates) === 1 ? 'factura' : 'act'),
  lines: 'goods',
  carriesSum: true,
  paperOf: null,
};
