import type { OneCRole } from '#shared/domain/exchange-1c/paper.ts';
import { dateOfCell, sumOfCell } from '#shared/domain/exchange-1c/register/cells.ts';
import type { RegisterDocument } from '#shared/domain/exchange-1c/register/read-register.ts';
import type { MessageObject } from '../../ports/one-c-files.ts';

const ROLES: Readonly<Record<string, OneCRole>> = {
  'Документ.ЗаказКлиента': 'order',
  'Документ.РеализацияТоваровУслуг': 'sale',
  'Документ.СчетПоставщика': 'supplierInvoice',
  'Документ.ПоступлениеТоваровУслуг': 'purchase',
};

/** Documents of a message as a register shows them; счета-фактуры stand behind their sales and are not compared. */
export const messageDocuments = (objects: readonly MessageObject[]): RegisterDocument[] =>
  objects.flatMap(({ type, number, date, party, sum }, index) => {
    const role = ROLES[type];
    const amount = sumOfCell(sum);
    if (role === undefined || amount === null) return [];
    return [{ role, number, date: dateOfCell(date), party, sum: amount, line: index + 1 }];
  });
