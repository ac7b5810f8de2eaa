/** The cases that papers put a person's name into; the nominative is the name itself. */
export type NameCase = 'gen' | 'dat' | 'acc';
