import { NBSP } from '../../kernel/text.ts';

type Name = { readonly lastName: string; readonly firstName: string; readonly middleName: string };

const initial = (name: string): string => (name.trim() === '' ? '' : `${name.trim().charAt(0).toUpperCase()}.`);

const initials = (name: Name): string => [initial(name.firstName), initial(name.middleName)].filter(Boolean).join(NBSP);

const join = (left: string, right: string): string => [left, right].filter(Boolean).join(NBSP);

/** «Иванов И. И.»; the spaces do not break. */
export const initialsAfter = (name: Name): string => join(name.lastName.trim(), initials(name));

/** «И. И. Иванов»; the spaces do not break. */
export const initialsBefore = (name: Name): string => join(initials(name), name.lastName.trim());
