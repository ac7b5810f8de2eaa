import type { BasisType } from '../party/party.ts';
import type { CardSignatory } from './card-reading.ts';
import type { Statement } from './card-text.ts';
import { readDate } from './card-date.ts';
import { capitalize } from '../../kernel/text.ts';
import type { Findings } from './findings.ts';
import { findPerson, type PersonName } from './person-name.ts';

type Basis = Pick<CardSignatory, 'basisType' | 'basisNumber' | 'basisDate'>;

const POSITION =
  /(?<!\p{L})(?:(?:временно исполняющий обязанности|и\.\s?о\.|врио)\s+)?(?:(?:генеральный|исполнительный|коммерческий|финансовый|управляющий)\s+директор|директор|управляющий|президент|председатель(?:\s+(?:правления|кооператива|совета директоров))?|главный бухгалтер|главный врач|ректор|заведующ(?:ий|ая)|начальник|глава (?:кфх|крестьянского \(фермерского\) хозяйства)|индивидуальный предприниматель)(?!\p{L})/iu;
/** Labels that name the place of a head but not the position. */
const NO_POSITION = /руководител|исполнительный орган|подписант|право подписи|ф\.?\s?и\.?\s?о|в лице/iu;

const BASES: readonly (readonly [RegExp, BasisType])[] = [
  [/устав/iu, 'charter'],
  [/машиночитаем|(?<!\p{L})мчд(?!\p{L})/iu, 'electronicPoa'],
  [/доверенност/iu, 'powerOfAttorney'],
  [/приказ/iu, 'order'],
  [/егрип|огрнип|свидетельств|листа? записи|государственной регистрации/iu, 'egrip'],
];

/** Who signs: the head and the chief accountant, with the position and the basis as the card names them. */
export const readSignatories = (
  statements: readonly Statement[],
  isEntrepreneur: boolean,
  findings: Findings,
): CardSignatory[] => {
  const position = statements.find(({ labels }) => labels[0] === 'position')?.value ?? '';
  const basis = readBasis(statements, isEntrepreneur);
  const found: CardSignatory[] = [];
  for (const { labels, labelText, value } of candidates(statements)) {
    const role = labels[0] === 'accountant' || /главный бухгалтер/iu.test(value) ? 'accountant' : 'head';
    const written = positionOf(labelText, value, position, role);
    if (role === 'head' && isEntrepreneur && !/директор|управляющ/iu.test(written)) continue;
    if (found.some((one) => one.role === role)) continue;
    const person = findPerson(value);
    if (person === null) continue;
    const path = `signatories.${found.length}`;
    if (person.certainty === 'declined') {
      findings.problem('card.declinedName', 'signatories', value, 'warn');
      continue;
    }
    found.push({
      role,
      position: written,
      ...namesOf(person),
      ...(role === 'head' ? basis : { basisType: 'order', basisNumber: '', basisDate: null }),
    });
    markPerson(person, path, findings);
  }
  return found.sort((a, b) => (a.role === b.role ? 0 : a.role === 'head' ? -1 : 1));
};

/** Labelled people first, then «Генеральный директор ____ И. И. Иванов» of a signature line. */
const candidates = (statements: readonly Statement[]): Statement[] => [
  ...statements.filter(
    ({ labels }) => labels[0] === 'head' || labels[0] === 'accountant' || labels[0] === 'personName',
  ),
  ...statements.filter(
    ({ labels, value }) => (labels.length === 0 && POSITION.test(value)) || /(?<!\p{L})в лице\s/iu.test(value),
  ),
];

const positionOf = (labelText: string, value: string, separate: string, role: 'head' | 'accountant'): string => {
  if (role === 'accountant') return 'Главный бухгалтер';
  const inValue = POSITION.exec(value)?.[0];
  const inLabel = NO_POSITION.test(labelText) ? undefined : POSITION.exec(labelText)?.[0];
  const written = inValue ?? inLabel ?? POSITION.exec(separate)?.[0] ?? separate;
  return capitalize(written.replace(/\s+/gu, ' ').trim().toLowerCase()).slice(0, 200);
};

const namesOf = ({ lastName, firstName, middleName, gender }: PersonName) => ({
  lastName,
  firstName,
  middleName,
  gender,
});

const markPerson = (person: PersonName, path: string, findings: Findings): void => {
  if (person.certainty === 'full') findings.mark(`${path}.lastName`, 0.95, 'labelled');
  else if (person.certainty === 'noMiddleName') findings.mark(`${path}.lastName`, 0.7, 'labelled');
  else {
    findings.mark(`${path}.lastName`, 0.6, 'initialsOnly');
    findings.problem('card.initialsOnly', `${path}.firstName`, person.lastName, 'warn');
  }
};

const readBasis = (statements: readonly Statement[], isEntrepreneur: boolean): Basis => {
  const value =
    statements.find(({ labels }) => labels.includes('basis'))?.value ??
    statements.find(({ value: text }) => /на основании/iu.test(text))?.value ??
    '';
  const basisType = BASES.find(([word]) => word.test(value))?.[1] ?? (isEntrepreneur ? 'egrip' : 'charter');
  if (basisType === 'charter' || basisType === 'egrip') return { basisType, basisNumber: '', basisDate: null };
  const number = /(?:№|N)\s*([\p{L}\d/-]{1,40})/u.exec(value)?.[1] ?? '';
  return { basisType, basisNumber: number, basisDate: readDate(value) };
};

/** An entrepreneur signs for himself. */
export const entrepreneurSignatory = (fullName: string, statements: readonly Statement[]): CardSignatory[] => {
  const person = findPerson(fullName.replace(/^Индивидуальный предприниматель\s+/u, ''));
  if (person === null || person.certainty === 'declined') return [];
  return [
    { role: 'head', position: 'Индивидуальный предприниматель', ...namesOf(person), ...readBasis(statements, true) },
  ];
};
