import { counted } from '#shared/kernel/text.ts';

/** Words about the base itself. */
export const baseTexts = {
  demo: 'Демонстрационная база',
  clear: {
    title: 'Очистить демонстрационную базу?',
    note: 'Вернуть это нельзя. Если пробные документы ещё нужны, сначала сделайте копию базы.',
    goes: 'Уйдут',
    orders: (count: number) => counted(count, 'заказ', 'заказа', 'заказов'),
    parties: (count: number) =>
      `${counted(count, 'карточка', 'карточки', 'карточек')} контрагентов и все наши организации`,
    documents: (count: number) =>
      `${counted(count, 'документ', 'документа', 'документов')} с файлами, номерами и историей`,
    people: 'все люди, кроме администратора',
    stays: 'Останутся программа, шаблоны документов и сделанные копии базы.',
    action: 'Очистить',
    back: 'Вернуться',
    done: 'База пуста и готова к вашим данным',
  },
  backup: { done: (file: string) => `Копия базы сделана и проверена: ${file}` },
} as const;
