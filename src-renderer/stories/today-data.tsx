import type { SheetState } from '#renderer/text/pack-texts.ts';
import type { PackSheet } from '#renderer/ui/pack.tsx';
import type { TableGroup } from '#renderer/ui/data-table.tsx';

export type StoryOrder = {
  readonly number: string;
  readonly name: string;
  readonly form: string;
  readonly organisation: string;
  readonly manager: string;
  readonly pack: readonly PackSheet[];
  readonly sum: string | null;
  readonly due: string;
  readonly overdue?: boolean;
  readonly problem?: { readonly tone: 'blocks' | 'warns'; readonly text: string; readonly mend: string };
};

const TITLES: Readonly<Record<string, string>> = {
  С: 'Счёт',
  Д: 'Договор',
  З: 'Заявка',
  У: 'УПД',
  А: 'Акт',
  Т: 'Накладная',
};

const STATES: Readonly<Record<string, SheetState>> = {
  '-': 'absent',
  d: 'draft',
  i: 'issued',
  s: 'signed',
  o: 'away',
  g: 'settled',
  '!': 'blocked',
  r: 'stale',
};

/** «Сd Дg З! У-»: letter and state. */
export const pack = (text: string): readonly PackSheet[] =>
  text.split(' ').map((part) => {
    const letter = part.charAt(0);
    return { letter, title: TITLES[letter] ?? letter, state: STATES[part.charAt(1)] ?? 'draft' };
  });

type Line = readonly [
  number: string,
  name: string,
  form: string,
  organisation: string,
  manager: string,
  pack: string,
  sum: string | null,
  due: string,
];

const order = (
  [number, name, form, organisation, manager, sheets, sum, due]: Line,
  rest: Partial<StoryOrder> = {},
): StoryOrder => ({
  number,
  name,
  form,
  organisation,
  manager,
  pack: pack(sheets),
  sum,
  due,
  ...rest,
});

const ZMD = 'Заречный мясной двор';
const VE = 'Волга-Экспедиция';

export const TODAY_GROUPS: readonly TableGroup<StoryOrder>[] = [
  {
    id: 'fix',
    title: 'Исправить',
    summary: '2 не дают выпустить',
    rows: [
      order(['1207', 'Вектор Плюс', 'ООО', VE, 'Петров', 'С! Дg У-', '87300.00', 'вчера'], {
        overdue: true,
        problem: { tone: 'blocks', text: 'Нет КПП покупателя: счёт и УПД не выпустить', mend: 'Взять из карточки' },
      }),
      order(['1209', 'Отель Берег', 'ООО', 'Мастерская Верстак', 'Орлова', 'Сr Дg А-', '560000.00', 'сегодня'], {
        problem: {
          tone: 'warns',
          text: 'Изменён в Битрикс24 в 12:40: сумма 540 000 → 560 000',
          mend: 'Перевыпустить счёт',
        },
      }),
      order(['1198', 'Магистраль-Юг', 'ООО', VE, 'Петров', 'З! Дg', '74000.00', '18.11 ср'], {
        overdue: true,
        problem: { tone: 'blocks', text: 'Доверенность № 14 истекла 31.10.2026', mend: 'Указать новую' },
      }),
    ],
  },
  {
    id: 'issue',
    title: 'Выпустить',
    summary: '1 284 310,00 ₽',
    rows: [
      order(['1204', 'Гастроном на Площади', 'ООО', ZMD, 'Петров', 'Сd Дg З! У-', '118500.00', 'сегодня']),
      order(['1205', 'Сеть столовых Полдень', 'АО', ZMD, 'Петров', 'Сd Дg Зd У-', '402310.00', 'сегодня']),
      order(['1206', 'Колбасная лавка', 'ООО', ZMD, 'Петров', 'Сd Дg Зd У-', '64870.00', 'сегодня']),
      order(['1210', 'Мельникова О. П.', 'ИП', ZMD, 'Петров', 'Сd Дd Зd', '18240.00', '23.11 пн']),
      order(['1211', 'Демонстрационная школа № 7', 'МБОУ', ZMD, 'Петров', 'Сd Дd Зd У-', '96400.00', '23.11 пн']),
      order([
        '1212',
        'Кофейная компания Зерно',
        'ООО',
        'Северный каталог',
        'Петров',
        'Сd Уd А-',
        '231990.00',
        '24.11 вт',
      ]),
      order(['1213', 'Сафин И. М.', 'ИП', 'Яркий знак', 'Орлова', 'Сd Дd А-', '42000.00', '24.11 вт']),
      order(['1215', 'Бумажный лес', 'ООО', 'Яркий знак', 'Орлова', 'Сd Дg А-', '190000.00', '25.11 ср']),
      order(['1218', 'Ковалёв А. И.', 'ИП', 'Северный каталог', 'Петров', 'Сd Уd', '120000.00', '25.11 ср']),
    ],
  },
  {
    id: 'send',
    title: 'Отправить',
    summary: 'подписаны, лежат с 18.11',
    rows: [
      order(
        ['1201', 'Архитектурное бюро Линия', 'ООО', 'Мастерская Верстак', 'Орлова', 'Сs Дs Аs', '95000.00', 'вчера'],
        { overdue: true },
      ),
      order(['1202', 'Керамика Опт', 'ООО', VE, 'Петров', 'Сs Дg Зs Тs', '55000.00', 'сегодня']),
      order(['1195', 'Клиника Доктор Рядом', 'ООО', VE, 'Петров', 'Сi Аo', '61200.00', '23.11 пн']),
      order(['1197', 'Квант', 'АНО', 'Мастерская Верстак', 'Орлова', 'Сs Аs', null, '24.11 вт']),
    ],
  },
];
