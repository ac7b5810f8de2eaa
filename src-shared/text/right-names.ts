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
  'documents.stamp': 'ставить печать и подпись картинкой',
  'documents.send': 'отправлять и принимать документы',
  'documents.accept': 'принимать подписанные документы к учёту',
  'contracts.judge': 'решать о правках контрагента в договоре',
  'incoming.add': 'вносить входящие документы',
  'payments.read': 'смотреть оплаты',
  'payments.edit': 'загружать выписки и разносить оплаты',
  'templates.edit': 'менять шаблоны',
  'processes.edit': 'менять бизнес-процессы',
  'users.edit': 'управлять людьми и правами',
  'crm.connect': 'подключать CRM и управлять обменом',
  'base.backup': 'делать копии базы',
  'base.restore': 'восстанавливать базу из копии',
  'base.clearDemo': 'очищать демонстрационную базу',
};
