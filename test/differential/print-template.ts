import { aDocx, documentXml, CONTENT_TYPES } from '#test/helpers/docx-fixture.ts';
import type { Block, Inline, Paragraph, Row, TemplateTree } from './template-tree.ts';

/** A variable of a loop around, and what its items are. */
interface Variable {
  readonly name: string;
  readonly item: 'line' | 'part' | 'text';
}

interface Scope {
  readonly variables: readonly Variable[];
  /** Within a condition docx-templates forgets the number of the row. */
  readonly isInCondition: boolean;
  readonly quotes: readonly [open: string, close: string];
  /** The reference loses the addresses of links in headers (`links-in-headers` in the list of differences). */
  readonly isHeader: boolean;
}

const QUOTES: readonly Scope['quotes'][] = [
  ['"', '"'],
  ["'", "'"],
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
];
/** How loop variables are called; the depth is added, so that a loop never hides another. */
const VARIABLE_NAMES = ['line', 'товар', '_x', 'Строка', 'l', 'a1', 'имя_'];

const pick = <T>(items: readonly T[], choice: number, fallback: T): T => items[choice % items.length] ?? fallback;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The .docx of a generated template. */
export function printTemplate({ body, header, quotes }: TemplateTree): Uint8Array {
  const scope: Scope = {
    variables: [],
    isInCondition: false,
    quotes: pick(QUOTES, quotes, ['"', '"']),
    isHeader: false,
  };
  const start = paragraphXml('{{ALIAS покупка INS total}}');
  const content = `${start}${blocksXml(body, scope)}<w:p><w:r><w:t>конец</w:t></w:r></w:p>`;
  return header.length === 0
    ? aDocx(content)
    : aDocx(content, withHeader(start + blocksXml(header, { ...scope, isHeader: true })));
}

function withHeader(content: string): Record<string, string> {
  return {
    'word/header1.xml': documentXml(`${content}<w:p/>`)
      .replaceAll('w:document', 'w:hdr')
      .replaceAll(/<\/?w:body>|<w:sectPr\/>/g, ''),
    '[Content_Types].xml': CONTENT_TYPES.replace(
      '</Types>',
      '<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>',
    ),
    'word/_rels/document.xml.rels':
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>',
  };
}

const blocksXml = (blocks: readonly Block[], scope: Scope): string =>
  blocks.map((block) => blockXml(block, scope)).join('');

function blockXml(block: Block, scope: Scope): string {
  switch (block.kind) {
    case 'paragraph':
      return splitParagraph(block.paragraph, scope);
    case 'table':
      return block.rows.length === 0 ? '' : `<w:tbl><w:tblPr/>${rowsXml(block.rows, scope)}</w:tbl>`;
    case 'loop': {
      const { opening, closing, inner } = loopOf(block, scope);
      return `${paragraphXml(block.beside + opening)}${blocksXml(block.blocks, inner)}${paragraphXml(closing)}`;
    }
    case 'if': {
      const inner = { ...scope, isInCondition: true };
      return `${paragraphXml(`${block.beside}{{IF ${condition(block.choice, scope)}}}`)}${blocksXml(block.blocks, inner)}${paragraphXml('{{END-IF}}')}`;
    }
  }
}

const rowsXml = (rows: readonly Row[], scope: Scope): string => rows.map((row) => rowXml(row, scope)).join('');

function rowXml(row: Row, scope: Scope): string {
  switch (row.kind) {
    case 'cells': {
      const cells = row.cells.map(
        (cell) =>
          `<w:tc><w:tcPr/>${cell.map((paragraph) => splitParagraph(withoutConditions(paragraph), scope)).join('')}</w:tc>`,
      );
      return `<w:tr>${cells.join('')}</w:tr>`;
    }
    case 'loop': {
      const { opening, closing, inner } = loopOf(row, scope);
      return `${commandRow(opening)}${rowsXml(row.rows, inner)}${commandRow(closing)}`;
    }
    case 'if':
      return `${commandRow(`{{IF ${condition(row.choice, scope)}}}`)}${rowsXml(row.rows, { ...scope, isInCondition: true })}${commandRow('{{END-IF}}')}`;
  }
}

/** The reference refuses a second condition in one row, so a cell keeps only its first one. */
function withoutConditions(paragraph: Paragraph): Paragraph {
  return { ...paragraph, content: paragraph.content.filter(({ kind }) => kind !== 'if') };
}

const commandRow = (command: string): string => `<w:tr><w:tc><w:tcPr/>${paragraphXml(command)}</w:tc></w:tr>`;

const paragraphXml = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** Markup that may stand between pieces of text, outside of runs or inside one. */
const MARKUP = [
  '<w:r><w:tab/></w:r>',
  '<w:r><w:br/></w:r>',
  '<w:bookmarkStart w:id="7" w:name="место"/><w:bookmarkEnd w:id="7"/>',
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
  '<w:hyperlink w:anchor="место"><w:r><w:t>ссылка</w:t></w:r></w:hyperlink>',
];

/** What Word puts where it splits a text. */
const NOISE = [
  '</w:t></w:r><w:r><w:t xml:space="preserve">',
  '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD"><w:t xml:space="preserve">',
  '</w:t></w:r><w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="3" w:name="b"/><w:r><w:t xml:space="preserve">',
  '</w:t></w:r><w:bookmarkEnd w:id="3"/><w:r><w:rPr><w:b/><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">',
  '</w:t></w:r><w:r><w:rPr><w:noProof/></w:rPr><w:t xml:space="preserve"></w:t></w:r><w:r><w:t xml:space="preserve">',
  '</w:t><w:t xml:space="preserve">',
  '</w:t><w:lastRenderedPageBreak/><w:t xml:space="preserve">',
  '</w:t></w:r><w:smartTag w:uri="u" w:element="e"><w:r><w:t xml:space="preserve"/></w:r></w:smartTag><w:r><w:t>',
  '</w:t><w:tab/><w:t xml:space="preserve">',
];

/** A paragraph whose text Word has cut into runs at arbitrary places, inside commands and their delimiters too. */
function splitParagraph({ content, cuts }: Paragraph, scope: Scope): string {
  const pieces = inlineText(content, scope);
  let left = [...cuts];
  const runs = pieces.map((piece) => {
    if (typeof piece !== 'string') return piece.markup;
    const { xml, rest } = cutText(piece, left);
    left = rest;
    return `<w:r><w:t xml:space="preserve">${xml}</w:t></w:r>`;
  });
  return `<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>${runs.join('')}</w:p>`;
}

function cutText(
  text: string,
  cuts: readonly (readonly [number, number])[],
): { xml: string; rest: (readonly [number, number])[] } {
  const rest = [...cuts];
  const characters = [...text];
  let xml = '';
  let at = 0;
  while (rest.length > 0) {
    const [distance, noise] = rest[0] ?? [0, 0];
    if (at + distance >= characters.length) break;
    rest.shift();
    xml += escaped(characters.slice(at, at + distance).join('')) + pick(NOISE, noise, '');
    at += distance;
  }
  return { xml: xml + escaped(characters.slice(at).join('')), rest };
}

type Piece = string | { readonly markup: string };

/** The text of a paragraph; only markup interrupts it. */
function inlineText(content: readonly Inline[], scope: Scope): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  };
  for (const inline of content) inlinePieces(inline, scope).forEach(add);
  return pieces;
}

function inlinePieces(inline: Inline, scope: Scope): Piece[] {
  switch (inline.kind) {
    case 'text':
      // Two braces in a row would begin or end a command.
      return [inline.text.replaceAll(/[{}]{2,}/g, '{')];
    case 'value':
      return [valueCommand(inline.choice, inline.form, scope)];
    case 'loop': {
      const { opening, closing, inner } = loopOf(inline, scope);
      return [opening, ...inlineText(inline.body, inner), closing];
    }
    case 'if':
      return [
        `{{IF ${condition(inline.choice, scope)}}}`,
        ...inlineText(inline.body, { ...scope, isInCondition: true }),
        '{{END-IF}}',
      ];
    case 'image':
      return ['{{IMAGE picture}}'];
    case 'link':
      return scope.isHeader ? [] : ['{{LINK ({ url: site, label: number })}}'];
    case 'exec':
      return [`{{EXEC kept = ${pick(expressions(scope), inline.choice, 'number')}}}`, '{{kept}}'];
    case 'markup':
      return [{ markup: pick(MARKUP, inline.choice, '') }];
  }
}

/** The same value may be asked for in several ways. */
function valueCommand(choice: number, form: number, scope: Scope): string {
  const expression = pick(expressions(scope), choice, 'number');
  const forms = [
    `{{${expression}}}`,
    `{{=${expression}}}`,
    `{{INS ${expression}}}`,
    `{{ ins  ${expression} }}`,
    `{{= ${expression} }}`,
    '{{*покупка}}',
  ];
  return pick(forms, form, '');
}

function expressions({ variables, isInCondition, quotes: [open, close] }: Scope): string[] {
  const ofVariables = variables.flatMap(({ name, item }) => {
    if (item === 'text') return [`$${name}`, `$${name}.length`];
    const shared = [`$${name}.name`, `$${name}.sum * 2`, `$${name}.name || ${open}пусто${close}`];
    return item === 'part'
      ? shared
      : [
          ...shared,
          `$${name}.vat ?? ${open}—${close}`,
          `$${name}.tags.join(${open}, ${close})`,
          `$${name}.parts.length`,
        ];
  });
  const index = variables.length > 0 && !isInCondition ? ['$idx + 1'] : [];
  return [
    ...ofVariables,
    ...index,
    'number',
    'total',
    'покупатель.имя',
    'покупатель.телефон',
    'nothing',
    'names',
    `paid ? ${open}да${close} : ${open}нет, {увы}${close}`,
    'lines.map(l => l.name).join("; ")',
    'lines.length + count',
    '`<${number}>`',
    'total.toFixed(2)',
    'покупатель?.телефон?.length',
  ];
}

function condition(choice: number, { variables }: Scope): string {
  const ofVariables = variables.flatMap(({ name, item }) =>
    item === 'text' ? [`$${name} !== ""`] : [`$${name}.sum > 1`, `$${name}.name`],
  );
  return pick([...ofVariables, 'paid', '!paid', 'count > 2', 'lines.length', 'nothing', 'number'], choice, 'paid');
}

function loopOf(
  loop: { readonly choice: number; readonly name: number },
  scope: Scope,
): { opening: string; closing: string; inner: Scope } {
  const { list, item } = pick<ListChoice>(lists(scope), loop.choice, { list: 'lines', item: 'line' });
  const name = `${pick(VARIABLE_NAMES, loop.name, 'line')}${scope.variables.length}`;
  const words = loop.choice % 3 === 0 ? ['for', 'in', 'end-for'] : ['FOR', 'IN', 'END-FOR'];
  return {
    opening: `{{${words[0]} ${name} ${words[1]} ${list}}}`,
    closing: `{{${words[2]} ${name}}}`,
    inner: { ...scope, variables: [...scope.variables, { name, item }] },
  };
}

interface ListChoice {
  readonly list: string;
  readonly item: Variable['item'];
}

const partsOf = (name: string): ListChoice => ({ list: `$${name}.parts`, item: 'part' });
const tagsOf = (name: string): ListChoice => ({ list: `$${name}.tags`, item: 'text' });

function lists({ variables }: Scope): ListChoice[] {
  const ofVariables = variables.flatMap(({ name, item }) => (item === 'line' ? [partsOf(name), tagsOf(name)] : []));
  return [
    ...ofVariables,
    { list: 'lines', item: 'line' },
    { list: 'строки', item: 'line' },
    { list: 'names', item: 'text' },
    { list: 'none', item: 'line' },
    { list: 'lines.filter(l => l.sum > 1)', item: 'line' },
  ];
}
