import { catalogueLines } from '#shared/demo/catalogue-goods.ts';
import { SERVICE_NAMES, type Business, type Line } from '../business/business.ts';
import type { Fields } from '../http/values.ts';
import { employeeRef, roubles, rowsOf, uuid, type Base } from './ids.ts';
import { refTo, type Ref } from './refs.ts';

/** All goods of the catalogue, each once, and one service per business that sells services. */
const STOCK = catalogueLines(0, 31);
const SERVICES = Object.values(SERVICE_NAMES);

export const assortmentOf = (line: Line): Ref =>
  line.isService
    ? refTo('service', uuid('service', Math.max(0, SERVICES.indexOf(line.name))))
    : refTo(
        'product',
        uuid(
          'product',
          Math.max(
            0,
            STOCK.findIndex(({ code }) => code === line.code),
          ),
        ),
      );

const UOMS: readonly (readonly [string, string])[] = [
  ['шт', '796'],
  ['компл', '839'],
  ['упак', '778'],
  ['набор', '704'],
  ['кг', '166'],
];
const CHANNELS: readonly (readonly [string, string])[] = [
  ['Сайт', 'ECOMMERCE'],
  ['Маркетплейс', 'MARKETPLACE'],
  ['Менеджер', 'DIRECT_SALES'],
];

const bareGoods = (firstDay: number): Fields => ({
  created: firstDay,
  updated: firstDay,
  archived: false,
  pathName: '',
  vat: 22,
  vatEnabled: true,
  useParentVat: false,
  effectiveVat: 22,
  effectiveVatEnabled: true,
  discountProhibited: false,
});

export const baseDirectories = (business: Business): readonly (readonly [string, Base])[] => {
  const firstDay = business.placedAt(0);
  return [
    [
      'product',
      rowsOf('product', STOCK.length, (index) => {
        const goods = STOCK[index];
        const value = Math.round(Number(goods?.price ?? 0) * 100);
        return {
          ...bareGoods(firstDay),
          owner: employeeRef(0),
          name: goods?.name ?? '',
          code: goods?.code ?? '',
          externalCode: goods?.code ?? '',
          article: goods?.code ?? '',
          uom: refTo(
            'uom',
            uuid(
              'uom',
              UOMS.findIndex(([unit]) => unit === goods?.unit),
            ),
          ),
          salePrices: [{ value, currency: roubles.currency }],
          trackingType: 'NOT_TRACKED',
          variantsCount: 0,
        };
      }),
    ],
    [
      'service',
      rowsOf('service', SERVICES.length, (index) => ({
        ...bareGoods(firstDay),
        owner: employeeRef(0),
        name: SERVICES[index],
        code: 'У-001',
        externalCode: `service-${index}`,
        salePrices: [{ value: 350_000, currency: roubles.currency }],
      })),
    ],
    [
      'store',
      rowsOf('store', 1, () => ({
        name: 'Основной склад',
        externalCode: 'main',
        archived: false,
        pathName: '',
        updated: firstDay,
        owner: employeeRef(0),
      })),
    ],
    ['group', rowsOf('group', 1, () => ({ name: 'Основной', index: 0, group: undefined }))],
    [
      'currency',
      rowsOf('currency', 1, () => ({
        system: true,
        name: 'руб',
        fullName: 'Российский рубль',
        rate: 1,
        multiplicity: 1,
        indirect: false,
        rateUpdateType: 'manual',
        code: '643',
        isoCode: 'RUB',
        archived: false,
        default: true,
        majorUnit: { gender: 'masculine', s1: 'рубль', s2: 'рубля', s5: 'рублей' },
        minorUnit: { gender: 'feminine', s1: 'копейка', s2: 'копейки', s5: 'копеек' },
      })),
    ],
    [
      'uom',
      rowsOf('uom', UOMS.length, (index) => ({
        name: UOMS[index]?.[0],
        code: UOMS[index]?.[1],
        externalCode: UOMS[index]?.[1],
        description: UOMS[index]?.[0],
        updated: firstDay,
      })),
    ],
    ['country', rowsOf('country', 1, () => ({ name: 'Россия', code: '643', externalCode: '643', updated: firstDay }))],
    [
      'saleschannel',
      rowsOf('saleschannel', CHANNELS.length, (index) => ({
        name: CHANNELS[index]?.[0],
        type: CHANNELS[index]?.[1],
        archived: false,
        externalCode: `channel-${index}`,
        updated: firstDay,
      })),
    ],
  ];
};
