import { isoDate } from '../../../kernel/date.ts';
import type { FormEdition } from '../../forms/form-edition.ts';
import type { DocumentKind } from '../document.ts';

const reference = (amendment: string): string =>
  `Приложение № 1 к постановлению Правительства Российской Федерации от 26 декабря 2011 г. № 1137 (в ред. постановления Правительства Российской Федерации от ${amendment})`;

const CERTIFICATE = '(реквизиты свидетельства о государственной регистрации индивидуального предпринимателя)';
const OGRNIP =
  '(основной государственный регистрационный номер индивидуального предпринимателя и дата присвоения такого номера)';

type FacturaKind = Extract<DocumentKind, 'upd' | 'factura' | 'factura-advance'>;

/** Editions of ПП 1137 (documents.md §2.2): the same three for a счет-фактура and for a УПД, which prints it in a frame. */
export const facturaEditions = (kind: FacturaKind): readonly FormEdition[] => [
  {
    id: `${kind}-2021-07-01`,
    kind,
    validFrom: isoDate('2021-07-01'),
    validTo: isoDate('2024-09-30'),
    reference: reference('02.04.2021 № 534'),
    line5b: false,
    column14Label: '',
    ipCaption: CERTIFICATE,
  },
  {
    id: `${kind}-2024-10-01`,
    kind,
    validFrom: isoDate('2024-10-01'),
    validTo: isoDate('2026-03-31'),
    reference: reference('16.08.2024 № 1096'),
    line5b: false,
    column14Label: 'Стоимость товара, подлежащего прослеживаемости, без налога на добавленную стоимость, в рублях',
    ipCaption: CERTIFICATE,
  },
  {
    id: `${kind}-2026-04-01`,
    kind,
    validFrom: isoDate('2026-04-01'),
    validTo: null,
    reference: reference('23.01.2026 № 26'),
    line5b: true,
    column14Label:
      'Стоимость товара, подлежащего прослеживаемости, без налога на добавленную стоимость, в рублях и копейках',
    ipCaption: OGRNIP,
  },
];
