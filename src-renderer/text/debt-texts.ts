import type { DebtAge } from '#shared/domain/debt/debts.ts';
import { counted } from '#shared/kernel/text.ts';

const AGES: Readonly<Record<DebtAge, string>> = {
  notDue: 'Срок не наступил',
  to30: 'Просрочено до 30 дней',
  to60: 'Просрочено 31–60 дней',
  to90: 'Просрочено 61–90 дней',
  over90: 'Просрочено больше 90 дней',
};

/** Words of «Долги». */
export const debtTexts = {
  title: 'Долги',
  views: 'Как показать',
  actions: 'Действия с долгом',
  back: 'К оплатам',
  open: 'Открыть заказ',
  next: 'Следующий список',
  before: 'Предыдущий список',
  noOrder: 'Нечего открывать: строка не об одном заказе',
  facts: { debt: 'Нам должны', overdue: 'просрочено', prepaid: 'Оплачено вперёд', advances: 'авансы' },
  view: {
    order: 'Заказы',
    contract: 'Договоры',
    counterparty: 'Покупатели',
    age: 'Сроки',
    overdue: 'Просрочено',
    paidNotShipped: 'Оплачено без отгрузки',
    shippedNotPaid: 'Отгружено без оплаты',
    advances: 'Авансы',
  },
  columns: {
    title: 'Что',
    party: 'Покупатель',
    orders: 'Заказов',
    billed: 'По счетам, ₽',
    shipped: 'Отгружено, ₽',
    paid: 'Оплачено, ₽',
    debt: 'Долг, ₽',
    prepaid: 'Предоплата, ₽',
    overdue: 'Просрочено, ₽',
    due: 'Срок',
    date: 'Дата',
    sum: 'Аванс, ₽',
    purpose: 'Назначение',
    organisation: 'Организация',
  },
  orders: (count: number) => counted(count, 'заказ', 'заказа', 'заказов'),
  late: (days: number) => `на ${counted(days, 'день', 'дня', 'дней')}`,
  age: (age: DebtAge | null) => (age === null ? 'Долга нет' : AGES[age]),
  payment: (number: string) => `Операция № ${number}`,
  empty: { title: 'Здесь пусто', text: 'Таких сделок сейчас нет.' },
} as const;
