import { formatDate, parseIsoDate } from '../../kernel/date.ts';
import { formatMoney, kopecks } from '../../kernel/money.ts';
import type { FieldDefinition } from './definition.ts';
import { clockOf, dayOf, isLocalTime } from './local-time.ts';
import type { Fields, FieldValue } from './state.ts';

const printed = ({ type, options }: FieldDefinition, value: FieldValue): FieldValue => {
  if (type === 'money' && typeof value === 'number' && Number.isSafeInteger(value)) return formatMoney(kopecks(value));
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  if (typeof value !== 'string') return value;
  if (isLocalTime(value)) return `${formatDate(dayOf(value))} ${clockOf(value)}`;
  const date = type === 'date' ? parseIsoDate(value) : null;
  if (date?.ok === true) return formatDate(date.value);
  return options?.find(({ code }) => code === value)?.label ?? value;
};

/** Values as people read them in a message: sums in roubles, dates in the Russian order, choices by their labels. */
export const printedFields = (definitions: readonly FieldDefinition[], values: Fields): Fields =>
  Object.fromEntries(
    Object.entries(values).map(([code, value]) => {
      const definition = definitions.find((each) => each.code === code);
      return [code, definition === undefined ? value : printed(definition, value)];
    }),
  );
