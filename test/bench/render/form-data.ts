import type { FormData } from './form.ts';

const NBSP = '\u00A0';
const NAMES = [
  'Бумага офисная А4, 80 г/м², 500 листов',
  'Картридж для лазерного принтера',
  'Услуги по доставке до склада покупателя',
  'Кабель «витая пара» 5e & разъемы',
  'Стул <Офис-Комфорт> с регулировкой высоты',
] as const;

/** Kopecks as they are printed, for example «1 250,40». */
function money(kopecks: number): string {
  const roubles = String(Math.trunc(kopecks / 100)).replaceAll(/\B(?=(\d{3})+$)/g, NBSP);
  return `${roubles},${String(kopecks % 100).padStart(2, '0')}`;
}

const party = (name: string, seed: number) => ({
  name,
  inn: `78${String(40_000_000 + seed * 7)}`,
  kpp: '784001001',
  address: `190000, г. Санкт-Петербург, ул. Каталожная, д. ${seed}, лит. А, помещ. 12-Н`,
  bank: 'Северо-Западный банк ПАО «Сбербанк»',
  bik: '044030653',
  account: `4070281069990000${String(seed).padStart(4, '0')}`,
  phone: '+7 812 000-00-12',
  director: 'Соколова А. В.',
  accountant: 'Орлов И. П.',
});

/** The data of one order; all values are texts ready for print. `variant` makes orders different from each other. */
export function orderData(rows: number, variant: number): FormData {
  const lines = Array.from({ length: rows }, (_, index) => {
    const quantity = ((index * 7 + variant) % 90) + 1;
    const price = 10_000 + ((index * 7919 + variant * 104_729) % 990_000);
    const net = quantity * price;
    return {
      no: String(index + 1),
      name: `${NAMES[(index + variant) % NAMES.length]} ${index % 40}`,
      code: `АРТ-${1000 + ((index * 13) % 700)}`,
      unit: index % 3 === 0 ? 'усл.' : 'шт',
      unitCode: '796',
      quantity: `${quantity},000`,
      price: money(price),
      net: money(net),
      vatRate: '22%',
      vat: money(Math.round(net * 0.22)),
      sum: money(Math.round(net * 1.22)),
      country: 'Россия',
      kopecks: Math.round(net * 1.22),
    };
  });
  const total = lines.reduce((sum, { kopecks }) => sum + kopecks, 0);
  return {
    number: `${variant + 1}-${rows}`,
    date: '21.11.2026',
    seller: party('ООО «Северный каталог»', 3),
    buyer: party('АО «Ромашка & сыновья»', 40 + variant),
    hasContract: true,
    contract: { number: `12/26-${variant}`, date: '01.02.2026' },
    hasDelivery: true,
    delivery: { address: 'г. Санкт-Петербург, склад № 4', date: '25.11.2026' },
    hasDiscount: false,
    discount: 'нет',
    lines: lines.map(({ kopecks: _kopecks, ...line }) => line),
    total: {
      sum: money(total),
      vat: money(Math.round((total * 22) / 122)),
      payable: money(total),
      count: String(rows),
      words: 'Сто тридцать тысяч пятьсот рублей 00 копеек',
    },
  };
}
