/** What a colour is for. A component names the role; only this file knows the paint. */
export type ColorRole = keyof typeof lightRoles;

/** A desk, white paper, a blue pen, a red pencil, a yellow sticker, a green tick; nothing else has a colour. */
export const lightRoles = {
  desk: '#ebe8e1',
  'desk-hover': '#e0dcd2',
  panel: '#f7f5f0',
  paper: '#ffffff',
  sheet: '#ffffff',
  'sheet-ink': '#1c2128',
  line: '#dedad0',
  'line-strong': '#c6c0b2',
  edge: '#857f72',
  ink: '#1c2128',
  'ink-2': '#4a515c',
  'ink-3': '#5f6670',
  pen: '#2448b5',
  'pen-hover': '#1b3891',
  'pen-soft': '#e8edfb',
  'pen-line': '#a9bbee',
  'on-pen': '#ffffff',
  red: '#b3261e',
  'red-soft': '#fbe9e6',
  'red-line': '#e5a49d',
  amber: '#855000',
  'amber-soft': '#fff2d1',
  'amber-line': '#dfb758',
  green: '#1d6a39',
  'green-soft': '#e2f1e5',
  'green-line': '#93c5a2',
  found: '#ffe48a',
  toast: '#23282f',
  'toast-ink': '#f5f3ee',
  'toast-link': '#b9c8ff',
  'shadow-1': '0 1px 2px rgb(40 34 20 / 10%)',
  'shadow-2': '0 6px 20px rgb(40 34 20 / 16%), 0 1px 3px rgb(40 34 20 / 12%)',
} as const;

/** The same desk in the evening. The sheet stays light: it shows what the printer will do. */
export const darkRoles: Record<ColorRole, string> = {
  desk: '#14161a',
  'desk-hover': '#22262c',
  panel: '#191c21',
  paper: '#1f2329',
  sheet: '#f1eee7',
  'sheet-ink': '#1c2128',
  line: '#30353d',
  'line-strong': '#454c57',
  edge: '#7f8792',
  ink: '#e9e6df',
  'ink-2': '#bcc0c6',
  'ink-3': '#9aa1ab',
  pen: '#9db4ff',
  'pen-hover': '#bccbff',
  'pen-soft': '#252f4d',
  'pen-line': '#4a5f9e',
  'on-pen': '#101733',
  red: '#ff9d92',
  'red-soft': '#3d2321',
  'red-line': '#80433d',
  amber: '#f2c25b',
  'amber-soft': '#3a2f17',
  'amber-line': '#7c6327',
  green: '#7fd29a',
  'green-soft': '#1d3325',
  'green-line': '#3d6f4e',
  found: '#5c4a12',
  toast: '#e9e6df',
  'toast-ink': '#1c2128',
  'toast-link': '#2448b5',
  'shadow-1': '0 1px 2px rgb(0 0 0 / 50%)',
  'shadow-2': '0 8px 24px rgb(0 0 0 / 55%)',
};

/** Where a value on the document page came from: a tint and a line. They lie on the light sheet in both themes. */
export const provenanceMarks = {
  'mk-crm': '#d9e5ff',
  'mk-crm-line': '#2448b5',
  'mk-directory': '#d8f0dc',
  'mk-directory-line': '#1d6a39',
  'mk-computed': '#eadffb',
  'mk-computed-line': '#6a3fb0',
  'mk-hand': '#ffeeaa',
  'mk-hand-line': '#855000',
} as const;

/** `--k-…` variables of a set of roles, ready for a style sheet. */
export const roleVariables = (roles: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(roles).map(([role, value]) => [`--k-${role}`, value]));
