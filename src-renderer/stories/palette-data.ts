import type { PaletteGroup } from '#renderer/ui/palette-items.ts';
import type { PackSheet } from '#renderer/ui/pack.tsx';

const run = () => undefined;

const GASTRONOM_PACK: readonly PackSheet[] = [
  { letter: 'С', title: 'Счёт', state: 'draft' },
  { letter: 'Д', title: 'Договор', state: 'settled' },
  { letter: 'З', title: 'Заявка', state: 'blocked', reason: 'не указано время выгрузки' },
  { letter: 'У', title: 'УПД', state: 'absent' },
];

/** Answers only «1204», as in the mock; anything else finds nothing. */
export const paletteGroups = (query: string): readonly PaletteGroup[] => {
  const go = {
    title: 'Перейти',
    items: [{ id: 'documents', icon: 'files', title: 'Документы', detail: '7 ждут вас', keys: 'Alt+3', run }],
  } as const;
  if (query.trim() === '') return [go];
  if (!query.includes('1204')) return [];
  if (/[a-z]/iu.test(query)) return [];
  return [
    {
      title: 'Заказы и документы',
      items: [
        {
          id: 'order',
          icon: 'clipboard-list',
          title: 'Заказ 1204',
          detail: 'Гастроном на Площади, 118 500,00',
          sheets: GASTRONOM_PACK,
          run,
        },
        { id: 'invoice', icon: 'file-text', title: 'Счёт 1204', detail: 'от 20.11.2026, черновик', run },
        { id: 'payment', icon: 'cash', title: 'Оплата «сч.1204, 1205»', detail: '520 810,00, не разнесена', run },
      ],
    },
    {
      title: 'Сделать с заказом 1204',
      items: [
        {
          id: 'issue',
          icon: 'file-plus',
          title: 'Выпустить комплект',
          detail: '3 из 4 готовы',
          keys: 'Ctrl+Enter',
          run,
        },
        { id: 'send', icon: 'send', title: 'Отправить комплект', detail: 'нечего: не выпущен', impossible: true, run },
      ],
    },
    go,
  ];
};
