import type { IsoDate } from '../kernel/date.ts';
import { accountIn } from './banks.ts';
import { at, companyName, entrepreneurName, head, reachedAt, taxedAs, type PartyInput } from './cards.ts';

/** Suppliers, shippers and carriers. `day` gives the date so many days from today. */
export const createCarriers = (day: (offset: number) => IsoDate) =>
  ({
    bumazhnyLes: {
      ...companyName('ООО', 'Бумажный лес'),
      inn: '5099010100',
      kpp: '509901001',
      ogrn: '1135099010100',
      ...at('140990, Московская область, г. Люберцы, ул. Бумажная, д. 10'),
      ...reachedAt(110, 'les', 'Дуб Валентина Егоровна'),
      ...taxedAs('osno'),
      bankAccounts: accountIn('044525225', '40702810999990001010'),
      signatories: [head('Дуб Валентина Егоровна', 'f')],
    },
    // Planted: nobody in the card may sign for it.
    keramika: {
      ...companyName('ООО', 'Керамика Опт'),
      inn: '5099010117',
      kpp: '509901001',
      ogrn: '1195099010116',
      ...at('142990, Московская область, г. Подольск, пр-д Гончарный, д. 11, стр. 1'),
      ...reachedAt(111, 'keramika', 'Печников Савва Дмитриевич'),
      ...taxedAs('osno'),
      bankAccounts: accountIn('044525593', '40702810899990001011'),
      signatories: [],
    },
    stroysnab: {
      ...companyName('ООО', 'СтройСнаб Поволжье'),
      inn: '5299010146',
      kpp: '529901001',
      ogrn: '1175299010149',
      ...at('603991, Нижегородская область, г. Нижний Новгород, ул. Цементная, д. 14'),
      ...reachedAt(114, 'stroysnab', 'Кирпич Роман Ефимович'),
      ...taxedAs('osno'),
      medium: 'scan',
      bankAccounts: accountIn('044525225', '40702810199990001014'),
      signatories: [head('Кирпич Роман Ефимович', 'm')],
    },
    // Planted: the account is 40702810999990001015, two digits were swapped when it was typed.
    zavod: {
      ...companyName('АО', 'Завод Котельных Узлов'),
      inn: '7499010154',
      kpp: '749901001',
      ogrn: '1117499010155',
      ...at('454990, Челябинская область, г. Челябинск, ш. Заводское, д. 15'),
      ...reachedAt(115, 'zavod', 'Котелевская Майя Фёдоровна'),
      ...taxedAs('osno'),
      bankAccounts: accountIn('044525187', '40702810999990001051'),
      signatories: [head('Котелевская Майя Фёдоровна', 'f')],
    },
    avtotrans: {
      ...companyName('ООО', 'Автотранс-Сура'),
      inn: '5899010162',
      kpp: '589901001',
      ogrn: '1165899010166',
      ...at('440990, Пензенская область, г. Пенза, ул. Колёсная, д. 16'),
      ...reachedAt(116, 'sura', 'Тягач Ирина Макаровна'),
      ...taxedAs('osno'),
      carrierRegistryNumber: 'РП-58-000162',
      edoOperator: 'Диадок',
      bankAccounts: accountIn('044525225', '40702810799990001016'),
      signatories: [head('Тягач Ирина Макаровна', 'f')],
    },
    petrosyan: {
      ...entrepreneurName('Петросян', 'Карен', 'Арташесович', 'm'),
      inn: '529901017147',
      ogrn: '315529900101716',
      ogrnDate: '2015-10-16',
      ...at('606990, Нижегородская область, г. Дзержинск, ул. Рейсовая, д. 17, кв. 147'),
      ...reachedAt(117, 'rejs', 'Петросян Карен Арташесович'),
      ...taxedAs('usnExempt'),
      carrierRegistryNumber: 'РП-52-000171',
      edoOperator: 'Диадок',
      medium: 'scan',
      bankAccounts: accountIn('044525974', '40802810799990010171'),
    },
    // Planted: the power of attorney No. 14 ran out twenty days ago.
    magistral: {
      ...companyName('ООО', 'Магистраль-Юг'),
      inn: '6199010183',
      kpp: '619901001',
      ogrn: '1206199010181',
      ...at('344990, Ростовская область, г. Ростов-на-Дону, ул. Трассовая, д. 18'),
      ...reachedAt(118, 'magistral', 'Головня Давид Рубенович'),
      ...taxedAs('osno'),
      carrierRegistryNumber: 'РП-61-000183',
      edoOperator: 'Диадок',
      bankAccounts: accountIn('044525593', '40702810999990001018'),
      signatories: [
        head('Головня Давид Рубенович', 'm', {
          position: 'Исполнительный директор',
          basisType: 'powerOfAttorney',
          basisNumber: '14',
          basisDate: day(-385),
          validFrom: day(-385),
          validTo: day(-20),
        }),
      ],
    },
    minsklogist: {
      kind: 'foreign',
      fullName: 'Общество с ограниченной ответственностью «Минсклогист»',
      shortName: 'ООО «Минсклогист»',
      gender: 'n',
      countryCode: '112',
      foreignTaxId: '199990019',
      ...at('220990, Республика Беларусь, г. Минск, ул. Погрузочная, д. 22'),
      ...reachedAt(122, 'minsk', 'Заяц Янка Казимирович'),
      ...taxedAs('foreign'),
      // «Заяц» loses a vowel: a person typed the forms.
      signatories: [
        head('Заяц Янка Казимирович', 'm', {
          position: 'Директор',
          overrides: {
            fullNameGen: 'Зайца Янки Казимировича',
            fullNameDat: 'Зайцу Янке Казимировичу',
            fullNameAcc: 'Зайца Янку Казимировича',
          },
        }),
      ],
    },
  }) satisfies Record<string, PartyInput>;
