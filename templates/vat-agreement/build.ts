import type { Document } from 'docx';
import { CONTRACT_SIZE } from '../parts/clauses.ts';
import { onlyIf } from '../parts/commands.ts';
import { placeAndDate, requisites } from '../parts/contract-form.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { point, POINT_NUMBERING } from '../parts/points.ts';
import { paragraph } from '../parts/text.ts';

/** Our own wording after the recommendations of 2026 (documents.md §6): the price without tax, the rate by the law of the day. */
const PAYER: readonly string[] = [
  '{{terms.price}} по договору указывается без НДС. НДС начисляется сверх цены по ставке, установленной законодательством Российской Федерации на дату {{terms.day}}, и уплачивается вместе с ценой. Если цена была согласована с НДС, цена без НДС равна ей за вычетом НДС по ставке, действовавшей на дату согласования. На дату подписания соглашения ставка составляет {{terms.rate}}.',
  'При изменении ставки НДС цена без НДС не меняется, а сумма к оплате определяется по новой ставке с даты ее введения. Отдельное соглашение об этом не требуется.',
  'Если аванс получен до изменения ставки, а дата {{terms.day}} наступила после него, {{terms.buyerRole}} доплачивает разницу НДС в течение 5 банковских дней с даты выставления счета.',
];

const EXEMPT: readonly string[] = [
  '{{terms.price}} по договору указывается без НДС. На дату подписания соглашения {{terms.sellerRole}} НДС не предъявляет: {{terms.exemptText}}.',
  'Если обязанность уплачивать НДС возникнет в период действия договора, НДС начисляется сверх цены по ставке, установленной законодательством Российской Федерации на дату {{terms.day}}, начиная с первого дня, когда такая обязанность возникла. Цена без НДС при этом не меняется.',
  '{{terms.sellerRole}} сообщает другой Стороне об изменении порядка уплаты НДС в течение 5 рабочих дней и предъявляет НДС в документах с этой даты.',
];

const COMMON: readonly string[] = [
  'Соглашение применяется к отношениям Сторон по всем отгрузкам, услугам и работам с {{terms.from}}. Условия договора и приложений к нему о размере ставки или о сумме НДС, которые противоречат соглашению, с этой даты не применяются.',
  'В остальном условия договора остаются без изменений.',
  'Соглашение вступает в силу с даты подписания, составлено в двух экземплярах равной юридической силы, по одному для каждой Стороны, и является неотъемлемой частью договора.',
];

const SIZE = { size: CONTRACT_SIZE } as const;

const points = (texts: readonly string[]) => texts.map((text) => point(text));

/** Дополнительное соглашение об НДС, documents.md §2.1, §6. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Дополнительное соглашение об НДС',
    font: 'Times New Roman',
    size: CONTRACT_SIZE,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    numbering: POINT_NUMBERING,
    body: [
      paragraph('ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ № {{doc.number}}', { size: 13, bold: true, align: 'center' }),
      paragraph('к {{toContract}}', { ...SIZE, bold: true, align: 'center', after: 8 }),
      placeAndDate(),
      paragraph(
        '{{seller.preamble}}, с одной стороны, и {{buyer.preamble}}, с другой стороны, вместе именуемые «Стороны», заключили настоящее соглашение об уточнении порядка применения НДС:',
        { ...SIZE, align: 'both', before: 8, after: 6, indent: 7 },
      ),
      ...onlyIf('terms.isPayer', points(PAYER)),
      ...onlyIf('terms.isExempt', points(EXEMPT)),
      ...points(COMMON),
      paragraph('Адреса, реквизиты и подписи сторон', {
        ...SIZE,
        bold: true,
        align: 'center',
        before: 10,
        after: 6,
        keepNext: true,
      }),
      requisites({ sellerRole: '{{seller.role}}', buyerRole: '{{buyer.role}}' }),
    ],
  });
