import type { IsoDate, IsoInstant } from '../../kernel/date.ts';
import { moneyToDecimal, type Kopecks } from '../../kernel/money.ts';
import { vatPercent } from '../../kernel/vat.ts';
import type { OneCLine, OneCPaper } from '../exchange-1c/paper.ts';
import { recordUuid } from '../exchange-1c/record-id.ts';
import { leaf, node, type XmlNode } from '../exchange-1c/xml-node.ts';
import type { Party } from '../party/party.ts';
import { unitByCode, unitByName } from '../units/okei.ts';

const root = (madeAt: IsoInstant, ...children: readonly XmlNode[]): XmlNode =>
  node(
    'КоммерческаяИнформация',
    { xmlns: 'urn:1C.ru:commerceml_2', ВерсияСхемы: '2.10', ДатаФормирования: madeAt.slice(0, 19) },
    ...children,
  );

const optional = (name: string, text: string): XmlNode | null => (text === '' ? null : leaf(name, text));

const isNatural = ({ kind }: Party): boolean => kind === 'ip' || kind === 'npd' || kind === 'person';

/** A company by its official name, a person by the full one (formats/README.md §3). */
const partyNode = (name: string, party: Party, role: string): XmlNode =>
  node(
    name,
    {},
    leaf('Ид', recordUuid('party', party.id)),
    leaf('Наименование', party.shortName || party.fullName),
    ...(isNatural(party)
      ? [leaf('ПолноеНаименование', party.fullName), optional('ИНН', party.inn)]
      : [leaf('ОфициальноеНаименование', party.fullName), optional('ИНН', party.inn), optional('КПП', party.kpp)]),
    optional('Роль', role),
  );

const unitNode = (unitCode: string, unitName: string): XmlNode => {
  const unit = unitByCode(unitCode) ?? unitByName(unitName) ?? { code: '796', name: 'шт' };
  return { ...leaf('БазоваяЕдиница', unit.name), attributes: { Код: unit.code, НаименованиеПолное: unit.name } };
};

const productId = (code: string, name: string, kind: OneCLine['kind'] = 'goods'): string =>
  recordUuid('product', code === '' ? `${kind}:${name}` : code);

const lineNode = (line: OneCLine): XmlNode =>
  node(
    'Товар',
    {},
    leaf('Ид', productId(line.code, line.product, line.kind)),
    optional('Артикул', line.code),
    leaf('Наименование', line.product),
    unitNode(line.unitCode, line.unitName),
    leaf('ЦенаЗаЕдиницу', moneyToDecimal(line.price)),
    leaf('Количество', line.quantity),
    leaf('Сумма', moneyToDecimal(line.gross)),
    line.rate === 'none' ? null : node('Налоги', {}, taxNode(line.vat, String(vatPercent(line.rate)))),
  );

const taxNode = (vat: Kopecks, rate: string): XmlNode =>
  node(
    'Налог',
    {},
    leaf('Наименование', 'НДС'),
    leaf('УчтеноВСумме', 'true'),
    leaf('Сумма', moneyToDecimal(vat)),
    optional('Ставка', rate),
  );

const OPERATIONS: Readonly<Partial<Record<OneCPaper['role'], string>>> = {
  order: 'Счет на оплату',
  sale: 'Отпуск товара',
  factura: 'Счет-фактура',
};

const documentNode = (paper: OneCPaper): XmlNode =>
  node(
    'Документ',
    {},
    leaf('Ид', recordUuid(paper.role, paper.id)),
    leaf('Номер', paper.number),
    leaf('Дата', paper.date),
    leaf('ХозОперация', OPERATIONS[paper.role] ?? 'Прочие'),
    leaf('Роль', 'Продавец'),
    leaf('Валюта', '643'),
    leaf('Курс', '1'),
    leaf('Сумма', moneyToDecimal(paper.sum)),
    node('Контрагенты', {}, partyNode('Контрагент', paper.party, 'Покупатель')),
    optional('Комментарий', paper.comment),
    paper.vat === 0n ? null : node('Налоги', {}, taxNode(paper.vat, '')),
    node('Товары', {}, ...paper.lines.map(lineNode)),
  );

/** orders.xml of CommerceML 2.10 for other programs of 1C (УТ, УНФ, Розница); Бухгалтерия takes EnterpriseData. */
export const ordersFile = (papers: readonly OneCPaper[], madeAt: IsoInstant): XmlNode =>
  root(madeAt, ...papers.map(documentNode));

/** A new price of a product. */
export type ProductPrice = {
  readonly code: string;
  readonly name: string;
  readonly unitName: string;
  readonly price: Kopecks;
};

const PRICE_TYPE = 'Отпускная';

/** New prices for 1C as a package of offers that carries changes only (TUR-58, TUR-93). */
export const pricesFile = (
  owner: Party,
  prices: readonly ProductPrice[],
  validFrom: IsoDate,
  madeAt: IsoInstant,
): XmlNode => {
  const priceType = recordUuid('product', `price:${PRICE_TYPE}:${owner.id}`);
  return root(
    madeAt,
    node(
      'ПакетПредложений',
      { СодержитТолькоИзменения: 'true' },
      leaf('Наименование', `Изменение цен с ${validFrom}`),
      leaf('ИдКаталога', recordUuid('organisation', owner.id)),
      leaf('ДействительноС', validFrom),
      partyNode('Владелец', owner, ''),
      node(
        'ТипыЦен',
        {},
        node('ТипЦены', {}, leaf('Ид', priceType), leaf('Наименование', PRICE_TYPE), leaf('Валюта', '643')),
      ),
      node(
        'Предложения',
        {},
        ...prices.map(({ code, name, unitName, price }) =>
          node(
            'Предложение',
            {},
            leaf('Ид', productId(code, name)),
            optional('Артикул', code),
            leaf('Наименование', name),
            unitNode('', unitName),
            node(
              'Цены',
              {},
              node(
                'Цена',
                {},
                leaf('ИдТипаЦены', priceType),
                leaf('ЦенаЗаЕдиницу', moneyToDecimal(price)),
                leaf('Валюта', '643'),
              ),
            ),
          ),
        ),
      ),
    ),
  );
};
