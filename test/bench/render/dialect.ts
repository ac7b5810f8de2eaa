/** How one engine writes commands in a template. A table of lines comes as whole rows of cell texts. */
export interface Dialect {
  readonly field: (path: string) => string;
  /** The repeated row (cells are fields of a line), with whatever rows the engine needs around it. */
  readonly repeated: (list: string, fields: readonly string[]) => readonly (readonly string[])[];
  /** The paragraphs before and after what stands under a condition. */
  readonly when: (flag: string) => readonly [before: string, after: string];
  /** The text of the picture's paragraph; undefined when the engine takes no pictures from the data. */
  readonly picture: ((path: string) => string) | undefined;
}

/** A row whose first cell holds a text and whose other cells are empty. */
const loneRow = (text: string, width: number): string[] => [text, ...Array.from({ length: width - 1 }, () => '')];

/** docx-templates, and ours: the language is the same. */
export const DOCX_TEMPLATES: Dialect = {
  field: (path) => `{{${path}}}`,
  repeated: (list, fields) => [
    loneRow(`{{FOR line IN ${list}}}`, fields.length),
    fields.map((name) => `{{$line.${name}}}`),
    loneRow('{{END-FOR line}}', fields.length),
  ],
  when: (flag) => [`{{IF ${flag}}}`, '{{END-IF}}'],
  picture: (path) => `{{IMAGE ${path}}}`,
};

/** docxtemplater and easy-template-x: the loop opens in the first cell and closes in the last. */
const BRACES: Omit<Dialect, 'picture'> = {
  field: (path) => `{${path}}`,
  repeated: (list, fields) => [
    fields.map((name, index) => {
      const start = index === 0 ? `{#${list}}` : '';
      const end = index === fields.length - 1 ? `{/${list}}` : '';
      return `${start}{${name}}${end}`;
    }),
  ],
  when: (flag) => [`{#${flag}}`, `{/${flag}}`],
};
/** The picture module of docxtemplater is a paid one. */
export const DOCXTEMPLATER: Dialect = { ...BRACES, picture: undefined };
export const EASY_TEMPLATE_X: Dialect = { ...BRACES, picture: (path) => `{${path}}` };

/** The free edition takes no pictures from the data. */
export const CARBONE: Dialect = {
  field: (path) => `{d.${path}}`,
  repeated: (list, fields) => [
    fields.map((name) => `{d.${list}[i].${name}}`),
    loneRow(`{d.${list}[i+1].${fields[0]}}`, fields.length),
  ],
  when: (flag) => [`{d.${flag}:ifEQ(true):showBegin}`, `{d.${flag}:showEnd}`],
  picture: undefined,
};
