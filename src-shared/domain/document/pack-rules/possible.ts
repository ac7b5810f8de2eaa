import { factTexts, type FactName } from './pack-facts.ts';
import type { PackCondition } from './pack-rule.ts';

/** Facts that speak of the same thing; `issued` and `notIssued` are compared apart. */
const LINKED = [
  'goods',
  'services',
  'business',
  'trip',
  'carriage',
  'international',
  'carrier',
  'carrierContract',
  'vat',
  'servicesVat',
] as const satisfies readonly FactName[];

type World = Readonly<Record<(typeof LINKED)[number], string>>;

/** What no order can be at once. */
const isAbsurd = (world: World): boolean =>
  (world.goods === 'no' && world.services === 'no') ||
  (world.trip === 'no' && (world.carrier !== 'none' || world.international === 'yes')) ||
  (world.carrier !== 'hired' && world.carrierContract === 'yes') ||
  (world.carriage === 'yes') !== (world.trip === 'yes' && world.business === 'freight') ||
  (world.servicesVat === 'yes' && (world.services === 'no' || world.vat === 'no'));

const someWorld = (allowed: (fact: (typeof LINKED)[number]) => readonly string[]): boolean => {
  const grow = (chosen: Partial<Record<string, string>>, rest: readonly (typeof LINKED)[number][]): boolean => {
    const [next, ...later] = rest;
    if (next === undefined) return !isAbsurd(worldOf(chosen));
    return allowed(next).some((answer) => grow({ ...chosen, [next]: answer }, later));
  };
  return grow({}, LINKED);
};

const worldOf = (chosen: Partial<Record<string, string>>): World => {
  const of = (fact: string): string => chosen[fact] ?? '';
  return {
    goods: of('goods'),
    services: of('services'),
    business: of('business'),
    trip: of('trip'),
    carriage: of('carriage'),
    international: of('international'),
    carrier: of('carrier'),
    carrierContract: of('carrierContract'),
    vat: of('vat'),
    servicesVat: of('servicesVat'),
  };
};

/** Answers of a fact that all its conditions leave. */
const left = (when: readonly PackCondition[], fact: string): readonly string[] =>
  when
    .filter((condition) => condition.fact === fact)
    .reduce<readonly string[]>(
      (answers, { is }) => answers.filter((answer) => is.includes(answer)),
      Object.keys(factTexts(fact)?.answers ?? {}),
    );

/** Can all these conditions hold for one order? */
export const isPossible = (when: readonly PackCondition[]): boolean => {
  const lists = when.filter(({ fact }) => fact === 'issued');
  const never = new Set(when.filter(({ fact }) => fact === 'notIssued').flatMap(({ is }) => is));
  if (lists.some(({ is }) => is.every((kind) => never.has(kind)))) return false;
  const single = when.filter(({ fact }) => fact !== 'issued' && fact !== 'notIssued');
  if (single.some(({ fact }) => left(when, fact).length === 0)) return false;
  return someWorld((fact) => left(when, fact));
};
