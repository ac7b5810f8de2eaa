import { accountIn } from './banks.ts';
import { accountant, at, companyName, head, reachedAt, taxedAs, type OrganisationInput } from './cards.ts';

const VAT_REFORM = '2026-01-01';

/** Our five companies, one per business (product.md §8.1). Registration years agree with their ОГРН. */
export const ORGANISATIONS = {
  meat: {
    ...companyName('ООО', 'Заречный мясной двор'),
    business: 'meat',
    city: 'г. Тула',
    inn: '7199001014',
    kpp: '719901001',
    ogrn: '1247199001015',
    ogrnDate: '2024-02-05',
    ...at('300990, Тульская область, г. Тула, ул. Мясозаводская, д. 1'),
    ...reachedAt(1, 'office.meat', 'Белова Вера Аркадьевна'),
    ...taxedAs('osno'),
    bankAccounts: accountIn('044525225', '40702810799990000101'),
    signatories: [head('Кожемяка Тарас Витальевич', 'm'), accountant('Живаго Римма Адамовна', 'f')],
    nextNumbers: { invoice: 1204, contract: 37, factura: 846, act: 312, waybill: 518 },
  },
  souvenirs: {
    ...companyName('ООО', 'Яркий знак'),
    business: 'souvenirs',
    city: 'г. Москва',
    inn: '7799002027',
    kpp: '779901001',
    ogrn: '1237799002022',
    ogrnDate: '2023-06-14',
    ...at('109990, г. Москва, ул. Типографская, д. 2, стр. 2, пом. 7'),
    ...reachedAt(2, 'office.sign', 'Белова Вера Аркадьевна'),
    // Income of 2025 passed 20 million: exempt before, 5 % since the reform (documents.md §2.1).
    taxPeriods: [
      { regime: 'usnExempt', validTo: '2025-12-31' },
      { regime: 'usn5', validFrom: VAT_REFORM },
    ],
    bankAccounts: accountIn('044525104', '40702810399990000202'),
    signatories: [
      head('Черных Алиса Робертовна', 'f', { position: 'Директор' }),
      accountant('Дьяконова Нина Львовна', 'f'),
    ],
    nextNumbers: { invoice: 214, contract: 19, factura: 97, act: 64 },
  },
  catalogue: {
    ...companyName('ООО', 'Северный каталог'),
    business: 'catalogue',
    city: 'г. Санкт-Петербург',
    inn: '7899003031',
    kpp: '789901001',
    ogrn: '1227899003034',
    ogrnDate: '2022-09-20',
    ...at('190990, г. Санкт-Петербург, ул. Каталожная, д. 3, лит. А, офис 303'),
    ...reachedAt(3, 'office.catalogue', 'Белова Вера Аркадьевна'),
    ...taxedAs('osno'),
    bankAccounts: accountIn('044030653', '40702810699990000303'),
    signatories: [head('Шевчук Глеб Маркович', 'm'), accountant('Кавун Эмма Яновна', 'f')],
    nextNumbers: { invoice: 3120, contract: 88, factura: 2764, act: 140, waybill: 905 },
  },
  freight: {
    ...companyName('ООО', 'Волга-Экспедиция'),
    business: 'freight',
    city: 'г. Нижний Новгород',
    inn: '5299004047',
    kpp: '529901001',
    ogrn: '1215299004040',
    ogrnDate: '2021-03-11',
    ...at('603990, Нижегородская область, г. Нижний Новгород, наб. Грузовая, д. 4, офис 44'),
    ...reachedAt(4, 'office.volga', 'Белова Вера Аркадьевна'),
    ...taxedAs('osno'),
    forwarderRegistryNumber: 'РЭ-52-000047',
    bankAccounts: accountIn('044525593', '40702810999990000404'),
    signatories: [head('Белоконь Родион Тимурович', 'm'), accountant('Мокрых Зинаида Карповна', 'f')],
    nextNumbers: { invoice: 1188, contract: 52, factura: 1031, act: 77, waybill: 640 },
  },
  furniture: {
    ...companyName('ООО', 'Мастерская Верстак'),
    business: 'furniture',
    city: 'г. Тверь',
    inn: '6999005055',
    kpp: '699901001',
    ogrn: '1206999005058',
    ogrnDate: '2020-10-02',
    ...at('170990, Тверская область, г. Тверь, пр-д Столярный, д. 5, корп. 1'),
    ...reachedAt(5, 'office.verstak', 'Белова Вера Аркадьевна'),
    taxPeriods: [
      { regime: 'usn5', validFrom: '2025-01-01', validTo: '2025-12-31' },
      { regime: 'usn7', validFrom: VAT_REFORM },
    ],
    bankAccounts: accountIn('044525092', '40702810799990000505'),
    signatories: [
      head('Гриценко Валерия Юльевна', 'f', { position: 'Директор' }),
      accountant('Соловей Инга Марковна', 'f'),
    ],
    nextNumbers: { invoice: 301, contract: 24, factura: 188, act: 59, waybill: 73 },
  },
} as const satisfies Readonly<Record<string, OrganisationInput>>;

export type OrganisationKey = keyof typeof ORGANISATIONS;
