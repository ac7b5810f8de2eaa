import { processTexts as t } from '#renderer/text/process-texts.ts';
import type { Holder } from './shapes.ts';

/** «Белова Вера Аркадьевна» → «Белова В. А.»; a role stays as it is. */
const shortName = (name: string): string => {
  const [last = '', ...others] = name.split(' ');
  return others.length === 2 && others.every((each) => /^[А-ЯЁ]/u.test(each))
    ? [last, ...others.map((each) => `${each.charAt(0)}.`)].join('\u00A0')
    : name;
};

const holderText = ({ kind, name, substitute }: Holder): string => {
  if (kind !== 'user') return name;
  return substitute === '' ? shortName(name) : t.substitute(shortName(name), shortName(substitute));
};

/** Who holds it now, in words; nobody at all is said too. */
export const holdersText = (holders: readonly Holder[]): string =>
  holders.length === 0 ? t.none : holders.map(holderText).join(', ');
