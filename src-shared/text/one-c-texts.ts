import type { LeftOutReason, PaperRemark } from '../domain/exchange-1c/check-paper.ts';
import { formatVatRate, isVatRate } from '../kernel/vat.ts';

type Say = (value: string) => string;

const shown = (value: string): string => (value === '' ? 'не заполнен' : `«${value}»`);

const REASONS: Readonly<Record<LeftOutReason['code'], Say>> = {
  'party.inn': (value) => `ИНН контрагента ${shown(value)}: 1С не узнает его. Исправьте карточку контрагента.`,
  'party.kpp': (value) => `КПП контрагента ${shown(value)}: в 1С появился бы второй контрагент. Исправьте карточку.`,
  'party.account': (value) =>
    `Расчётный счёт контрагента ${shown(value)} не сходится с БИК. Исправьте карточку контрагента.`,
  'organisation.inn': (value) => `ИНН нашей организации ${shown(value)}. Исправьте карточку организации.`,
  'organisation.kpp': (value) => `КПП нашей организации ${shown(value)}. Исправьте карточку организации.`,
  'organisation.account': (value) =>
    `Расчётный счёт нашей организации ${shown(value)} не сходится с БИК. Исправьте карточку организации.`,
  'contract.owner': (value) => `Договор № ${value} заключён с другим контрагентом. Выберите договор в заказе.`,
  'number.empty': () => 'У документа нет номера.',
  currency: (value) => `Документ в валюте ${value}: её курс здесь не ведётся, внесите документ в 1С вручную.`,
  'sum.zero': () => 'Сумма документа не больше нуля. Исправьте строки заказа и перевыпустите документ.',
  'lines.none': () => 'В документе нет строк с количеством, ставкой и суммой. Перевыпустите документ.',
  'lines.sum': () => 'Сумма строк не равна сумме документа. Перевыпустите документ.',
  'lines.vat': () => 'НДС по строкам не равен НДС документа. Перевыпустите документ.',
  'line.vat': (value) => `НДС строки «${value}» не сходится со ставкой. Перевыпустите документ.`,
  'line.rate': (value) =>
    `Ставка НДС ${isVatRate(value) ? formatVatRate(value) : value} на дату отгрузки не действовала. Исправьте заказ и перевыпустите документ.`,
  'line.quantity': (value) => `Количество ${shown(value)} не больше нуля. Исправьте строку заказа.`,
  'line.digits': (value) => `Количество ${value}: 1С принимает не больше трёх знаков после запятой. Исправьте строку.`,
  'factura.basis': () => 'У счёта-фактуры нет действующего акта или накладной. Выпустите документ отгрузки.',
  'basis.leftOut': (value) => `Не выгружен документ отгрузки № ${value}, поэтому и счёт-фактура остаётся.`,
};

/** Why a document stays out of the file and what to mend. */
export const leftOutText = ({ code, value }: LeftOutReason): string => REASONS[code](value);

const REMARKS: Readonly<Record<PaperRemark['code'], Say>> = {
  'number.long': (value) =>
    `Номер «${value}» длиннее 11 знаков: 1С:Бухгалтерия может его обрезать. Проверьте после загрузки.`,
  'number.shared': (value) => `Номер «${value}» в этом году есть у двух документов реализации: в списке 1С они рядом.`,
  'text.cleaned': () => 'Из текста убраны служебные знаки, которых не допускает XML.',
};

export const remarkText = ({ code, value }: PaperRemark): string => REMARKS[code](value);
