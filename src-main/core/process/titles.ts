import { isFilled } from '#shared/domain/process/condition.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Fields } from '#shared/domain/process/state.ts';

/** Fields that name a record to people, the first that is filled in. */
const WHO = ['title', 'client', 'customer', 'buyer', 'applicant', 'carrier', 'product', 'name', 'week'] as const;

/** «№ 17, Стройбаза»; empty without any of these. */
export const titleOf = ({ fields: known }: Pick<ProcessDefinition, 'fields'>, fields: Fields): string => {
  const number = isFilled(fields['number']) ? `№\u00A0${String(fields['number'])}` : '';
  const code = WHO.find((each) => isFilled(fields[each]));
  const who = code === undefined ? '' : printedChoice(known, code, String(fields[code]));
  return [number, who].filter((part) => part !== '').join(', ');
};

const printedChoice = (known: ProcessDefinition['fields'], code: string, value: string): string =>
  known.find((field) => field.code === code)?.options?.find((option) => option.code === value)?.label ?? value;

/** Ids of people that a rule put into a text become their names; any other word stays as it is. */
export const withNames = (text: string, nameOf: (id: string) => string): string => text.replaceAll(/[\w-]+/gu, nameOf);
