import { templateTexts as t } from '#renderer/text/template-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { StatusChip, type StatusTone } from '#renderer/ui/status-chip.tsx';
import type { TemplateRow } from './use-templates.ts';

const TONES: Readonly<Record<TemplateRow['state'], StatusTone>> = {
  inForce: 'settled',
  problems: 'due',
  notYet: 'impossible',
  off: 'waiting',
};

export const templateColumns: readonly TableColumn<TemplateRow>[] = [
  { id: 'name', title: t.columns.name, width: 'rest', cell: ({ name }) => <b title={name}>{name}</b> },
  {
    id: 'organisation',
    title: t.columns.organisation,
    width: 180,
    cell: ({ organisationName }) => organisationName || t.everybody,
  },
  {
    id: 'state',
    title: t.columns.state,
    width: 170,
    cell: ({ state }) => <StatusChip tone={TONES[state]}>{t.states[state]}</StatusChip>,
  },
  {
    id: 'version',
    title: t.columns.version,
    width: 70,
    align: 'right',
    figure: true,
    cell: ({ version }) => (version === 0 ? '' : t.version(version)),
  },
  {
    id: 'documents',
    title: t.columns.documents,
    width: 100,
    align: 'right',
    figure: true,
    wideOnly: true,
    cell: ({ documents }) => documents,
  },
];
