import type { Actor } from '#shared/domain/process/state.ts';
import type { Company } from '../company.ts';
import type { Story } from '../story.ts';

/** Somebody with these roles. */
const person = (userId: string, ...roles: string[]): Actor => ({ userId, roles });

export const ANNA = person('anna', 'manager');
export const PAVEL = person('pavel', 'manager');
export const DIRECTOR = person('cd', 'commercial-director');
export const LAWYER = person('lev', 'lawyer');
export const SECURITY = person('sb', 'security');
export const ACCOUNTANT = person('buh', 'accountant');

/** Two productions; one of them has two operators. */
export const PRODUCTIONS = [
  { id: 'p1', title: 'Мясокомбинат', fields: { head: 'ivan', operators: ['op1', 'op2'], orderedVolume: 500 } },
  { id: 'p2', title: 'Полуфабрикаты', fields: { head: 'oleg', operators: 'op3', orderedVolume: 100 } },
];

/** What closes a task of approval with «Подтверждено». */
export const CONFIRMED = { result: 'confirmed' };

/** An order of a shop, entered by its manager. */
export const aDeal = (company: Company, owner: string, fields = {}): Story => {
  const deal = company.start('meat-order', {
    owner,
    by: ANNA,
    fields: { customer: 'Гастроном', responsible: owner, sum: 10_000_00, ...fields },
    sets: { productions: PRODUCTIONS },
  });
  company.set.push(deal);
  return deal;
};
