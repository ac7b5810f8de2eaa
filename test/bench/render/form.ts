/** A piece of text: words as they stand, or a field of the data. Inside the rows of a table the field belongs to the line. */
export type Piece = string | { readonly field: string };

export type Block =
  | { readonly kind: 'paragraph'; readonly text: readonly Piece[]; readonly isTitle?: boolean }
  /** Two columns, a label and a value a row. */
  | { readonly kind: 'labelled'; readonly rows: readonly (readonly [label: string, value: readonly Piece[]])[] }
  /** A table whose middle row repeats for each item of `list`. */
  | {
      readonly kind: 'lines';
      readonly list: string;
      readonly columns: readonly { readonly title: string; readonly field: string }[];
    }
  /** Stands in the document only when the flag is true. */
  | { readonly kind: 'when'; readonly flag: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'picture'; readonly field: string };

/** A paper described once; each engine gets it in its own template language. */
export interface Form {
  readonly name: string;
  readonly isLandscape: boolean;
  readonly header: readonly Piece[];
  readonly footer: readonly Piece[];
  readonly blocks: readonly Block[];
}

export type FormData = Readonly<Record<string, unknown>>;

/** A value by its dotted path; what is absent is an empty text. */
export function textAt(data: FormData, path: string): string {
  const value = valueAt(data, path);
  return typeof value === 'string' ? value : '';
}

export function valueAt(data: FormData, path: string): unknown {
  let value: unknown = data;
  for (const name of path.split('.')) value = isRecord(value) ? value[name] : undefined;
  return value;
}

export function linesAt(data: FormData, path: string): readonly FormData[] {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

const isRecord = (value: unknown): value is FormData => typeof value === 'object' && value !== null;

export const plainText = (text: readonly Piece[], data: FormData): string =>
  text.map((piece) => (typeof piece === 'string' ? piece : textAt(data, piece.field))).join('');

/** What the filled paper must say: every text that is not empty, in the order of reading. The body comes first, then header and footer. */
export function expectedTexts(form: Form, data: FormData): string[] {
  const texts = [...blockTexts(form.blocks, data), plainText(form.header, data), plainText(form.footer, data)];
  return texts.filter((text) => text !== '');
}

function blockTexts(blocks: readonly Block[], data: FormData): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [plainText(block.text, data)];
      case 'labelled':
        return block.rows.flatMap(([label, value]) => [label, plainText(value, data)]);
      case 'lines':
        return [
          ...block.columns.map(({ title }) => title),
          ...linesAt(data, block.list).flatMap((line) => block.columns.map(({ field }) => textAt(line, field))),
        ];
      case 'when':
        return valueAt(data, block.flag) === true ? blockTexts(block.blocks, data) : [];
      case 'picture':
        return [];
    }
  });
}
