import { formatDate, type IsoDate } from '../../kernel/date.ts';
import { kopecks, moneyToDecimal, type Kopecks } from '../../kernel/money.ts';
import { counted } from '../../kernel/text.ts';
import type { StateFieldName } from './fields.ts';

/** What we know of an order's papers and money. */
export type OrderState = {
  /** In force, oldest first. */
  readonly documents: readonly {
    readonly title: string;
    readonly number: string;
    readonly date: IsoDate;
    readonly isInvoice: boolean;
    readonly isSigned: boolean;
    readonly hasOriginal: boolean;
  }[];
  readonly total: Kopecks;
  readonly paid: Kopecks;
  readonly openTasks: number;
};

/** Our state as texts for the CRM's own fields; they are read by people there and overwritten by us only. */
export const orderStateFields = ({
  documents,
  total,
  paid,
  openTasks,
}: OrderState): Readonly<Record<Exclude<StateFieldName, 'documentFiles'>, string | null>> => {
  const invoice = documents.findLast(({ isInvoice }) => isInvoice);
  const last = documents.at(-1);
  const debt = kopecks(total > paid ? total - paid : 0n);
  return {
    stateInvoice: invoice === undefined ? null : name(invoice),
    statePack: documents.length === 0 ? null : counted(documents.length, 'документ', 'документа', 'документов'),
    statePaid: paid === 0n ? 'не оплачен' : paid < total ? 'оплачен частично' : 'оплачен',
    statePaidAmount: moneyToDecimal(paid),
    stateDebt: moneyToDecimal(debt),
    stateSigned: share(documents.filter(({ isSigned }) => isSigned).length, documents.length),
    stateOriginals: share(documents.filter(({ hasOriginal }) => hasOriginal).length, documents.length),
    stateLastDocument: last === undefined ? null : name(last),
    stateOpenTasks: String(openTasks),
  };
};

const name = ({ title, number, date }: OrderState['documents'][number]): string =>
  `${title} № ${number} от ${formatDate(date)}`;

const share = (done: number, all: number): string | null => (all === 0 ? null : `${done} из ${all}`);
