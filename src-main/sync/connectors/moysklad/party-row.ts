import { plainText } from '#shared/domain/crm/plain-text.ts';
import type { JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmBankAccount, CrmRequisites, CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { z } from 'zod';
import { mappedAttributes } from './attributes.ts';
import { poisoned, type RowContext } from './document-row.ts';
import { idOfLink, instantOfMoscow, linked, rowsIn, text, textOrNull } from './wire.ts';

const party = z.looseObject({
  id: z.string(),
  meta: z.looseObject({ uuidHref: z.string().optional() }).optional(),
  name: text,
  companyType: text,
  legalTitle: text,
  legalLastName: text,
  legalFirstName: text,
  legalMiddleName: text,
  inn: text,
  kpp: text,
  ogrn: text,
  ogrnip: text,
  okpo: text,
  legalAddress: text,
  actualAddress: text,
  email: text,
  phone: text,
  description: text,
  director: text,
  directorPosition: text,
  externalCode: textOrNull,
  created: text,
  updated: text,
  archived: z.boolean().catch(false),
  owner: linked,
  state: linked,
});

const account = z.looseObject({
  id: text,
  accountNumber: text,
  bic: text,
  bankName: text,
  bankLocation: text,
  correspondentAccount: text,
  isDefault: z.boolean().catch(false),
});

const KINDS: Readonly<Record<string, CrmRequisites['kind']>> = {
  legal: 'org',
  entrepreneur: 'ip',
  individual: 'person',
};

/** A counterparty or a company of ours, with its one set of requisites. */
export const partyRow = (
  entity: 'party' | 'organisation',
  raw: JsonObject,
  context: RowContext,
): Result<CrmRow, readonly CrmRowProblem[]> => {
  const parsed = party.safeParse(raw);
  if (!parsed.success) return err([poisoned(entity, raw, parsed.error)]);
  const it = parsed.data;
  const person = [it.legalLastName, it.legalFirstName, it.legalMiddleName].filter(Boolean).join(' ');
  const kind = KINDS[it.companyType] ?? (it.inn.length === 12 ? 'ip' : 'org');
  const requisites: CrmRequisites = {
    id: it.id,
    kind,
    shortName: plainText(it.name),
    fullName: plainText(it.legalTitle) || person || plainText(it.name),
    inn: it.inn.trim(),
    kpp: it.kpp.trim(),
    ogrn: (it.ogrnip || it.ogrn).trim(),
    okpo: it.okpo.trim(),
    legalAddress: plainText(it.legalAddress),
    actualAddress: plainText(it.actualAddress),
    postalAddress: '',
    headName: plainText(it.director) || (kind === 'org' ? '' : person),
    headPosition: plainText(it.directorPosition),
    headBasis: '',
    accounts: rowsIn(raw['accounts'] ?? null).flatMap(accountOf),
  };
  return ok({
    entity,
    id: it.id,
    key: it.externalCode,
    createdAt: instantOfMoscow(it.created),
    modifiedAt: instantOfMoscow(it.updated),
    modifiedBy: null,
    // Archived is put away, not deleted: it comes back with a click.
    deletedAt: null,
    url: it.meta?.uuidHref ?? null,
    fields: {
      title: plainText(it.name),
      phone: it.phone || null,
      email: it.email || null,
      responsible: idOfLink(it.owner),
      stage: idOfLink(it.state),
      comment: plainText(it.description) || null,
      isArchived: it.archived ? 'Y' : 'N',
      ...mappedAttributes(raw, context.mapping),
    },
    links: {},
    lines: null,
    requisites: [requisites],
    files: [],
    raw,
  });
};

const accountOf = (raw: JsonObject): CrmBankAccount[] => {
  const parsed = account.safeParse(raw);
  if (!parsed.success) return [];
  const { id, accountNumber, bic, bankName, bankLocation, correspondentAccount, isDefault } = parsed.data;
  return [
    {
      id,
      account: accountNumber,
      bic,
      bankName,
      bankCity: bankLocation,
      corrAccount: correspondentAccount,
      isMain: isDefault,
    },
  ];
};
