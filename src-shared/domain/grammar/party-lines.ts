import { joinPresent } from '../../kernel/text.ts';
import { mainAccountOf } from '../party/main-account.ts';
import type { BankAccount, Party } from '../party/party.ts';
import { isTreasuryAccount } from '../requisites/bank-account.ts';
import { foreignTaxIdLabel } from '../requisites/foreign-tax-id.ts';

export type LabelledLine = { readonly label: string; readonly value: string };

const labelled = (label: string, value: string): string => (value ? `${label} ${value}` : '');

const nameOf = (party: Party): string => party.shortName || party.fullName;

/** «7707083893/773601001»; an ИП has no КПП and no slash; a foreigner has the number of his own country. */
export const innKpp = (party: Party): string => {
  if (party.kind === 'foreign') return party.inn ? joinPresent([party.inn, party.kpp], '/') : party.foreignTaxId;
  return joinPresent([party.inn, party.kpp], '/');
};

const taxIds = (party: Party): string[] => [
  labelled('ИНН', party.inn),
  labelled('КПП', party.kpp),
  party.kind === 'foreign' ? labelled(foreignTaxIdLabel(party.countryCode), party.foreignTaxId) : '',
];

/** «ООО «Ромашка», ИНН 7707083893, КПП 773601001». */
export const nameInnKpp = (party: Party): string => joinPresent([nameOf(party), ...taxIds(party)]);

/** Name and address of lines 3 and 4 of a счет-фактура: the place where goods are, else the legal address. */
export const nameAddress = (party: Party): string =>
  joinPresent([nameOf(party), party.actualAddress || party.postalAddress || party.legalAddress]);

const bankName = (account: BankAccount): string => joinPresent([account.bankName, account.bankCity]);

/** Labels of the two accounts: the treasury has its own words. */
const accountLabels = (account: BankAccount): { account: string; corr: string } =>
  isTreasuryAccount(account.account) ? { account: 'казначейский счет', corr: 'ЕКС' } : { account: 'р/с', corr: 'к/с' };

const bankParts = (account: BankAccount): string[] => {
  const labels = accountLabels(account);
  return [
    labelled(labels.account, account.account),
    labelled('в', bankName(account)),
    labelled('БИК', account.bic),
    labelled(labels.corr, account.corrAccount),
  ];
};

/** All in one line for invoices and transport papers: name, ИНН, КПП, address, phone, bank (documents.md §3.1). */
export const requisitesLine = (party: Party, account: BankAccount | null = mainAccountOf(party)): string =>
  joinPresent([
    nameOf(party),
    ...taxIds(party),
    party.legalAddress,
    labelled('тел.', party.phone),
    ...(account ? bankParts(account) : []),
  ]);

/** Label and value lines of the last section of a contract; what the card lacks is left out. */
export const requisitesBlock = (party: Party, account: BankAccount | null = mainAccountOf(party)): LabelledLine[] => {
  const labels = account ? accountLabels(account) : null;
  const lines: LabelledLine[] = [
    { label: 'Адрес', value: party.legalAddress },
    { label: 'Почтовый адрес', value: party.postalAddress === party.legalAddress ? '' : party.postalAddress },
    { label: 'ИНН', value: party.inn },
    { label: 'КПП', value: party.kpp },
    { label: foreignTaxIdLabel(party.countryCode), value: party.kind === 'foreign' ? party.foreignTaxId : '' },
    { label: party.kind === 'ip' ? 'ОГРНИП' : 'ОГРН', value: party.ogrn },
    { label: labels?.account === 'р/с' ? 'Расчетный счет' : 'Казначейский счет', value: account?.account ?? '' },
    { label: 'Банк', value: account ? bankName(account) : '' },
    { label: 'БИК', value: account?.bic ?? '' },
    { label: labels?.corr === 'к/с' ? 'Корр. счет' : 'ЕКС', value: account?.corrAccount ?? '' },
    { label: 'Телефон', value: party.phone },
    { label: 'E-mail', value: party.email },
  ];
  return lines.filter((line) => line.value !== '');
};
