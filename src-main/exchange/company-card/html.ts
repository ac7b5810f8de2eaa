import type { CardRow } from '#shared/domain/company-card/card-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  shy: '',
  numero: '№',
};

/** Tags of HTML that end a line; all others are inside of one. */
const BLOCKS = /^(?:p|div|br|li|ul|ol|h[1-6]|table|tbody|hr|blockquote|pre|section|address)$/u;

/** The text of a mail written in HTML: rows of its tables, lines of its blocks. No tag is obeyed, nothing is fetched. */
export const htmlToRows = (html: string): CardRow[] => {
  const rows: CardRow[] = [];
  let row: string[] | null = null;
  let text = '';
  let isHidden = false;
  const endLine = (): void => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    text = '';
    if (lines.length > 0) rows.push(...lines.map((line) => ({ cells: [line] })));
  };
  for (const [, tag, plain] of html.matchAll(/<(?:!--[\s\S]{0,100000}?--|([^<>]{0,5000}))>|([^<]+|<)/gu)) {
    if (plain !== undefined) {
      if (!isHidden) text += decodeEntities(plain).replace(/\s+/gu, ' ');
      continue;
    }
    const [, slash = '', name = ''] = /^(\/?)([a-z0-9]+)/iu.exec(tag ?? '') ?? [];
    const element = name.toLowerCase();
    if (element === 'style' || element === 'script' || element === 'title') isHidden = slash === '';
    if (element === 'tr') {
      if (row === null) endLine();
      else {
        const cells: string[] = [...row, text.trim()].filter((cell) => cell !== '');
        if (cells.length > 0) rows.push({ cells });
        text = '';
      }
      row = slash === '' ? [] : null;
    } else if ((element === 'td' || element === 'th') && row !== null) {
      if (text.trim() !== '') row.push(text.trim());
      text = '';
    } else if (BLOCKS.test(element)) {
      if (row === null) endLine();
      else text += '\n';
    }
  }
  endLine();
  return rows;
};

const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,10}));/giu,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10_ff_ff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
    },
  );
