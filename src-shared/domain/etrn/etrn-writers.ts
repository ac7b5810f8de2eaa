import type { EtrnSection } from './etrn-data.ts';

export const ETRN_FORMATS = ['json', 'csv'] as const;
export type EtrnFormat = (typeof ETRN_FORMATS)[number];

const toJson = (sections: readonly EtrnSection[]): string => {
  const tree = Object.fromEntries(
    sections.map(({ key, fields }) => [key, Object.fromEntries(fields.map((field) => [field.key, field.value]))]),
  );
  return `${JSON.stringify(tree, null, 2)}\n`;
};

/** Excel in Russian reads a semicolon, and this mark tells it the text is UTF-8. */
const BOM = '\uFEFF';

/**
 * A cell that a spreadsheet shows as it is: quoted where it must be, and a text that begins like a formula is told to be a
 * text. A phone «+7 …» and a temperature «-18» are such texts too.
 */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const toCsv = (sections: readonly EtrnSection[]): string => {
  const rows = sections.flatMap(({ key, number, title, fields }) =>
    fields.map((field) => [number, title, `${key}.${field.key}`, field.label, field.value]),
  );
  const table = [['Раздел', 'Название раздела', 'Поле', 'Что это', 'Значение'], ...rows];
  return `${BOM}${table.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
};

/** The file of a data set: JSON by section and field, or CSV with a field in each row. */
export const writeEtrn = (sections: readonly EtrnSection[], format: EtrnFormat): string =>
  format === 'json' ? toJson(sections) : toCsv(sections);
