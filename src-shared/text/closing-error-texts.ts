import type { ErrorData } from '../contract/errors.ts';
import type { CLOSING_ERRORS } from '../contract/closing-errors.ts';
import { counted } from '../kernel/text.ts';
import { say, type ErrorText } from './say.ts';

type ClosingCode = keyof typeof CLOSING_ERRORS;

const ON_PLACE = 'Документ и его история на месте.';
const NOTHING_MARKED = 'Ничего не отмечено.';

/** Refusals of signing, sending, reception, comparison and printing. */
export const CLOSING_ERROR_TEXTS: { readonly [Code in ClosingCode]: (data: ErrorData<Code>) => ErrorText } = {
  'paper.move': ({ document, move, reason }) =>
    say(
      `${document}: «${move}» сейчас нельзя — ${reason}`,
      'Посмотрите, на чём он стоит, в карточке документа.',
      ON_PLACE,
    ),
  'signing.noAuthority': ({ document, reason }) =>
    say(
      `${document} не подписать: ${reason}`,
      'Внесите действующую доверенность в карточку организации или передайте тому, у кого есть полномочия.',
      ON_PLACE,
    ),
  'signing.notAllowed': ({ document, who }) =>
    say(`${document}: у ${who} нет права подписывать документы`, 'Выберите другого подписанта.', ON_PLACE),
  'signing.otherVersion': ({ document, version }) =>
    say(
      `${document} перевыпущен, пока вы его смотрели: действует версия ${version}`,
      'Откройте новую версию.',
      ON_PLACE,
    ),
  'signing.comparison': ({ document, count }) =>
    say(
      `${document} вернулся с правками (${counted(count, 'место', 'места', 'мест')}), юрист их ещё не принял`,
      'Дождитесь слова юриста или попросите вернуть исходный текст.',
      ON_PLACE,
    ),
  'approval.nobody': ({ who }) =>
    say(`Согласовать некому: «${who}» сейчас ни у кого`, 'Выберите другого человека или роль.', ON_PLACE),
  'approval.notYours': ({ document }) =>
    say(`${document}: вашего согласования сейчас не ждут`, 'Обновите список: возможно, запрос уже снят.', ON_PLACE),
  'approval.comment': ({ document }) =>
    say(`${document}: отклонить без причины нельзя`, 'Напишите, что исправить.', ON_PLACE),
  'post.track': ({ track, reason }) =>
    say(`«${track}» — не почтовый номер: ${reason}`, 'Сверьте 14 цифр с чеком или наклейкой.', NOTHING_MARKED),
  'post.trackTaken': ({ track, party }) =>
    say(`Номер ${track} уже у конверта для ${party}`, 'Проверьте, с какой наклейки он списан.', NOTHING_MARKED),
  'closing.open': ({ order }) =>
    say(`Заказ ${order} можно закрыть и так: все оригиналы на месте`, 'Закройте его обычным образом.'),
  'sending.nothing': () =>
    say('Отправлять нечего: нет подписанных и не отправленных документов', 'Подпишите документы или измените отбор.'),
  'sending.twoParties': ({ first, second }) =>
    say(`В одном письме документы для ${first} и ${second}`, 'Отправьте каждому своё письмо.'),
  'sending.noAddress': ({ party }) =>
    say(`У ${party} не указана электронная почта`, 'Впишите адрес в карточку контрагента или в само письмо.'),
  'envelope.unknown': () => say('Такого конверта в базе нет', 'Обновите список отправки.'),
  'letter.unknown': () => say('Такого письма в исходящих нет', 'Обновите список исходящих.'),
  'letter.sent': ({ subject }) =>
    say(
      `Письмо «${subject}» уже отправлено или снято`,
      'Чтобы отправить ещё раз, создайте новое.',
      'Второй раз оно не уйдёт.',
    ),
  'code.wrong': ({ code, reason }) =>
    say(
      `Код «${code}» прочитан неверно: ${reason}`,
      'Прочитайте его ещё раз или найдите документ по номеру.',
      NOTHING_MARKED,
    ),
  'code.foreign': ({ code }) =>
    say(`Код «${code}» — не нашего документа`, 'Положите лист в «Разобрать» и проверьте, чей он.', NOTHING_MARKED),
  'scan.notPdf': ({ file }) =>
    say(`«${file}» — не PDF`, 'Сохраните скан в PDF и перетащите его ещё раз.', NOTHING_MARKED),
  'scan.tooLong': ({ file, pages, limit }) =>
    say(
      `В «${file}» ${counted(pages, 'страница', 'страницы', 'страниц')}, а можно до ${limit}`,
      'Разделите скан на части.',
      NOTHING_MARKED,
    ),
  'scan.unreadable': ({ file }) =>
    say(`«${file}» не читается`, 'Отсканируйте ещё раз или сохраните PDF заново.', NOTHING_MARKED),
  'scan.unknown': () => say('Такого листа в «Разобрать» нет', 'Обновите список.'),
  'scan.settled': ({ file }) =>
    say(`Лист из «${file}» уже разобран`, 'Обновите список.', 'Он остался у своего документа.'),
  'comparison.format': ({ file }) =>
    say(`«${file}» не сравнить: нужен docx или PDF с текстом`, 'Попросите прислать договор в таком виде.', ON_PLACE),
  'comparison.noText': ({ file }) =>
    say(`В «${file}» нет текста: похоже, это скан`, 'Сравните глазами или попросите файл с текстом.', ON_PLACE),
  'comparison.unknown': () => say('Такого сравнения в базе нет', 'Откройте документ и посмотрите, что с ним.'),
  'comparison.judged': ({ document }) => say(`${document}: юрист уже сказал своё слово`, 'Обновите список.', ON_PLACE),
  'print.nothing': () => say('Печатать нечего', 'Выберите документы или конверты.'),
  'print.unknown': () => say('Такого задания в очереди печати нет', 'Обновите очередь.'),
  'print.sheet': ({ sheet, sheets }) =>
    say(`Листа ${sheet} в задании нет: всего ${sheets}`, 'Укажите лист из этого задания.', 'Очередь не тронута.'),
  'print.noPdf': ({ document }) =>
    say(
      `У документа ${document} нет PDF, а очередь печатает их`,
      'Сделайте PDF: выпустите комплект ещё раз, номера не изменятся.',
      'Очередь не тронута.',
    ),
};
