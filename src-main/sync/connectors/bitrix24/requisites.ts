import { plainText } from '#shared/domain/crm/plain-text.ts';
import type { CrmBankAccount, CrmRequisites } from '#shared/domain/crm/row.ts';
import type { JsonObject } from '#shared/domain/crm/json.ts';
import { z } from 'zod';
import { idText, text } from './wire.ts';

const requisite = z.looseObject({
  ID: idText,
  ENTITY_TYPE_ID: text,
  ENTITY_ID: text,
  NAME: text,
  XML_ID: text,
  DATE_MODIFY: text,
  RQ_COMPANY_NAME: text,
  RQ_COMPANY_FULL_NAME: text,
  RQ_NAME: text,
  RQ_LAST_NAME: text,
  RQ_FIRST_NAME: text,
  RQ_SECOND_NAME: text,
  RQ_INN: text,
  RQ_KPP: text,
  RQ_OGRN: text,
  RQ_OGRNIP: text,
  RQ_OKPO: text,
  RQ_DIRECTOR: text,
  RQ_CEO_NAME: text,
  RQ_CEO_WORK_POS: text,
  RQ_BASE_DOC: text,
});
export type Requisite = z.infer<typeof requisite>;

const bankDetail = z.looseObject({
  ID: idText,
  ENTITY_ID: text,
  NAME: text,
  XML_ID: text,
  RQ_BANK_NAME: text,
  RQ_BANK_ADDR: text,
  RQ_BIK: text,
  RQ_ACC_NUM: text,
  RQ_COR_ACC_NUM: text,
});
export type BankDetail = z.infer<typeof bankDetail>;

const address = z.looseObject({
  TYPE_ID: text,
  ENTITY_ID: text,
  ADDRESS_1: text,
  ADDRESS_2: text,
  CITY: text,
  POSTAL_CODE: text,
  REGION: text,
  PROVINCE: text,
});
type Address = z.infer<typeof address>;

const parsedRows =
  <T>(schema: z.ZodType<T>) =>
  (rows: readonly JsonObject[]): readonly T[] =>
    rows.flatMap((row) => {
      const parsed = schema.safeParse(row);
      return parsed.success ? [parsed.data] : [];
    });

export const parseRequisites = parsedRows(requisite);
export const parseBankDetails = parsedRows(bankDetail);
export const parseAddresses = parsedRows(address);

/** Kinds of addresses (`crm.enum.addresstype`). */
export const LEGAL_ADDRESS = '6';
const REGISTRATION_ADDRESS = '4';
const ACTUAL_ADDRESS = '1';
const POSTAL_ADDRESS = '8';

/** A set of requisites with its accounts and addresses. ИНН of 12 digits is a person; one with ОГРНИП an entrepreneur. */
export const requisitesOf = (
  own: Requisite,
  banks: readonly BankDetail[],
  addresses: readonly Address[],
): CrmRequisites => {
  const inn = own.RQ_INN.trim();
  const isIp = own.RQ_OGRNIP !== '' || (inn.length === 12 && own.RQ_OGRN.length === 15);
  const kind = isIp ? 'ip' : inn.length === 12 || own.RQ_COMPANY_NAME === '' ? personOrOrg(own) : 'org';
  const person = [own.RQ_LAST_NAME, own.RQ_FIRST_NAME, own.RQ_SECOND_NAME].filter(Boolean).join(' ');
  const mine = addresses.filter(({ ENTITY_ID }) => ENTITY_ID === own.ID);
  const addressOf = (...types: readonly string[]): string =>
    types
      .map((type) => mine.find(({ TYPE_ID }) => TYPE_ID === type))
      .map((found) => (found ? addressText(found) : ''))
      .find(Boolean) ?? '';
  const shortName = plainText(own.RQ_COMPANY_NAME || own.RQ_NAME || person || own.RQ_COMPANY_FULL_NAME);
  return {
    id: own.ID,
    kind,
    shortName: kind === 'ip' && !/^ип\s/iu.test(shortName) && shortName !== '' ? `ИП ${shortName}` : shortName,
    fullName: plainText(own.RQ_COMPANY_FULL_NAME || own.RQ_COMPANY_NAME || person || own.RQ_NAME),
    inn,
    kpp: own.RQ_KPP.trim(),
    ogrn: (own.RQ_OGRNIP || own.RQ_OGRN).trim(),
    okpo: own.RQ_OKPO.trim(),
    legalAddress: addressOf(LEGAL_ADDRESS, REGISTRATION_ADDRESS),
    actualAddress: addressOf(ACTUAL_ADDRESS),
    postalAddress: addressOf(POSTAL_ADDRESS),
    headName: plainText(own.RQ_CEO_NAME || own.RQ_DIRECTOR || (kind === 'org' ? '' : person)),
    headPosition: plainText(own.RQ_CEO_WORK_POS),
    headBasis: plainText(own.RQ_BASE_DOC),
    accounts: banks.filter(({ ENTITY_ID }) => ENTITY_ID === own.ID).map(accountOf),
  };
};

const personOrOrg = (own: Requisite): 'person' | 'org' =>
  own.RQ_INN.length === 10 || own.RQ_KPP !== '' || own.RQ_COMPANY_FULL_NAME !== '' ? 'org' : 'person';

const accountOf = (own: BankDetail, index: number): CrmBankAccount => ({
  id: own.ID,
  account: own.RQ_ACC_NUM.replaceAll(/\s/gu, ''),
  bic: own.RQ_BIK.replaceAll(/\s/gu, ''),
  bankName: plainText(own.RQ_BANK_NAME || own.NAME),
  bankCity: /(?:^|\s)(г\.?\s*[\p{Lu}][\p{L}-]+)/u.exec(own.RQ_BANK_ADDR)?.[1] ?? '',
  corrAccount: own.RQ_COR_ACC_NUM.replaceAll(/\s/gu, ''),
  isMain: index === 0,
});

const addressText = (own: Address): string =>
  [own.POSTAL_CODE, own.REGION || own.PROVINCE, own.CITY, own.ADDRESS_1, own.ADDRESS_2]
    .map((part) => plainText(part))
    .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
    .join(', ');
