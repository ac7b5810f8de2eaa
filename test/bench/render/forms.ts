import type { Block, Form, Piece } from './form.ts';

const field = (path: string): Piece => ({ field: path });
const paragraph = (...text: Piece[]): Block => ({ kind: 'paragraph', text });
const title = (...text: Piece[]): Block => ({ kind: 'paragraph', text, isTitle: true });

const columns = (...pairs: readonly (readonly [title: string, field: string])[]) =>
  pairs.map(([heading, path]) => ({ title: heading, field: path }));

const party = (role: string, path: string): Block => ({
  kind: 'labelled',
  rows: [
    [role, [field(`${path}.name`)]],
    ['ИНН / КПП', [field(`${path}.inn`), ' / ', field(`${path}.kpp`)]],
    ['Адрес', [field(`${path}.address`)]],
    ['Банк', [field(`${path}.bank`), ', БИК ', field(`${path}.bik`)]],
    ['Расчетный счет', [field(`${path}.account`)]],
    ['Телефон', [field(`${path}.phone`)]],
  ],
});

const conditions: readonly Block[] = [
  {
    kind: 'when',
    flag: 'hasContract',
    blocks: [paragraph('Основание: договор ', field('contract.number'), ' от ', field('contract.date'))],
  },
  {
    kind: 'when',
    flag: 'hasDelivery',
    blocks: [paragraph('Доставка: ', field('delivery.address'), ', ', field('delivery.date'))],
  },
  { kind: 'when', flag: 'hasDiscount', blocks: [paragraph('Скидка: ', field('discount'))] },
];

const totals: readonly Block[] = [
  {
    kind: 'labelled',
    rows: [
      ['Итого', [field('total.sum')]],
      ['В том числе НДС', [field('total.vat')]],
      ['Всего к оплате', [field('total.payable')]],
    ],
  },
  paragraph('Всего наименований ', field('total.count'), ', на сумму ', field('total.payable'), ' руб.'),
  paragraph(field('total.words')),
  paragraph('Руководитель ______________ ', field('seller.director')),
  paragraph('Главный бухгалтер ______________ ', field('seller.accountant')),
];

const header: readonly Piece[] = [field('seller.name'), ', ИНН ', field('seller.inn')];
const footer: readonly Piece[] = ['Документ № ', field('number'), ' от ', field('date')];
const base = { isLandscape: false, header, footer };

const sevenColumns = columns(
  ['№', 'no'],
  ['Наименование', 'name'],
  ['Ед.', 'unit'],
  ['Кол-во', 'quantity'],
  ['Цена', 'price'],
  ['НДС', 'vat'],
  ['Сумма', 'sum'],
);

const twelveColumns = columns(
  ['№', 'no'],
  ['Наименование', 'name'],
  ['Код', 'code'],
  ['Ед.', 'unit'],
  ['Код ед.', 'unitCode'],
  ['Количество', 'quantity'],
  ['Цена', 'price'],
  ['Без налога', 'net'],
  ['Ставка', 'vatRate'],
  ['Налог', 'vat'],
  ['С налогом', 'sum'],
  ['Страна', 'country'],
);

export const INVOICE: Form = {
  ...base,
  name: 'invoice',
  blocks: [
    title('Счет на оплату № ', field('number'), ' от ', field('date')),
    party('Поставщик', 'seller'),
    party('Покупатель', 'buyer'),
    ...conditions,
    { kind: 'lines', list: 'lines', columns: sevenColumns },
    ...totals,
    { kind: 'picture', field: 'qr' },
  ],
};

const wide = (name: string, heading: string): Form => ({
  ...base,
  name,
  isLandscape: true,
  blocks: [
    title(heading, field('number'), ' от ', field('date')),
    party('Продавец', 'seller'),
    party('Покупатель', 'buyer'),
    ...conditions,
    { kind: 'lines', list: 'lines', columns: twelveColumns },
    ...totals,
  ],
});

export const WAYBILL = wide('waybill', 'Товарная накладная № ');
export const FACTURA = wide('factura', 'Счет-фактура № ');

export const ACT: Form = {
  ...base,
  name: 'act',
  blocks: [
    title('Акт № ', field('number'), ' от ', field('date')),
    party('Исполнитель', 'seller'),
    party('Заказчик', 'buyer'),
    { kind: 'lines', list: 'lines', columns: sevenColumns },
    ...totals,
    paragraph('Работы выполнены полностью и в срок. Заказчик претензий не имеет.'),
  ],
};

export const LETTER: Form = {
  ...base,
  name: 'letter',
  blocks: [
    paragraph('Исх. № ', field('number'), ' от ', field('date')),
    paragraph(field('buyer.name'), ', ', field('buyer.address')),
    title('О направлении документов'),
    paragraph('Направляем документы по договору ', field('contract.number'), ' от ', field('contract.date'), '.'),
    { kind: 'lines', list: 'lines', columns: columns(['№', 'no'], ['Документ', 'name'], ['Сумма', 'sum']) },
    paragraph('С уважением, ', field('seller.director'), ', ', field('seller.phone')),
  ],
};

/** Clauses of the contract: about five pages, some sixty fields in all. */
const CLAUSE =
  'Стороны договорились, что обязательства исполняются надлежащим образом и в установленные сроки, а односторонний отказ от их исполнения не допускается, ' +
  'за исключением случаев, предусмотренных законом и настоящим договором. Уведомления направляются в письменной форме по адресам, указанным в разделе о реквизитах сторон. ' +
  'Ответственность сторон определяется действующим законодательством. ';
const CLAUSE_FIELDS = [
  'seller.name',
  'buyer.name',
  'contract.number',
  'delivery.date',
  'total.payable',
  'delivery.address',
];

const clause = (number: number): Block =>
  paragraph(
    `${Math.ceil(number / 6)}.${number}. `,
    field(CLAUSE_FIELDS[number % CLAUSE_FIELDS.length] ?? 'number'),
    `: ${CLAUSE.repeat(1 + (number % 2))}`,
    ...(number % 3 === 0 ? ['Дата: ', field('date'), '.'] : []),
  );

export const CONTRACT: Form = {
  ...base,
  name: 'contract',
  blocks: [
    title('Договор поставки № ', field('contract.number')),
    paragraph('г. Санкт-Петербург, ', field('contract.date')),
    paragraph(
      field('seller.name'),
      ' в лице ',
      field('seller.director'),
      ' и ',
      field('buyer.name'),
      ' в лице ',
      field('buyer.director'),
    ),
    ...conditions,
    ...Array.from({ length: 24 }, (_, index) => clause(index + 1)),
    party('Поставщик', 'seller'),
    party('Покупатель', 'buyer'),
    paragraph('Поставщик ______________ ', field('seller.director')),
    paragraph('Покупатель ______________ ', field('buyer.director')),
  ],
};
