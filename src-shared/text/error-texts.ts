import type { AppError, ErrorCode, ErrorData } from '../contract/errors.ts';
import { counted } from '../kernel/text.ts';
import { CLOSING_ERROR_TEXTS } from './closing-error-texts.ts';
import { PROCESS_ERROR_TEXTS } from './process-error-texts.ts';
import { RIGHT_NAMES } from './right-names.ts';
import { dateText, say, type ErrorText } from './say.ts';
import { SYNC_ERROR_TEXTS } from './sync-error-texts.ts';
import { TEMPLATE_ERROR_TEXTS } from './template-error-texts.ts';

type Texts = { readonly [Code in ErrorCode]: (data: ErrorData<Code>) => ErrorText };

const NOTHING_LOADED = 'Ничего не загружено.';

const rightName = (right: string): string => Object.entries(RIGHT_NAMES).find(([key]) => key === right)?.[1] ?? right;

const TEXTS: Texts = {
  ...TEMPLATE_ERROR_TEXTS,
  ...PROCESS_ERROR_TEXTS,
  ...CLOSING_ERROR_TEXTS,
  ...SYNC_ERROR_TEXTS,
  'input.invalid': ({ where, reason }) =>
    say(`Поле «${where}» заполнено неверно: ${reason}`, 'Исправьте его и повторите.'),
  'input.notJson': ({ file }) =>
    say(`Файл «${file}» не читается как JSON`, 'Проверьте, тот ли это файл и сохранён ли он целиком.'),
  'input.tooLarge': ({ what, limit }) => say(`${what} больше допустимого (${limit})`, 'Разделите на части.'),
  'method.unknown': ({ method }) =>
    say(`Программа не знает действия «${method}»`, 'Обновите окно: возможно, оно старше программы.'),
  'session.noUser': () =>
    say('Не выбрано, кто работает', 'Выберите себя в окне «Кто работает» или добавьте --user ИМЯ.'),
  'session.unknownUser': ({ login }) =>
    say(`Человека «${login}» в базе нет или он больше не работает`, 'Проверьте имя; список людей — в настройках.'),
  'session.wrongPin': () => say('ПИН-код не подошёл', 'Попробуйте ещё раз; сбросить его может администратор.'),
  'right.missing': ({ right, who }) =>
    say(`${who}: нет права «${rightName(right)}»`, 'Передайте тому, у кого оно есть, или попросите администратора.'),
  'order.unknown': ({ order }) => say(`Заказа «${order}» в базе нет`, 'Проверьте номер.'),
  'order.ambiguous': ({ order, count }) =>
    say(`Номер «${order}» есть у ${count} заказов`, 'Укажите заказ по идентификатору: он виден в списке заказов.'),
  'order.changed': ({ number }) =>
    say(
      `Заказ ${number} изменили, пока вы с ним работали`,
      'Посмотрите новые значения и повторите правку.',
      'Ваша правка не записана, чужая на месте.',
    ),
  'order.unknownOrganisation': ({ inn }) =>
    say(`Организации с ИНН ${inn} среди наших нет`, 'Загрузите её: organisations import.'),
  'order.unknownParty': ({ key }) =>
    say(`Контрагента с ИНН ${key} в справочнике нет`, 'Загрузите карточку или укажите её в заказе целиком.'),
  'party.changed': ({ name }) =>
    say(`Карточку «${name}» изменили, пока вы с ней работали`, 'Посмотрите новые значения и повторите правку.'),
  'organisation.unknown': ({ inn }) => say(`Организации с ИНН ${inn} среди наших нет`, 'Проверьте ИНН.'),
  'field.unknown': ({ field }) =>
    say(`Поле «${field}» здесь изменить нельзя`, 'Откройте карточку, в которой оно хранится.'),
  'field.invalid': ({ field, value }) =>
    say(`«${value}» не подходит для поля «${field}»`, 'Исправьте значение и повторите.'),
  'pack.blocked': ({ kinds, count }) =>
    say(
      `Не выпущено: ${kinds} — ${counted(count, 'замечание', 'замечания', 'замечаний')}`,
      'Исправьте замечания, которые не дают выпустить, и повторите.',
      'Номера не заняты, файлы не созданы.',
    ),
  'pack.empty': ({ order }) =>
    say(`В комплект заказа ${order} по правилам не входит ни один документ`, 'Укажите виды документов сами.'),
  'pack.unknownKind': ({ kind, known }) => say(`Вида документа «${kind}» нет`, `Есть такие: ${known}.`),
  'pack.cancelled': ({ done, total }) =>
    say(
      `Выпуск остановлен: готово ${done} из ${total}`,
      'Запустите выпуск ещё раз, когда будете готовы.',
      'Номера не заняты.',
    ),
  'pack.foreignOverride': ({ rule }) =>
    say(`Замечания ${rule} у этого комплекта нет: снимать нечего`, 'Уберите его из списка и повторите.'),
  'pack.firmRule': ({ rule }) =>
    say(`Замечание ${rule} нельзя снять: с ним документ не годится никому`, 'Исправьте его и повторите.'),
  'batch.empty': () => say('Выпускать нечего: не найден ни один заказ', 'Проверьте список или слова отбора.'),
  'facsimile.refused': ({ reason }) =>
    say(`Картинка не подходит: ${reason}`, 'Возьмите PNG с прозрачным фоном до 1 МБ.', 'Прежняя картинка на месте.'),
  'facsimile.signatory': ({ organisation }) =>
    say(`В карточке «${organisation}» нет такого подписанта`, 'Откройте список заново и выберите подпись.'),
  'facsimile.none': ({ organisation }) =>
    say(
      `Печать и подпись на этих документах не ставятся: у «${organisation}» нет картинок или они для них не разрешены`,
      'Выпустите без них или разрешите: «Состав комплекта» → «Печать и подпись».',
    ),
  'composition.unsound': ({ count, first }) =>
    say(
      `В правилах комплекта ${counted(count, 'ошибка', 'ошибки', 'ошибок')}: ${first}`,
      'Исправьте правило или выключите его и сохраните снова.',
      'Действуют прежние правила.',
    ),
  'batch.unknown': ({ batch }) =>
    say(`Пакетного выпуска «${batch}» в базе нет`, 'Откройте список выпусков и выберите нужный.'),
  'document.unknown': ({ document }) =>
    say(`Документа «${document}» в базе нет`, 'Проверьте номер в реестре документов.'),
  'document.noFile': ({ document, format }) =>
    say(
      `Файла ${format} документа «${document}» нет`,
      'Выпустите комплект ещё раз: недостающий файл будет сделан, номера не изменятся.',
    ),
  'document.annulled': ({ document }) =>
    say(`${document} аннулирован`, 'Выпустите новый из карточки заказа: у него будет свой номер.'),
  'document.notOffer': ({ document }) =>
    say(
      `${document} – не коммерческое предложение: согласие клиента отмечают только на нём`,
      'Откройте предложение этого заказа и отметьте согласие там.',
    ),
  'document.notStale': ({ document }) =>
    say(
      `${document} не устарел: сегодня он напечатался бы так же`,
      'Чтобы сделать новую версию всё равно, добавьте --force.',
    ),
  'document.otherSeries': ({ document }) =>
    say(
      `${document} теперь относится к другой нумерации: изменился режим НДС`,
      'Аннулируйте его с причиной и выпустите новый.',
      'Выпущенный документ и его файл не тронуты.',
    ),
  'etrn.noTrip': ({ order }) =>
    say(`В заказе ${order} нет рейса: данных для ЭТрН не собрать`, 'Заполните маршрут, груз и перевозчика заказа.'),
  'document.withoutOrder': ({ document }) =>
    say(
      `${document} выпущен не из заказа, и новой версии у него не бывает`,
      'Аннулируйте его с причиной и выпустите новый: у него будет свой номер.',
      'Выпущенный документ и его файл не тронуты.',
    ),
  'papers.unknownParty': ({ party }) =>
    say(`Контрагента «${party}» в справочнике нет`, 'Проверьте ИНН или загрузите карточку и повторите.'),
  'incoming.unknown': () =>
    say('Такого входящего документа в базе нет', 'Обновите список и выберите документ ещё раз.'),
  'incoming.ownParty': ({ party }) =>
    say(`${party} — ваша организация, а не поставщик`, 'Выберите того, кто выставил документ.', 'Ничего не записано.'),
  'incoming.sums': ({ number, reason }) =>
    say(`Документ № ${number} не сходится: ${reason}`, 'Сверьте суммы с бумагой и повторите.', 'Ничего не записано.'),
  'incoming.duplicate': ({ number, party, entered }) =>
    say(
      `Документ № ${number} от ${party} уже внесён ${dateText(entered)}`,
      'Откройте внесённый; если он ошибочный, аннулируйте его с причиной и внесите новый.',
      'Внесённый документ не тронут.',
    ),
  'incoming.annulled': ({ number }) =>
    say(`Документ № ${number} аннулирован`, 'Внесите его заново, если он действует.', 'Ничего не изменено.'),
  'incoming.paid': ({ number, sum }) =>
    say(
      `На счёт № ${number} разнесена оплата ${sum}\u00A0₽`,
      'Сначала снимите оплату на экране «Оплаты», потом аннулируйте счёт.',
      'Счёт и оплата на месте.',
    ),
  'incoming.noFile': ({ number }) =>
    say(`К документу № ${number} файл не приложен`, 'Приложите скан или файл документа.'),
  'papers.period': ({ from, to }) =>
    say(`Период с ${dateText(from)} по ${dateText(to)} кончается раньше, чем начинается`, 'Поменяйте даты местами.'),
  'papers.nothing': ({ kind }) =>
    say(`«${kind}»: перечислять нечего`, 'Выберите документы, строки или другой период.', 'Номер не занят.'),
  'papers.foreignDocument': ({ document }) =>
    say(
      `${document} выпущен не этой организацией или не этому контрагенту`,
      'Уберите его из перечня и повторите.',
      'Номер не занят.',
    ),
  'render.failed': ({ document, reason }) =>
    say(`Документ «${document}» не заполнился: ${reason}`, 'Исправьте шаблон и повторите.', 'Номер не занят.'),
  'render.timeout': ({ document, seconds }) =>
    say(
      `Документ «${document}» заполнялся дольше ${seconds} с и был остановлен`,
      'Проверьте шаблон и число строк.',
      'Номер не занят.',
    ),
  'pdf.noEngine': () =>
    say(
      'PDF не сделать: на компьютере нет ни Word, ни LibreOffice',
      'Установите LibreOffice и повторите.',
      'Файлы docx на месте.',
    ),
  'pdf.failed': ({ count, total }) =>
    say(
      `PDF не сделан для ${count} из ${total}`,
      'Повторите: готовые документы не изменятся.',
      'Файлы docx сохранены.',
    ),
  'disk.full': () =>
    say('На диске не осталось места', 'Освободите место и повторите.', 'Номера не заняты, прежние документы целы.'),
  'disk.failed': () =>
    say(
      'Диск не принял запись',
      'Проверьте диск и права на папку с базой, затем повторите.',
      'Прежние документы целы.',
    ),
  'base.missing': ({ folder }) =>
    say(`В папке «${folder}» нет базы`, 'Создайте её: init, или укажите другую папку через --base.'),
  'base.exists': ({ folder }) => say(`В «${folder}» уже есть база`, 'Выберите пустую папку.', 'База не тронута.'),
  'base.newer': () => say('База создана более новой версией программы', 'Обновите программу.', 'База не тронута.'),
  'base.damaged': () => say('База повреждена', 'Восстановите последнюю копию: restore ФАЙЛ.', 'Файл базы не тронут.'),
  'base.upgradeRefused': () =>
    say(
      'Обновление базы остановлено: один из шагов потерял бы записи',
      'Передайте разработчикам файл komplekt.log и работайте в прежней версии программы.',
      'База осталась прежней.',
    ),
  'base.networkPath': ({ folder }) =>
    say(`Папка «${folder}» лежит на сетевом диске, там база может повредиться`, 'Выберите папку на этом компьютере.'),
  'base.heldElsewhere': ({ host, user }) =>
    say(
      `База открыта на другом компьютере (${host}${user ? `, ${user}` : ''})`,
      'Закройте программу там и повторите.',
      'База не тронута.',
    ),
  'base.heldHere': ({ user }) =>
    say(`База занята другой копией программы (${user})`, 'Дождитесь её или закройте и повторите.', 'База не тронута.'),
  'base.notDemo': () =>
    say(
      'Это не демонстрационная база, очищать её нельзя',
      'Для пробы создайте отдельную: init --demo.',
      'База не тронута.',
    ),
  'backup.failed': () =>
    say('Копия базы не сделана', 'Проверьте свободное место и повторите.', 'База цела, прежние копии на месте.'),
  'backup.unknown': ({ name }) => say(`Копии «${name}» нет`, 'Проверьте имя файла.', 'База не тронута.'),
  'backup.damaged': ({ name }) =>
    say(`Файл «${name}» — не копия базы или повреждён`, 'Возьмите другую копию.', 'База не тронута.'),
  'statement.empty': ({ file }) => say(`Файл «${file}» пуст`, 'Скачайте выписку в банке ещё раз.', NOTHING_LOADED),
  'statement.notStatement': ({ file, looksLike }) =>
    say(
      `«${file}» — не выписка${looksLike === '' ? '' : `: это ${looksLike}`}`,
      'Выгрузите в банке файл для 1С (kl_to_1c.txt).',
      NOTHING_LOADED,
    ),
  'statement.headerOnly': ({ file }) =>
    say(`В файле «${file}» только заголовок выписки`, 'Скачайте выписку в банке ещё раз.', NOTHING_LOADED),
  'statement.damaged': ({ file }) =>
    say(
      `Русский текст в файле «${file}» испорчен: так бывает, если его открыли и сохранили заново`,
      'Скачайте выписку в банке ещё раз и не открывайте её перед загрузкой.',
      NOTHING_LOADED,
    ),
  'statement.tooLarge': ({ file, limit }) =>
    say(`Выписка «${file}» больше допустимого (${limit})`, 'Выгрузите её в банке за меньший период.', NOTHING_LOADED),
  'statement.gone': ({ file }) =>
    say(`Файла «${file}» здесь больше нет`, 'Выберите файл выписки ещё раз.', NOTHING_LOADED),
  'statement.tooHeavy': ({ file }) =>
    say(
      `Чтение выписки «${file}» заняло слишком много времени или памяти`,
      'Выгрузите её в банке за меньший период.',
      NOTHING_LOADED,
    ),
  'statement.cancelled': ({ file }) =>
    say(`Чтение выписки «${file}» остановлено`, 'Загрузить её можно в любой момент.', NOTHING_LOADED),
  'statement.foreignAccount': ({ file, account, count }) =>
    say(
      account === ''
        ? `В выписке «${file}» нет ни одного счёта наших организаций`
        : `Счёт …${account.slice(-4)} не принадлежит ни одной нашей организации${count > 1 ? ` (и ещё таких: ${count - 1})` : ''}`,
      'Если счёт наш, добавьте его в карточку организации или укажите при загрузке, чей он (--link-account ИНН).',
      NOTHING_LOADED,
    ),
  'statement.columns': ({ file, missing, asksAccount }) =>
    say(
      `«${file}» — таблица банка, её столбцы ещё не подтверждены${missing === '' ? '' : `; не найдено: ${missing}`}`,
      asksAccount
        ? 'Укажите, по какому нашему счёту эта выписка (в командной строке --account).'
        : 'Укажите один раз, где что: дальше такие таблицы этого банка читаются сами (в командной строке --columns auto или --columns date=1,number=2,sum=5).',
      NOTHING_LOADED,
    ),
  'statement.wrongColumn': ({ file, what, column, title, row, value }) =>
    say(
      row === 0
        ? `В таблице «${file}» нет отдельного столбца «${title}» для поля «${what}»`
        : `«${file}», столбец ${column} «${title}», строка ${row}: «${value}» — это не «${what}»`,
      'Укажите другой столбец.',
      NOTHING_LOADED,
    ),
  'statement.unknown': ({ id }) => say(`Загрузки выписки «${id}» в базе нет`, 'Список загрузок — в разделе «Оплаты».'),
  'statement.needed': ({ file, later, count }) =>
    say(
      count > 0
        ? `Выписку «${file}» пока не отменить: «${later}» загружена позже и повторяет её (${counted(count, 'операция', 'операции', 'операций')})`
        : `Выписку «${file}» пока не отменить: её счётом пользуется «${later}», загруженная позже`,
      `Отмените сначала «${later}».`,
    ),
  'payment.unknown': ({ id }) => say(`Операции «${id}» в базе нет`, 'Обновите список: возможно, загрузку отменили.'),
  'payment.settled': ({ number }) =>
    say(`Операция № ${number} уже разнесена`, 'Если разнесена не туда, отмените разнесение и повторите.'),
  'payment.notSettled': ({ number }) => say(`Операция № ${number} не разнесена, отменять нечего`, 'Обновите список.'),
  'payment.noParty': ({ payer }) =>
    say(
      `«${payer}»: такого контрагента в базе нет`,
      'Загрузите его карточку или выберите документ, за который платят.',
    ),
  'payment.nothingProposed': ({ number }) =>
    say(`Для операции № ${number} программа ничего не предлагает`, 'Найдите документ по номеру, сумме или ИНН.'),
  'payment.tooMuch': ({ number, sum }) =>
    say(`На документ № ${number} столько не разнести: ожидается ${sum}`, 'Уменьшите сумму; остаток станет авансом.'),
  'payment.otherCompany': ({ document }) =>
    say(
      `Документ № ${document} выставлен от другой нашей организации`,
      'Выберите документ той, на чей счёт пришли деньги.',
    ),
  'rule.empty': () => say('В правиле нет ни одного условия', 'Укажите ИНН, счёт, слово в названии или в назначении.'),
  'updXml.refused': ({ document, reason }) =>
    say(`Электронный файл для «${document}» не сделан: ${reason}`, 'Заполните карточки и перевыпустите документ.'),
  'oneC.period': ({ from, to }) =>
    say(`Период с ${dateText(from)} по ${dateText(to)} пуст`, 'Укажите начало не позже конца.'),
  'oneC.cancelled': () => say('Выгрузка в 1С остановлена', 'Запустите её снова, когда будет удобно.'),
  'oneC.unknown': ({ id }) => say(`Выгрузки ${id} в базе нет`, 'Посмотрите список выгрузок в разделе «1С».'),
  'oneC.noFile': ({ file }) =>
    say(`Файла «${file}» в папке базы нет`, 'Выгрузите период ещё раз: номера и идентификаторы будут те же.'),
  'oneC.register': ({ file, reason }) =>
    say(
      `Файл «${file}» не прочитан: ${reason}`,
      'В 1С откройте отчёт или список, нажмите «Сохранить» и выберите «Лист Excel (xlsx)».',
    ),
  'oneC.columns': ({ file, missing }) =>
    say(
      `В файле «${file}» не узнаны столбцы: ${missing}`,
      'Укажите их один раз — для таких файлов программа запомнит.',
    ),
  'oneC.whose': ({ count }) =>
    say(
      `В файле не сказано, чьи это документы, а организаций ${count}`,
      'Выберите организацию вверху окна или добавьте --org ИНН.',
    ),
  'cli.usage': ({ reason }) => say(reason, 'Подсказка: komplekt --help.'),
  'file.unreadable': ({ file }) => say(`Файл «${file}» не читается`, 'Проверьте путь и права на файл.'),
  'file.unwritable': ({ file }) =>
    say(
      `Не записать в «${file}»`,
      'Проверьте, что папка есть, файл не открыт в другой программе и место не кончилось.',
    ),
  internal: () =>
    say(
      'Программа споткнулась на этом действии',
      'Повторите; если не поможет, передайте разработчикам код происшествия.',
    ),
};

/** The parts of the text, for a screen that lays them out. */
export const errorParts = (error: {
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;
}): ErrorText => {
  // Each text was written for the data of its own code, and both come from the same refusal.
  const text = TEXTS[error.code] as (data: Readonly<Record<string, unknown>>) => ErrorText;
  return text(error.data);
};

/** One line: «Что случилось. Что в безопасности. Что сделать.» */
export const errorText = (
  error: AppError | { readonly code: ErrorCode; readonly data: Readonly<Record<string, unknown>> },
): string => {
  const { what, safe, action } = errorParts(error);
  return `${what.replace(/\.$/u, '')}. ${safe} ${action}`;
};
