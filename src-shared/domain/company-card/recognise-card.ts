import { isInn } from '../requisites/inn.ts';
import type { CardProblem, CardReading } from './card-reading.ts';
import type { CardRow, Statement } from './card-text.ts';
import { readDigits } from './digits.ts';
import { readName } from './party-name.ts';
import { recogniseCompany } from './recognise-company.ts';
import { readStatements } from './statements.ts';

/**
 * Reads a company card whatever its layout. Pure: the same rows always give the same answer. Nothing is accepted that fails its check
 * digits; what is only probable carries a confidence below 0.9 and a reason.
 */
export const recogniseCard = (rows: readonly CardRow[]): CardReading => {
  const companies = splitCompanies(readStatements(rows)).map(recogniseCompany);
  const [first = recogniseCompany([]), ...rest] = companies;
  const others = rest.filter(({ party }) => party.inn !== '' || party.shortName !== '');
  const several = others.map(({ party }): CardProblem => ({
    code: 'card.severalCompanies',
    field: '',
    value: [party.shortName, party.inn].filter(Boolean).join(', ИНН '),
    severity: 'warn',
  }));
  return { ...first, problems: [...first.problems, ...several], others };
};

/**
 * Where one company ends and the next begins: a second ИНН that differs. The new company starts with the name that stands last before it;
 * without a name of its own the second ИНН belongs to the bank (cards of Сбербанк print it) and starts nothing.
 */
const splitCompanies = (statements: readonly Statement[]): Statement[][] => {
  const blocks: Statement[][] = [[]];
  let inn = '';
  let ownName = '';
  let nameAt = -1;
  for (const statement of statements) {
    const block = blocks.at(-1) ?? [];
    const own = innOf(statement);
    const name = nameIn(statement);
    if (ownName === '') ownName = name;
    // The same company may be named again at any place; only another name opens another card.
    else if (name !== '' && name !== ownName) nameAt = block.length;
    if (own !== '' && inn !== '' && own !== inn) {
      if (nameAt < 0) {
        block.push({
          ...statement,
          labels: statement.labels.map((label) =>
            label === 'inn' || label === 'kpp' || label === 'ogrn' ? 'bankOwn' : label,
          ),
        });
        continue;
      }
      blocks.push(block.splice(nameAt));
      ownName = nameIn(blocks.at(-1)?.[0] ?? statement);
      nameAt = -1;
      inn = own;
    } else if (own !== '' && inn === '') {
      inn = own;
      nameAt = -1;
    }
    (blocks.at(-1) ?? block).push(statement);
  }
  return blocks;
};

const innOf = ({ labels, value }: Statement): string => {
  if (!labels.includes('inn')) return '';
  const digits = readDigits(value, [10, 12])?.digits ?? '';
  return isInn(digits) ? digits : '';
};

/** The name in quotes of a line that may open the card of a company, in capitals; banks stand inside of cards. */
const nameIn = ({ labels, value }: Statement): string => {
  const mayName =
    labels.length === 0 ||
    labels.some(
      (label) =>
        label === 'name' || label === 'fullName' || label === 'shortName' || label === 'section' || label === 'unknown',
    );
  if (!mayName || /банк/iu.test(value)) return '';
  const name = readName(value)?.shortName ?? '';
  return (/«(.*)»/u.exec(name)?.[1] ?? name).toUpperCase();
};
