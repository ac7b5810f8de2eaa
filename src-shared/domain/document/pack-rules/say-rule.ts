import { DOCUMENT_KINDS } from '../document.ts';
import { titleOf } from '../titles.ts';
import { factTexts } from './pack-facts.ts';
import type { PackCondition, PackRule } from './pack-rule.ts';

/** «в заказе есть товары»; several answers are joined by «или». What nothing is called by stands as it was written. */
const sayCondition = ({ fact, is }: PackCondition): string => {
  const answers = factTexts(fact)?.answers;
  return is.map((answer) => answers?.[answer] ?? `${fact}: ${answer}`).join(' или ');
};

const kindTitle = (code: string): string => {
  const known = DOCUMENT_KINDS.find((kind) => kind === code);
  return known === undefined ? code : titleOf(known);
};

/** ««Договор поставки» в комплекте, если в заказе есть товары и договора с покупателем в базе нет». */
export const sayRule = ({ effect, kind, when }: Pick<PackRule, 'effect' | 'kind' | 'when'>): string => {
  const start = `«${kindTitle(kind)}» ${effect === 'include' ? 'в комплекте' : 'не нужен'}`;
  return when.length === 0 ? `${start} всегда` : `${start}, если ${when.map(sayCondition).join(' и ')}`;
};
