import type { SchemaFault } from './check-message.ts';

type PlantedFault = {
  readonly name: string;
  readonly code: SchemaFault['code'];
  readonly plant: (xml: string) => string;
};

const swap =
  (found: string | RegExp, put: string) =>
  (xml: string): string =>
    xml.replace(found, put);

const inObject =
  (type: string, plant: (object: string) => string) =>
  (xml: string): string =>
    xml.replace(new RegExp(`<${type}>.*?</${type}>`, 'su'), (object) => plant(object));

const SALE = 'Документ.РеализацияТоваровУслуг';
const FACTURA = 'Документ.СчетФактураВыданный';
const PURCHASE = 'Документ.ПоступлениеТоваровУслуг';
const PRODUCT = 'Справочник.Номенклатура';

/** Mistakes an exporter may make, each with the kind of fault the checker must name. */
export const plantedFaults: readonly PlantedFault[] = [
  { name: 'no body namespace', code: 'envelope', plant: swap(/<Body xmlns="[^"]*"/u, '<Body') },
  { name: 'other version in the body', code: 'envelope', plant: swap(/(<Body xmlns="[^"]*)1\.17"/u, '$11.20"') },
  { name: 'no format in the header', code: 'envelope', plant: swap(/<msg:Format>.*?<\/msg:Format>/u, '') },
  {
    name: 'no available version',
    code: 'envelope',
    plant: swap(/<msg:AvailableVersion>.*?<\/msg:AvailableVersion>/u, ''),
  },
  {
    name: 'header after the body',
    code: 'envelope',
    plant: swap(/(<msg:Header>.*?<\/msg:Header>)\s*(<Body.*<\/Body>)/su, '$2$1'),
  },
  {
    name: 'object type without a rule',
    code: 'unknown',
    plant: (xml) => xml.replaceAll('Документ.ЗаказКлиента>', 'Документ.СчетПокупателюНаОплату>'),
  },
  {
    name: 'unknown element in a card',
    code: 'unknown',
    plant: swap('<КлючевыеСвойства>', '<Код>1</Код><КлючевыеСвойства>'),
  },
  { name: 'unknown element in a line', code: 'unknown', plant: swap('<Количество>', '<Скидка>1</Скидка><Количество>') },
  { name: 'child inside a text', code: 'unknown', plant: swap(/<ИНН>(\d+)<\/ИНН>/u, '<ИНН><Код>$1</Код></ИНН>') },
  { name: 'no key properties', code: 'missing', plant: swap(/<КлючевыеСвойства>.*?<\/КлючевыеСвойства>/su, '') },
  { name: 'no number', code: 'missing', plant: inObject(SALE, swap(/<Номер>.*?<\/Номер>/u, '')) },
  { name: 'no date', code: 'missing', plant: inObject(SALE, swap(/<Дата>.*?<\/Дата>/u, '')) },
  { name: 'no currency', code: 'missing', plant: inObject(SALE, swap(/<Валюта>.*?<\/Валюта>/u, '')) },
  {
    name: 'no sort of operation',
    code: 'missing',
    plant: inObject(SALE, swap(/<ВидОперации>.*?<\/ВидОперации>/u, '')),
  },
  {
    name: 'no counterparty',
    code: 'missing',
    plant: inObject(
      SALE,
      swap(
        /<Контрагент>.*?<\/ЮридическоеФизическоеЛицо>(?:<РегистрационныйНомер>\d*<\/РегистрационныйНомер>)?<\/Контрагент>(?=<ДанныеВзаиморасчетов>)/su,
        '',
      ),
    ),
  },
  { name: 'no quantity', code: 'missing', plant: inObject(SALE, swap(/<Количество>.*?<\/Количество>/u, '')) },
  {
    name: 'no basis of a счет-фактура',
    code: 'missing',
    plant: inObject(FACTURA, swap(/<ДокументыОснования>.*<\/ДокументыОснования>/su, '')),
  },
  {
    name: 'no mark of being handed over',
    code: 'missing',
    plant: inObject(FACTURA, swap(/<Выставлен>.*?<\/Выставлен>/u, '')),
  },
  {
    name: 'no kind of product',
    code: 'missing',
    plant: inObject(PRODUCT, swap(/<ТипНоменклатуры>.*?<\/ТипНоменклатуры>/u, '')),
  },
  {
    name: 'no unit of a product',
    code: 'missing',
    plant: inObject(PRODUCT, swap(/<ЕдиницаИзмерения>.*?<\/ЕдиницаИзмерения>/su, '')),
  },
  { name: 'no sort of rate', code: 'missing', plant: swap(/<ВидСтавки>.*?<\/ВидСтавки>/u, '') },
  {
    name: 'name before the reference',
    code: 'order',
    plant: swap(/(<Ссылка>[^<]*<\/Ссылка>)(<Наименование>[^<]*<\/Наименование>)/u, '$2$1'),
  },
  { name: 'sum after the price', code: 'order', plant: swap(/(<Сумма>[^<]*<\/Сумма>)(<Цена>[^<]*<\/Цена>)/u, '$2$1') },
  {
    name: 'lines of a purchase after the currency',
    code: 'order',
    plant: inObject(PURCHASE, swap(/(<Услуги>.*<\/Услуги>)(<Валюта>.*?<\/Валюта>)/su, '$2$1')),
  },
  {
    name: 'number after the company',
    code: 'order',
    plant: inObject(FACTURA, swap(/(<Номер>[^<]*<\/Номер>)(<Дата>[^<]*<\/Дата>)/u, '$2$1')),
  },
  { name: 'two numbers', code: 'repeated', plant: inObject(SALE, swap(/(<Номер>[^<]*<\/Номер>)/u, '$1$1')) },
  {
    name: 'two tables of services',
    code: 'repeated',
    plant: inObject(PURCHASE, swap(/(<Услуги>.*<\/Услуги>)/su, '$1$1')),
  },
  { name: 'sort of operation that does not exist', code: 'enum', plant: swap('РеализацияКлиенту', 'Продажа') },
  { name: 'rate as a word', code: 'enum', plant: swap('<ВидСтавки>Общая<', '<ВидСтавки>НДС22<') },
  { name: 'person of an unknown sort', code: 'enum', plant: swap('>ЮридическоеЛицо<', '>ООО<') },
  { name: 'taxation that does not exist', code: 'enum', plant: swap('>ПродажаОблагаетсяНДС<', '>ОблагаетсяНДС22<') },
  { name: 'ИНН of 13 digits', code: 'length', plant: swap(/<ИНН>\d+/u, '<ИНН>7700000016000') },
  { name: 'КПП of ten characters', code: 'length', plant: swap(/<КПП>\d+/u, '<КПП>7700010010') },
  { name: 'БИК of ten digits', code: 'length', plant: swap(/<БИК>\d+/u, '<БИК>0445252250') },
  { name: 'number of 257 characters', code: 'length', plant: swap(/<Номер>[^<]+/u, `<Номер>${'1'.repeat(257)}`) },
  { name: 'sum with three decimals', code: 'digits', plant: swap(/<Сумма>\d+\.\d\d/u, '<Сумма>1.005') },
  { name: 'sum of sixteen digits', code: 'digits', plant: swap(/<Сумма>\d+\.\d\d/u, '<Сумма>12345678901234.56') },
  { name: 'quantity with four decimals', code: 'digits', plant: swap(/<Количество>[^<]+/u, '<Количество>1.2345') },
  { name: 'sum with a comma', code: 'form', plant: swap(/<Сумма>\d+\.\d\d/u, '<Сумма>1,05') },
  { name: 'date of the Russian form', code: 'form', plant: swap(/<Дата>2026-10-10T00:00:00/u, '<Дата>10.10.2026') },
  { name: 'reference that is no UUID', code: 'form', plant: swap(/<Ссылка>[^<]+/u, '<Ссылка>31') },
  { name: 'truth in Russian', code: 'form', plant: swap(/<Выставлен>true/u, '<Выставлен>Да') },
];
