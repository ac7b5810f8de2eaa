import { isoDate, type IsoDate } from '../../kernel/date.ts';
import { pickValid, type Validity } from '../../kernel/validity.ts';
import type { DocumentKind } from '../document/document.ts';

/** A dated edition of a form, with what differs between editions (documents.md D1, §2.2). */
export type FormEdition = Validity & {
  readonly id: string;
  readonly kind: DocumentKind;
  /** Reference to the act that brought the form, printed top right; empty where the form is free. */
  readonly reference: string;
  /** Does the form have line 5б, «к счету-фактуре … на аванс»? */
  readonly line5b: boolean;
  readonly column14Label: string;
  /** Caption under the signature of an ИП. */
  readonly ipCaption: string;
};

const FREE = {
  reference: '',
  line5b: false,
  column14Label: '',
  ipCaption: '',
  validFrom: null,
  validTo: null,
} as const;

const factura = (amendment: string): string =>
  `Приложение № 1 к постановлению Правительства Российской Федерации от 26 декабря 2011 г. № 1137 (в ред. постановления Правительства Российской Федерации от ${amendment})`;

const CERTIFICATE = '(реквизиты свидетельства о государственной регистрации индивидуального предпринимателя)';
const OGRNIP =
  '(основной государственный регистрационный номер индивидуального предпринимателя и дата присвоения такого номера)';

const UPD: readonly FormEdition[] = [
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

/** Every edition we can print. The successor of the 2116 form of ТН is not published (documents.md §2.3), so it stays open. */
export const FORM_EDITIONS: Readonly<Record<DocumentKind, readonly FormEdition[]>> = {
  invoice: [{ ...FREE, id: 'invoice-1', kind: 'invoice' }],
  'contract-supply': [{ ...FREE, id: 'contract-supply-1', kind: 'contract-supply' }],
  'contract-services': [{ ...FREE, id: 'contract-services-1', kind: 'contract-services' }],
  act: [{ ...FREE, id: 'act-1', kind: 'act' }],
  upd: UPD,
  waybill: [
    {
      ...FREE,
      id: 'waybill-2116',
      kind: 'waybill',
      reference:
        'Приложение № 4 к Правилам перевозок грузов автомобильным транспортом (в ред. постановления Правительства Российской Федерации от 30.11.2021 № 2116)',
    },
  ],
};

/** The edition in force on the document's own date, never today's; null for a date before our first edition. */
export const editionOf = (kind: DocumentKind, date: IsoDate): FormEdition | null =>
  pickValid(FORM_EDITIONS[kind], date);
