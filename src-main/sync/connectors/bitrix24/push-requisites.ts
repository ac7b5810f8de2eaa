import type { JsonObject } from '#shared/domain/crm/json.ts';
import type { LookUp, PushOperation, PushOutcome } from '../connector.ts';
import { forRead } from '../call-failure.ts';
import type { Bitrix } from './bitrix.ts';
import { COMPANY, CONTACT, REQUISITE } from './entities.ts';
import { ABSENT, done, found, notSent } from '../push-outcome.ts';
import type { Outcome } from './portal.ts';
import { LEGAL_ADDRESS } from './requisites.ts';
import { rowsIn, text } from './wire.ts';

type Operation = Extract<PushOperation, { kind: 'requisites' }>;

/** Our names → fields of a set of requisites. */
const FIELDS: Readonly<Record<string, string>> = {
  shortName: 'RQ_COMPANY_NAME',
  fullName: 'RQ_COMPANY_FULL_NAME',
  inn: 'RQ_INN',
  kpp: 'RQ_KPP',
  ogrn: 'RQ_OGRN',
  okpo: 'RQ_OKPO',
  headName: 'RQ_DIRECTOR',
};

/** Usual presets of a Russian portal; their ids differ from portal to portal. */
const presetName = (inn: string): RegExp => (inn.length === 12 ? /^(?:ип|индивидуальн)/iu : /организ|юр/iu);

/** The set itself, its legal address and its accounts: each is looked for by its key before it is made. */
export const pushRequisites = async (
  bitrix: Bitrix,
  operation: Operation,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const known = operation.requisites.id === null ? await ownSet(bitrix, operation, signal) : null;
  if (known !== null && !known.ok) return notSent(known.error);
  const knownId = operation.requisites.id ?? (known?.ok ? text.parse(rowsIn(known.value.result, null)[0]?.['ID']) : '');
  const saved =
    knownId === '' ? await addSet(bitrix, operation, signal) : await updateSet(bitrix, knownId, operation, signal);
  if (!saved.ok) return saved.error;
  const id = knownId === '' ? text.parse(saved.value.result) : knownId;
  const details = await saveDetails(bitrix, id, operation, signal);
  return details ?? done(operation.ref, null, { answer: id });
};

const ownerType = (operation: Operation): number => (operation.ref.entity === 'contact' ? CONTACT : COMPANY);

const xmlId = (bitrix: Bitrix, operation: Operation): string => `${bitrix.originator}:${operation.key}`;

const ownSet = (bitrix: Bitrix, operation: Operation, signal: AbortSignal): Promise<Outcome> =>
  bitrix.portal.call(
    {
      method: 'crm.requisite.list',
      params: {
        filter: { XML_ID: xmlId(bitrix, operation), ENTITY_TYPE_ID: ownerType(operation) },
        select: ['ID', 'XML_ID'],
      },
      writes: false,
    },
    signal,
  );

const setFields = ({ requisites }: Operation): Record<string, string> => {
  const isPerson = (requisites.fields['inn'] ?? '').length === 12;
  return Object.fromEntries(
    Object.entries(requisites.fields).flatMap(([name, value]) => {
      const remote = name === 'ogrn' && isPerson ? 'RQ_OGRNIP' : FIELDS[name];
      return remote === undefined ? [] : [[remote, value ?? '']];
    }),
  );
};

const addSet = async (bitrix: Bitrix, operation: Operation, signal: AbortSignal): Promise<Outcome> => {
  const presets = await bitrix.portal.call(
    { method: 'crm.requisite.preset.list', params: { select: ['ID', 'NAME'] }, writes: false },
    signal,
  );
  if (!presets.ok) return presets;
  const all: readonly JsonObject[] = rowsIn(presets.value.result, null);
  const wanted = presetName(operation.requisites.fields['inn'] ?? '');
  const preset = all.find((each) => wanted.test(text.parse(each['NAME']))) ?? all[0];
  const fields = {
    ENTITY_TYPE_ID: ownerType(operation),
    ENTITY_ID: operation.ref.id,
    PRESET_ID: text.parse(preset?.['ID']) || '1',
    NAME: operation.requisites.fields['shortName'] ?? 'Реквизиты',
    XML_ID: xmlId(bitrix, operation),
    ACTIVE: 'Y',
    ...setFields(operation),
  };
  return bitrix.portal.call({ method: 'crm.requisite.add', params: { fields }, writes: true }, signal);
};

const updateSet = (bitrix: Bitrix, id: string, operation: Operation, signal: AbortSignal): Promise<Outcome> =>
  bitrix.portal.call(
    { method: 'crm.requisite.update', params: { id, fields: setFields(operation) }, writes: true },
    signal,
  );

/** Null: all of it is there. */
const saveDetails = async (
  bitrix: Bitrix,
  id: string,
  operation: Operation,
  signal: AbortSignal,
): Promise<PushOutcome | null> => {
  const banks = await bitrix.portal.call(
    { method: 'crm.requisite.bankdetail.list', params: { filter: { ENTITY_ID: id } }, writes: false },
    signal,
  );
  if (!banks.ok) return notSent(banks.error);
  const accounts = rowsIn(banks.value.result, null).map((each) => text.parse(each['RQ_ACC_NUM']));
  for (const [index, own] of operation.requisites.accounts.entries()) {
    if (accounts.includes(own.account)) continue;
    const fields = {
      ENTITY_ID: id,
      COUNTRY_ID: 1,
      NAME: own.bankName || own.account,
      XML_ID: `${xmlId(bitrix, operation)}:${index}`,
      RQ_BANK_NAME: own.bankName,
      RQ_BIK: own.bic,
      RQ_ACC_NUM: own.account,
      RQ_COR_ACC_NUM: own.corrAccount,
    };
    const added = await bitrix.portal.call(
      { method: 'crm.requisite.bankdetail.add', params: { fields }, writes: true },
      signal,
    );
    if (!added.ok) return added.error;
  }
  const address = operation.requisites.fields['legalAddress'];
  return address ? saveAddress(bitrix, id, address, signal) : null;
};

/** Addresses have a natural key: the second `add` of a kind is refused, then it is an update. */
const saveAddress = async (
  bitrix: Bitrix,
  id: string,
  address: string,
  signal: AbortSignal,
): Promise<PushOutcome | null> => {
  const fields = { TYPE_ID: LEGAL_ADDRESS, ENTITY_TYPE_ID: REQUISITE, ENTITY_ID: id, ADDRESS_1: address };
  const added = await bitrix.portal.call({ method: 'crm.address.add', params: { fields }, writes: true }, signal);
  if (added.ok) return null;
  if (added.error.state !== 'refused') return added.error;
  const updated = await bitrix.portal.call({ method: 'crm.address.update', params: { fields }, writes: true }, signal);
  return updated.ok ? null : updated.error;
};

/** A set made by a broken attempt counts only with its accounts: else the operation goes again and finds the set itself. */
export const lookUpRequisites = async (bitrix: Bitrix, operation: Operation, signal: AbortSignal): Promise<LookUp> => {
  const answer = await ownSet(bitrix, operation, signal);
  if (!answer.ok) return forRead(answer.error);
  const id = operation.requisites.id ?? text.parse(rowsIn(answer.value.result, null)[0]?.['ID']);
  if (id === '') return ABSENT;
  const banks = await bitrix.portal.call(
    { method: 'crm.requisite.bankdetail.list', params: { filter: { ENTITY_ID: id } }, writes: false },
    signal,
  );
  if (!banks.ok) return forRead(banks.error);
  const accounts = rowsIn(banks.value.result, null).map((each) => text.parse(each['RQ_ACC_NUM']));
  const hasAll = operation.requisites.accounts.every(({ account }) => accounts.includes(account));
  return hasAll && operation.requisites.id === null ? found(operation.ref) : ABSENT;
};
