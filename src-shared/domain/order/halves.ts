import { divideRounded, kopecks, type Kopecks } from '../../kernel/money.ts';

/** An order paid by halves: the odd kopeck is in the advance. */
export const halvesOf = (gross: Kopecks): { readonly advance: Kopecks; readonly rest: Kopecks } => {
  const advance = kopecks(divideRounded(gross, 2n));
  return { advance, rest: kopecks(gross - advance) };
};
