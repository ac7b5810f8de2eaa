/** Names and correspondent accounts of the banks in the demo cards (product.md §8.1); БИК are of real banks. */
const BANKS = {
  '044525225': { bankName: 'ПАО Сбербанк', bankCity: 'г. Москва', corrAccount: '30101810400000000225' },
  '044525593': { bankName: 'АО «Альфа-Банк»', bankCity: 'г. Москва', corrAccount: '30101810200000000593' },
  '044525974': { bankName: 'АО «ТБанк»', bankCity: 'г. Москва', corrAccount: '30101810145250000974' },
  '044525187': { bankName: 'Банк ВТБ (ПАО)', bankCity: 'г. Москва', corrAccount: '30101810700000000187' },
  '044525104': { bankName: 'ООО «Банк Точка»', bankCity: 'г. Москва', corrAccount: '30101810745374525104' },
  '044525092': { bankName: 'АО КБ «Модульбанк»', bankCity: 'г. Москва', corrAccount: '30101810645250000092' },
  '044030653': {
    bankName: 'Северо-Западный банк ПАО Сбербанк',
    bankCity: 'г. Санкт-Петербург',
    corrAccount: '30101810500000000653',
  },
  // A budget payer: the unified treasury account stands where a firm has the correspondent one.
  '017003983': {
    bankName: 'Отделение Тула Банка России // УФК по Тульской области',
    bankCity: 'г. Тула',
    corrAccount: '40102810445370000059',
  },
} as const;

export type DemoBic = keyof typeof BANKS;

/** The one account of a demo card. */
export const accountIn = (bic: DemoBic, account: string) => [{ account, bic, ...BANKS[bic] }];
