import { isVatRate } from '../../kernel/vat.ts';
import { partyEntry } from './compose-party.ts';
import { tripEntry } from './compose-trip.ts';
import type { Composed, CrmLookup } from './compose.ts';
import type { CrmMapping } from './mapping.ts';
import type { CrmLine, CrmRef, CrmRow, CrmRowProblem } from './row.ts';

/**
 * An order with its parties as an entry of `orders import`. What is missing in the shadow is asked for (`needs`); what is
 * missing in the CRM itself is a problem with its place.
 */
export const composeOrder = (row: CrmRow, lookup: CrmLookup, mapping: CrmMapping): Composed => {
  const buyerRef = row.links['buyer'] ?? null;
  const [organisationRef, contractRef] = [row.links['organisation'] ?? null, row.links['contract'] ?? null];
  const [buyer, organisation, contract] = [buyerRef, organisationRef, contractRef].map((ref) =>
    ref === null ? null : lookup(ref),
  );
  const needs: readonly CrmRef[] = [
    ...(row.lines === null ? [{ entity: row.entity, id: row.id }] : []),
    ...missing(buyerRef, buyer, true),
    ...missing(organisationRef, organisation, true),
    ...missing(contractRef, contract, false),
  ];
  if (needs.length > 0) return { state: 'needs', refs: needs };

  const { fields } = row;
  const inn =
    fields['organisationInn'] ??
    organisation?.requisites?.find((own) => own.inn !== '')?.inn ??
    mapping.defaultOrganisationInn;
  const lines = linesOf(row);
  const problems = [
    ...(inn === ''
      ? [
          problem(
            row,
            'organisation',
            'В сделке не указана наша компания. Выберите её в карточке CRM или в настройке обмена.',
          ),
        ]
      : []),
    ...(buyer ? [] : [problem(row, 'buyer', 'В сделке нет клиента. Укажите компанию или контакт в карточке CRM.')]),
    ...(fields['date'] ? [] : [problem(row, 'date', 'У сделки нет даты.')]),
    ...lines.problems.map(({ field, message }) => problem(row, field, message)),
  ];
  if (problems.length > 0 || !buyer) return { state: 'problem', problems };
  return {
    state: 'ready',
    entry: {
      externalId: row.id,
      source: systemOf(row),
      number: text(fields['number'], 100) || row.id,
      date: fields['date'],
      organisationInn: inn,
      buyer: partyEntry(buyer, fields['buyerRequisites'] ?? null, fields['buyerAccount'] ?? null),
      contract: contractEntry(row, contract ?? null),
      stage: text(mapping.stages[fields['stage'] ?? ''] ?? fields['stageTitle'] ?? fields['stage'], 100) || 'Новый',
      currency: currencyOf(fields['currency']),
      priceIncludesVat: lines.priceIncludesVat,
      ...paymentKind(fields['paymentKind']),
      shipDate: day(fields['shipDate']),
      dueDate: day(fields['dueDate']),
      customerReference: text(fields['customerReference'], 200),
      comment: text(fields['comment'], 5000),
      manager: text(fields['responsibleName'], 200),
      lines: lines.entries,
      trip: tripEntry(row),
    },
  };
};

const missing = (ref: CrmRef | null, row: CrmRow | null | undefined, isParty: boolean): readonly CrmRef[] =>
  ref !== null && (row === null || row === undefined || (isParty && row.requisites === null)) ? [ref] : [];

const problem = ({ entity, id }: CrmRef, field: string, message: string): CrmRowProblem => ({
  ref: { entity, id },
  field,
  message,
  value: null,
});

const text = (value: string | null | undefined, length: number): string => (value ?? '').trim().slice(0, length);
const day = (value: string | null | undefined): string | null => /^\d{4}-\d{2}-\d{2}/u.exec(value ?? '')?.[0] ?? null;

/** Orders of МойСклад have UUIDs, records of Битрикс24 numbers. */
const systemOf = ({ id }: CrmRef): 'bitrix24' | 'moysklad' =>
  /^[0-9a-f]{8}-[0-9a-f-]{27}$/iu.test(id) ? 'moysklad' : 'bitrix24';

/** «643», «RUR» and an empty currency are roubles. */
const currencyOf = (value: string | null | undefined): string =>
  value === null || value === undefined || value === '643' || value === 'RUR' || value.length !== 3 ? 'RUB' : value;

const KINDS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/50|половин|частич/iu, 'halfAndHalf'],
  [/предоплат|аванс|prepay/iu, 'prepayment'],
  [/постоплат|отсрочк|по факту|после|postpay/iu, 'postpayment'],
];

const paymentKind = (value: string | null | undefined): Readonly<Record<string, string>> => {
  const found = KINDS.find(([pattern]) => pattern.test(value ?? ''));
  return found === undefined ? {} : { paymentKind: found[1] };
};

/** A contract of the CRM, or number and date typed into the deal. A carriage makes it a contract of carriage. */
const contractEntry = (row: CrmRow, contract: CrmRow | null): Readonly<Record<string, unknown>> | null => {
  const number = text(contract?.fields['number'] ?? row.fields['contractNumber'], 100);
  const date = day(contract?.fields['date'] ?? row.fields['contractDate']);
  if (number === '' || date === null) return null;
  const isServices = (row.lines ?? []).length > 0 && (row.lines ?? []).every(({ kind }) => kind === 'service');
  return { kind: tripEntry(row) === null ? (isServices ? 'services' : 'supply') : 'carriage', number, date };
};

type Lines = {
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  readonly priceIncludesVat: boolean;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
};

/** Lines of the deal; a deal of one sum (a carriage, a service) is one line of it. */
const linesOf = (row: CrmRow): Lines => {
  const lines = row.lines ?? [];
  if (lines.length > 0) {
    const wrong = lines.flatMap(({ vatRate, name }, index) =>
      vatRate === null || isVatRate(vatRate)
        ? []
        : [{ field: `lines.${index}.vatRate`, message: `У строки «${name}» незнакомая ставка НДС: ${vatRate} %.` }],
    );
    return {
      entries: lines.map(lineEntry),
      priceIncludesVat: lines.every(({ vatIncluded }) => vatIncluded),
      problems: wrong,
    };
  }
  const amount = row.fields['amount'] ?? '0.00';
  const nothing = { field: 'lines', message: 'В сделке нет ни товаров, ни суммы: документы не из чего составить.' };
  if (/^0+(?:\.0+)?$/u.test(amount)) return { entries: [], priceIncludesVat: true, problems: [nothing] };
  return {
    entries: [{ kind: 'service', name: sumTitle(row), unitName: 'усл', quantity: '1', price: amount }],
    priceIncludesVat: true,
    problems: [],
  };
};

const sumTitle = (row: CrmRow): string => {
  const [from, to] = [row.fields['loadingAddress'], row.fields['unloadingAddress']];
  return from && to ? `Перевозка груза ${from} — ${to}` : text(row.fields['title'], 1000) || 'Услуги';
};

const lineEntry = (line: CrmLine): Readonly<Record<string, unknown>> => ({
  kind: line.kind,
  code: text(line.code, 100),
  name: text(line.name, 30_000),
  unitName: text(line.unitName, 50) || 'шт',
  unitCode: /^\d{1,4}$/u.test(line.unitCode) ? line.unitCode.padStart(3, '0') : '',
  quantity: line.quantity,
  price: line.price,
  discountPercent: line.discountPercent,
  vatRate: line.vatRate,
});
