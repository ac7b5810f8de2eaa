import { cleanText } from '../exchange-1c/clean-text.ts';
import { mainAccountOf } from '../party/main-account.ts';
import type { Party, Signatory } from '../party/party.ts';
import { selfSignatory } from '../party/signing.ts';
import { countryByCode } from '../units/countries.ts';
import { leaf, node, type XmlNode } from '../exchange-1c/xml-node.ts';

type Names = Pick<Signatory, 'lastName' | 'firstName' | 'middleName'>;

export const personName = ({ lastName, firstName, middleName }: Names): XmlNode =>
  node('ФИО', { Фамилия: lastName, Имя: firstName, Отчество: middleName });

const RUSSIA = '643';

const identity = (party: Party): XmlNode => {
  const name = cleanText(party.shortName || party.fullName);
  if (party.kind === 'foreign')
    return node('СвИнНеУч', {
      ИдСтат: 'ИО',
      КодСтр: party.countryCode,
      НаимСтран: countryByCode(party.countryCode)?.name ?? '',
      Наим: name,
      Идентиф: party.foreignTaxId,
    });
  const person = selfSignatory(party);
  if (person === null) return node('СвЮЛУч', { НаимОрг: name, ИННЮЛ: party.inn, КПП: party.kpp });
  return party.kind === 'ip'
    ? node('СвИП', { ИННФЛ: party.inn, ОГРНИП: party.ogrn }, personName(person))
    : node('СвФЛУч', { ИННФЛ: party.inn }, personName(person));
};

/** The address as it is printed: the parts of the state register are not kept here. */
const address = (party: Party): XmlNode | null => {
  const text = cleanText(party.legalAddress || party.actualAddress);
  if (text === '') return null;
  const code = party.countryCode || RUSSIA;
  return node(
    'Адрес',
    {},
    node('АдрИнф', { КодСтр: code, НаимСтран: countryByCode(code)?.name ?? 'Россия', АдрТекст: text }),
  );
};

const bank = (party: Party): XmlNode | null => {
  const account = mainAccountOf(party);
  if (account === null) return null;
  const { bankName, bic, corrAccount } = account;
  return node(
    'БанкРекв',
    { НомерСчета: account.account },
    bic === '' ? null : node('СвБанк', { НаимБанк: cleanText(bankName), БИК: bic, КорСчет: corrAccount }),
  );
};

const contact = ({ phone, email }: Party): XmlNode | null =>
  phone === '' && email === ''
    ? null
    : node(
        'Контакт',
        {},
        phone === '' ? null : leaf('Тлф', cleanText(phone)),
        email === '' ? null : leaf('ЭлПочта', cleanText(email)),
      );

/** «УчастникТип»: who, where, through which bank. */
export const participant = (name: string, party: Party): XmlNode =>
  node(name, { ОКПО: party.okpo }, node('ИдСв', {}, identity(party)), address(party), bank(party), contact(party));
