import { provenanceMarks } from '#renderer/theme/roles.ts';

const line = (source: 'crm' | 'directory' | 'computed' | 'hand', style: string): string =>
  `[data-source='${source}'] { background: ${provenanceMarks[`mk-${source}`]}; border-bottom: ${style} ${provenanceMarks[`mk-${source}-line`]}; }`;

/** The frame has styles of its own: the window's sheet does not reach into it. The page is light in both themes. */
export const PAGE_STYLES = `
  html, body { margin: 0; background: transparent; overflow: hidden; }
  section.docx { box-sizing: border-box; margin: 0; background: none; overflow: visible; }
  section.docx + section.docx { border-top: 1px dashed #857f72; }
  [data-mark] { border-radius: 1px; }
  ${line('crm', '1.5px solid')}
  ${line('directory', '1.5px dotted')}
  ${line('computed', '3px double')}
  ${line('hand', '1.5px dashed')}
  [data-change='removed'] { background: #fbe0dc; color: #b3261e; text-decoration: line-through; }
  [data-change='added'] { background: #d8f0dc; font-weight: 700; text-decoration: underline; text-decoration-color: #1d6a39; }
  [data-chosen] { outline: 2px solid ${provenanceMarks['mk-crm-line']}; outline-offset: 1px; }
  @media (forced-colors: active) { [data-mark] { forced-color-adjust: none; } }
`;
