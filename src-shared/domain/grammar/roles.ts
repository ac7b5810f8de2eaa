/** Five cases of a role's name in a contract; the table of documents.md §14.4, never computed. */
export type RoleForms = {
  readonly nom: string;
  readonly gen: string;
  readonly dat: string;
  readonly acc: string;
  readonly ins: string;
};

const forms = (nom: string, gen: string, dat: string, acc: string, ins: string): RoleForms => ({
  nom,
  gen,
  dat,
  acc,
  ins,
});

export const ROLE_FORMS = {
  customer: forms('Заказчик', 'Заказчика', 'Заказчику', 'Заказчика', 'Заказчиком'),
  executor: forms('Исполнитель', 'Исполнителя', 'Исполнителю', 'Исполнителя', 'Исполнителем'),
  supplier: forms('Поставщик', 'Поставщика', 'Поставщику', 'Поставщика', 'Поставщиком'),
  purchaser: forms('Покупатель', 'Покупателя', 'Покупателю', 'Покупателя', 'Покупателем'),
  seller: forms('Продавец', 'Продавца', 'Продавцу', 'Продавца', 'Продавцом'),
  carrier: forms('Перевозчик', 'Перевозчика', 'Перевозчику', 'Перевозчика', 'Перевозчиком'),
  forwarder: forms('Экспедитор', 'Экспедитора', 'Экспедитору', 'Экспедитора', 'Экспедитором'),
  contractor: forms('Подрядчик', 'Подрядчика', 'Подрядчику', 'Подрядчика', 'Подрядчиком'),
  client: forms('Клиент', 'Клиента', 'Клиенту', 'Клиента', 'Клиентом'),
  consignor: forms('Грузоотправитель', 'Грузоотправителя', 'Грузоотправителю', 'Грузоотправителя', 'Грузоотправителем'),
  consignee: forms('Грузополучатель', 'Грузополучателя', 'Грузополучателю', 'Грузополучателя', 'Грузополучателем'),
} as const satisfies Readonly<Record<string, RoleForms>>;
export type RoleName = keyof typeof ROLE_FORMS;

/** «Поставщик» + `dat` → «Поставщику». */
export const roleCase = (role: RoleName, kase: keyof RoleForms): string => ROLE_FORMS[role][kase];
