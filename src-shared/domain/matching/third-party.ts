import type { Directory } from './directory.ts';
import { FORM_WORDS, nameKey, personStem } from './name-key.ts';
import type { MatchParty } from './types.ts';

/** «Оплата за ООО «Ромашка»»: whom the money is for. `party` is null when no card, or more than one, has that name. */
export type ThirdParty = { readonly name: string; readonly party: MatchParty | null };

const PHRASE = new RegExp(
  `(?:^|[^\\p{L}])(?:за|от имени|от лица|по письму|по поручению|по просьбе|(?:взаим[а-я]*|взаиморасчет[а-я]*) с|долг[а-я]*|задолженност[а-я]*|в пользу|вместо) ((?:${FORM_WORDS})(?![\\p{L}\\d]) ?.{2,120})`,
  'u',
);

const INN = /инн[ :№]{0,3}(\d{12}|\d{10})(?!\d)/gu;

/** Longest name that is looked for, in words. */
const LONGEST = 7;

/**
 * The company that the payer pays for, by its ИНН or name in a folded purpose; null when it names nobody. The payer's
 * own name and ours are no third party.
 */
export const findThirdParty = (directory: Directory, text: string, payerIds: readonly string[]): ThirdParty | null => {
  const isOther = (party: MatchParty): boolean => !payerIds.includes(party.id);
  const phrase = PHRASE.exec(text)?.[1];
  for (const [, inn = ''] of text.matchAll(INN)) {
    const [party, ...more] = directory.partiesByInn.get(inn) ?? [];
    if (party !== undefined && isOther(party))
      return { name: party.names[0] ?? inn, party: more.length > 0 ? null : party };
  }
  if (phrase === undefined) return null;
  const words = phrase.split(' ').slice(0, LONGEST + 4);
  for (let length = Math.min(words.length, LONGEST); length > 1; length -= 1) {
    const name = words
      .slice(0, length)
      .join(' ')
      .replace(/[.,;:]$/u, '');
    const { form, letters } = nameKey(name);
    if (directory.organisationNames.has(letters)) return null;
    const found =
      directory.partiesByName.get(`${form}:${letters}`) ??
      (form === 'ип' && letters.length > 4 ? directory.partiesByName.get(`~${personStem(letters)}`) : undefined);
    if (found === undefined) continue;
    if (!found.some(isOther)) return null;
    const others = found.filter(isOther);
    const [party, ...more] = others;
    // Twins of the payer's own name may be meant as well as the payer.
    const isSure = party !== undefined && more.length === 0 && others.length === found.length;
    return { name: party?.names[0] ?? name, party: isSure ? party : null };
  }
  return { name: words.slice(0, 3).join(' '), party: null };
};
