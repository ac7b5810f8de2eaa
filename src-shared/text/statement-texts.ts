import type { Rejection, RejectionData, StatementWarning, WarningData } from '../domain/bank/remarks.ts';
import { formatDate } from '../kernel/date.ts';
import { formatMoney } from '../kernel/money.ts';
import { counted } from '../kernel/text.ts';

type Texts<Data> = { readonly [Code in keyof Data]: (data: Data[Code]) => string };

const rub = (sum: Parameters<typeof formatMoney>[0]): string => `${formatMoney(sum)}\u00A0₽`;

const WARNINGS: Texts<WarningData> = {
  'encoding.label': ({ label, encoding }) =>
    `В заголовке кодировка «${label}», а файл записан в ${encoding}. Прочитан по содержимому.`,
  'version.unknown': ({ version }) =>
    version === ''
      ? 'Версия формата не указана. Файл прочитан по правилам 1.03.'
      : `Версия формата «${version}» не из известных (1.01–1.03). Файл прочитан по правилам 1.03.`,
  'file.noEnd': () =>
    'В файле нет строки «КонецФайла»: возможно, он сохранён не целиком. Сверьте число операций с банком.',
  'file.afterEnd': () => 'После строки «КонецФайла» есть ещё данные. Они тоже прочитаны.',
  'section.unclosed': ({ section }) => `Раздел «${section}» не закрыт. Прочитан до следующего раздела.`,
  'section.unknown': ({ section, lines }) =>
    `Раздел «${section}» программе не знаком, пропущено строк: ${lines}. Они остались в исходном файле.`,
  'section.badValue': ({ key, value }) =>
    `В строке «${key}» — «${value}»: значение не прочитано. Операции на месте, эта сверка пропущена.`,
  'section.noAccount': () => 'В разделе остатков не указан счёт. Операции на месте, эти остатки не сверены.',
  'line.stray': ({ text }) => `Строка «${text}» стоит не на месте. Она осталась в исходном файле.`,
  'key.unknown': ({ key }) => `Строка «${key}» программе не знакома и пропущена. Она осталась в исходном файле.`,
  'sum.form': ({ key, value }) => `«${key}»: сумма «${value}» записана необычно. Проверьте, верно ли она прочитана.`,
  'date.form': ({ key, value }) => `«${key}»: дата «${value}» записана необычно. Проверьте, верно ли она прочитана.`,
  'inn.invalid': ({ inn, name }) =>
    `ИНН «${inn}» (${name}) не проходит проверку. Операция прочитана, в поиске плательщика он не участвует.`,
  'kpp.invalid': ({ kpp, name }) => `КПП «${kpp}» (${name}) не проходит проверку. Операция прочитана, КПП не учтён.`,
  'operation.noNumber': () => 'У операции нет номера. Она прочитана; проверьте её.',
  'operation.directionByDates': ({ number }) =>
    `Операция № ${number}: ни одного нашего счёта. Приход или расход определён по датам.`,
  'operation.directionUnclear': ({ number }) => `Операция № ${number}: не понять, приход это или расход. Укажите сами.`,
  'operation.duplicate': ({ number, first }) =>
    `Операция № ${number} повторяет операцию из строки ${first}. Второй раз она не учтена.`,
  'operation.outsidePeriod': ({ number, bookedOn }) =>
    `Операция № ${number} проведена ${formatDate(bookedOn)} — вне периода выписки.`,
  'balance.sum': ({ account, from, expected, closing }) =>
    `Счёт ${account}, ${formatDate(from)}: по остатку на начало и оборотам на конец должно быть ${rub(expected)}, в выписке ${rub(closing)}.`,
  'balance.chain': ({ account, from, opening, before, closing }) =>
    `Счёт ${account}: на начало ${formatDate(from)} — ${rub(opening)}, а на конец ${formatDate(before)} — ${rub(closing)}. Возможно, нет выписки за дни между ними.`,
  'periods.overlap': ({ account, from }) =>
    `Счёт ${account}: период с ${formatDate(from)} накладывается на предыдущий. Обороты по нему не сверены.`,
  'totals.incoming': ({ account, stated, counted: sum }) =>
    `Счёт ${account}: поступило по выписке ${rub(stated)}, по операциям ${rub(sum)}.`,
  'totals.outgoing': ({ account, stated, counted: sum }) =>
    `Счёт ${account}: списано по выписке ${rub(stated)}, по операциям ${rub(sum)}.`,
  'days.missing': ({ account, from, to, count }) => {
    if (from === to) return `Счёт ${account}: нет рабочего дня ${formatDate(from)}. Загрузите выписку за него.`;
    const days = count === null ? 'выписки' : counted(count, 'рабочего дня', 'рабочих дней', 'рабочих дней');
    return `Счёт ${account}: нет ${days} с ${formatDate(from)} по ${formatDate(to)}. Загрузите выписку за этот срок.`;
  },
  'vat.rate': ({ number, rate, general, bookedOn }) =>
    `Операция № ${number}: в назначении НДС ${rate}%, а на ${formatDate(bookedOn)} ставка ${general}%. Верно, если платят за прежнюю отгрузку.`,
  'warnings.more': ({ code, count }) =>
    `И ещё ${counted(count, 'такое замечание', 'таких замечания', 'таких замечаний')} (${code}).`,
};

const REJECTIONS: Texts<RejectionData> = {
  'document.cut': () => 'Файл обрывается внутри этой операции. Остальные прочитаны; скачайте выписку заново.',
  'document.noNumber': () => 'Операция не закрыта, и номера в ней нет. Остальные прочитаны; проверьте её в банке.',
  'document.noDate': () => 'У операции нет даты. Остальные прочитаны; проверьте её в банке.',
  'document.badDate': ({ key, value }) =>
    `«${key}»: «${value}» — не дата. Остальные операции прочитаны; проверьте эту в банке.`,
  'document.noSum': () => 'У операции нет суммы. Остальные прочитаны; проверьте её в банке.',
  'document.badSum': ({ value }) =>
    `«${value}» — не сумма в рублях и копейках. Остальные операции прочитаны; проверьте эту в банке.`,
  'document.zeroSum': ({ value }) =>
    `Сумма операции — «${value}», а нужна больше нуля. Остальные прочитаны; проверьте эту в банке.`,
  'document.noAccount': () => 'Операция не закрыта, и счёта в ней нет. Остальные прочитаны; проверьте её в банке.',
};

/** A warning or a rejection in words. */
export const statementRemarkText = (remark: StatementWarning | Rejection): string => {
  // Each text was written for the data of its own code, and both come from the same remark.
  const texts: Readonly<Record<string, (data: never) => string>> = { ...WARNINGS, ...REJECTIONS };
  return texts[remark.code]?.(remark.data as never) ?? remark.code;
};
