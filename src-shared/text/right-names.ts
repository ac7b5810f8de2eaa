import type { Right } from '../domain/users/rights.ts';

/** Rights as people call them. */
export const RIGHT_NAMES: Readonly<Record<Right, string>> = {
  'orders.read': 'смотреть заказы',
  'orders.edit': 'исправлять заказы',
  'orders.import': 'загружать заказы',
  'parties.edit': 'исправлять карточки контрагентов',
  'organisations.edit': 'исправлять наши организации',
  'documents.read': 'смотреть документы',
  'documents.issue': 'выпускать документы',
  'documents.annul': 'аннулировать документы',
  'documents.sign': 'подписывать документы',
  'documents.override': 'выпускать вопреки замечанию',
  'incoming.add': 'вносить входящие документы',
  'payments.read': 'смотреть оплаты',
  'payments.edit': 'загружать выписки и разносить оплаты',
  'templates.edit': 'менять шаблоны',
  'users.edit': 'управлять людьми и правами',
  'base.backup': 'делать копии базы',
  'base.restore': 'восстанавливать базу из копии',
  'base.clearDemo': 'очищать демонстрационную базу',
};
