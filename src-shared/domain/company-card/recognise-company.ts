import { isForeignTaxId } from '../requisites/foreign-tax-id.ts';
import { isInn10, isInn12 } from '../requisites/inn.ts';
import type { PartyKind } from '../party/party.ts';
import { accountKind } from '../requisites/bank-account.ts';
import { readAddresses } from './addresses.ts';
import { readBank } from './bank.ts';
import { readDate } from './card-date.ts';
import type { CardParty, CompanyReading } from './card-reading.ts';
import type { Statement } from './card-text.ts';
import { readContacts } from './contacts.ts';
import { createFindings, type Findings } from './findings.ts';
import { readIdentifiers } from './identifiers.ts';
import { readName, type FoundName } from './party-name.ts';
import { entrepreneurSignatory, readSignatories } from './signatories.ts';

/** One company from its statements. */
export const recogniseCompany = (statements: readonly Statement[]): CompanyReading => {
  const findings = createFindings();
  const name = readCompanyName(statements, findings);
  const foreign = readForeign(statements, findings);
  const isForeign = foreign.countryCode !== '643';
  const ids = readIdentifiers(isForeign ? [] : statements, findings);
  const kind = isForeign ? 'foreign' : kindOf(name, ids.inn, ids.ogrn, statements);
  const isPerson = kind === 'ip' || kind === 'npd' || kind === 'person';
  const people = readSignatories(statements, isPerson, findings);
  const party: CardParty = {
    kind,
    ...ids,
    ...foreign,
    fullName: name?.fullName ?? '',
    shortName: name?.shortName ?? '',
    gender: name?.gender ?? (isPerson ? 'm' : 'n'),
    ogrnDate: ids.ogrn === '' ? null : readOgrnDate(statements),
    ...readAddresses(statements, findings),
    ...readContacts(statements, findings),
    bankAccounts: isForeign ? [] : readBank(statements, findings),
    signatories:
      isPerson && people.every(({ role }) => role !== 'head')
        ? [...entrepreneurSignatory(name?.fullName ?? '', statements), ...people]
        : people,
    edoParticipantId:
      statements
        .map(({ value }) => /(?<![\p{L}\d])2[A-Z]{2}-?[\dA-Za-z-]{12,60}/u.exec(value)?.[0])
        .find((id) => id !== undefined) ?? '',
  };
  checkTogether(party, statements, findings);
  return { party, marks: findings.marks(), problems: findings.problems() };
};

const readCompanyName = (statements: readonly Statement[], findings: Findings): FoundName | null => {
  const values = (field: string): string[] =>
    statements.filter(({ labels }) => labels.some((one) => one === field)).map(({ value }) => value);
  const free = statements
    .filter(
      ({ labels, value }) =>
        (labels.length === 0 || labels[0] === 'section' || labels[0] === 'unknown') &&
        !/банк[ае]?(?!\p{L})|сбербанк|втб/iu.test(value),
    )
    .flatMap(({ labelText, value }) => [value, labelText]);
  const own = statements
    .filter(({ labels, labelText }) => labels[0] === 'name' && /предпринимател|(?<!\p{L})ип(?!\p{L})/iu.test(labelText))
    .map(({ value }) => `ИП ${value}`);
  const [full, short, plain, loose] = [[...values('fullName'), ...own], values('shortName'), values('name'), free].map(
    firstName,
  );
  const labelled = full ?? plain ?? short ?? null;
  const name = labelled ?? loose ?? null;
  if (name === null) return null;
  const fromBoth = mergeNames(name, full ?? null, short ?? plain ?? null);
  findings.mark(
    'fullName',
    labelled === null ? 0.8 : name.hadQuotes ? 0.95 : 0.75,
    fromBoth.written === 'full' ? 'labelled' : 'derived',
  );
  findings.mark(
    'shortName',
    labelled === null ? 0.8 : name.hadQuotes ? 0.95 : 0.75,
    short === undefined ? 'derived' : 'labelled',
  );
  return fromBoth;
};

const firstName = (values: readonly string[]): FoundName | undefined =>
  values.map(readName).find((name): name is FoundName => name !== null) ?? undefined;

/** The card may shorten differently than we would: its own short name wins. */
const mergeNames = (name: FoundName, full: FoundName | null, short: FoundName | null): FoundName => ({
  ...name,
  fullName: full?.fullName ?? name.fullName,
  shortName: short !== null && short.form?.short === name.form?.short ? short.shortName : name.shortName,
});

const readForeign = (
  statements: readonly Statement[],
  findings: Findings,
): Pick<CardParty, 'countryCode' | 'foreignTaxId'> => {
  for (const [field, countryCode, length] of [
    ['unp', '112', 9],
    ['bin', '398', 12],
  ] as const) {
    const value = statements.find(({ labels, value: text }) => labels.includes(field) && /\d{5}/u.test(text))?.value;
    if (value === undefined) continue;
    const digits = value.replace(/[\s-]/gu, '').match(/\d+/u)?.[0] ?? '';
    const isRight = digits.length === length && isForeignTaxId(countryCode, digits);
    if (isRight) findings.mark('foreignTaxId', 0.6, 'foreign');
    else findings.problem('card.foreignIdWrong', 'foreignTaxId', value);
    findings.problem('card.foreignBank', 'bankAccounts', '', 'warn');
    return { countryCode, foreignTaxId: isRight ? digits : '' };
  }
  return { countryCode: '643', foreignTaxId: '' };
};

const kindOf = (name: FoundName | null, inn: string, ogrn: string, statements: readonly Statement[]): PartyKind => {
  const isSelfEmployed = statements.some(({ value, labelText }) =>
    /самозанят|плательщик (?:нпд|налога на профессиональный доход)/iu.test(`${labelText} ${value}`),
  );
  if (name?.form?.short === 'ИП' || ogrn.length === 15) return 'ip';
  if (isSelfEmployed && inn.length !== 10) return 'npd';
  if (name?.fullName.toLowerCase().startsWith('филиал') === true) return 'branch';
  return inn.length === 12 && name === null ? 'person' : 'org';
};

const readOgrnDate = (statements: readonly Statement[]): string | null => {
  const own = statements.find(({ labels }) => labels.includes('ogrnDate'));
  const beside = statements.find(({ labels, value }) => labels.includes('ogrn') && /от\s|дата/iu.test(value));
  return readDate(own?.value ?? beside?.value ?? '');
};

/** What only all fields together can tell, and what a whole card would have had. */
const checkTogether = (party: CardParty, statements: readonly Statement[], findings: Findings): void => {
  if (statements.length === 0 || (party.inn === '' && party.shortName === '' && party.bankAccounts.length === 0)) {
    findings.problem('card.nothingFound', '');
    return;
  }
  const isPerson = party.kind === 'ip' || party.kind === 'npd' || party.kind === 'person';
  if ((isPerson && isInn10(party.inn)) || (party.kind === 'org' && isInn12(party.inn)))
    findings.problem('card.kindMismatch', 'inn', party.inn);
  if (party.ogrn !== '' && (party.ogrn.length === 15) !== isPerson)
    findings.problem('card.kindMismatch', 'ogrn', party.ogrn);
  party.bankAccounts.forEach(({ account }, index) => {
    const owner = accountKind(account);
    if ((owner === 'organisation' && party.kind === 'ip') || (owner === 'entrepreneur' && party.kind === 'org')) {
      findings.problem('card.accountKind', `bankAccounts.${index}.account`, account, 'warn');
    }
  });
  reportMissing(party, findings);
};

const reportMissing = (party: CardParty, findings: Findings): void => {
  const [bank] = party.bankAccounts;
  const isForeign = party.kind === 'foreign';
  const wanted: readonly (readonly [field: string, value: string, isNeeded: boolean])[] = [
    ['shortName', party.shortName, true],
    ...(isForeign ? [] : ([['inn', party.inn, true]] as const)),
    ...(party.kind === 'org' || party.kind === 'branch' ? ([['kpp', party.kpp, true]] as const) : []),
    ...(isForeign || party.kind === 'npd' || party.kind === 'person' ? [] : ([['ogrn', party.ogrn, false]] as const)),
    ['legalAddress', party.legalAddress, false],
    ...(isForeign
      ? []
      : ([
          ['bankAccounts.0.account', bank?.account ?? '', true],
          ['bankAccounts.0.bic', bank?.bic ?? '', true],
          ['bankAccounts.0.bankName', bank?.bankName ?? '', false],
          ['bankAccounts.0.corrAccount', bank?.corrAccount ?? '', false],
        ] as const)),
    ['signatories', party.signatories.some(({ role }) => role === 'head') ? 'head' : '', false],
  ];
  for (const [field, value, isNeeded] of wanted) {
    if (value === '' && !findings.hasProblem(field))
      findings.problem('card.missing', field, '', isNeeded ? 'stop' : 'hint');
  }
};
