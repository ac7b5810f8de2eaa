import type { Role } from '../domain/users/rights.ts';

/** Roles as people call them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  director: 'генеральный директор',
  commercialDirector: 'коммерческий директор',
  financeDirector: 'финансовый директор',
  productionHead: 'управляющий производством',
  logisticsHead: 'руководитель логистики',
  manager: 'менеджер',
  logistician: 'логист',
  officeManager: 'офис-менеджер',
  accountant: 'бухгалтер',
  lawyer: 'юрист',
  security: 'служба безопасности',
  shippingOperator: 'оператор отгрузки',
  designer: 'дизайнер',
  driver: 'водитель',
  storekeeper: 'кладовщик',
  administrator: 'администратор',
};
