import type { Document } from 'docx';
import { invoiceForm } from '../parts/invoice-form.ts';
import { twoSignatures } from '../parts/signatures.ts';
import { paragraph } from '../parts/text.ts';

/** Our own plain wording of a one-time sale; a счет of a few lines must stay on one page with it. */
const TERMS: readonly string[] = [
  'Поставщик обязуется {{agreed.obligation}}, а Покупатель – принять и оплатить их. Настоящий счет-договор является предложением заключить договор; договор заключен, если он подписан Сторонами или оплачен Покупателем полностью либо в размере аванса.',
  '{{agreed.vat}} Цена после оплаты не меняется.',
  'Покупатель оплачивает счет-договор {{agreed.payment}}. Датой оплаты считается день поступления денег на счет Поставщика.',
  'Срок исполнения: {{agreed.delivery}}. Передача товаров и приемка услуг подтверждаются универсальным передаточным документом, накладной или актом; право собственности и риск переходят в момент передачи.',
  'Претензии по количеству и видимым недостаткам принимаются в течение 2 рабочих дней, по скрытым – в течение 10 рабочих дней с даты обнаружения. За просрочку исполнения или оплаты виновная Сторона по письменному требованию уплачивает 0,1\u00A0% неисполненного в срок за каждый день, но не более 10\u00A0%.',
  'Срок ответа на претензию – 15 календарных дней. Неурегулированный спор передается в арбитражный суд по месту нахождения ответчика. Копии, переданные по электронной почте, имеют силу до обмена оригиналами.',
];

/** Sums in words, terms and signatures. */
const closing = () => [
  paragraph('{{totals.countLine}}', { before: 6, keepNext: true }),
  paragraph('{{totals.grossWords}}', { bold: true, after: 6, keepNext: true }),
  ...TERMS.map((text, index) =>
    paragraph(`${index + 1}. ${text}`, { size: 8, align: 'both', after: 2, keepNext: true, keepLines: true }),
  ),
  paragraph('', { size: 5, keepNext: true }),
  twoSignatures(
    { heading: 'Поставщик (Исполнитель)', path: 'sides.seller', isOurs: true },
    { heading: 'Покупатель (Заказчик)', path: 'sides.buyer' },
  ),
];

/** Счет-договор, documents.md §5, §6. */
export const buildForm = (): Document => invoiceForm('Счет-договор', closing);
