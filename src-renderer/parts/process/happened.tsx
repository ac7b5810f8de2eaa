import { processTexts } from '#renderer/text/process-texts.ts';
import type { IconName } from '#renderer/ui/icon.tsx';
import { Timeline } from '#renderer/ui/timeline.tsx';
import { momentText } from './moments.ts';
import type { TimelineRow } from './shapes.ts';

const t = processTexts.timeline;

const ICONS: Readonly<Record<TimelineRow['kind'], IconName>> = {
  started: 'player-play',
  moved: 'arrow-right',
  taskMade: 'checkbox',
  taskClosed: 'circle-check',
  taskCancelled: 'x',
  changed: 'pencil',
  notified: 'bell',
  message: 'mail',
  comment: 'message',
  document: 'file-text',
  report: 'chart-bar',
  created: 'plus',
  flag: 'alert-triangle',
  owner: 'user',
  migrated: 'arrows-exchange',
};

const byWhom = ({ who, onBehalfOf, isLate }: TimelineRow): string =>
  [who === '' ? t.itself : who, onBehalfOf === null ? '' : processTexts.onBehalf(onBehalfOf), isLate ? t.isLate : '']
    .filter((part) => part !== '')
    .join(', ');

type HappenedProps = { readonly rows: readonly TimelineRow[]; readonly today: string };

/** What happened to a record or a task, latest first, with who did it and for whom. */
export const Happened = ({ rows, today }: HappenedProps) => (
  <Timeline
    entries={rows.map((row, index) => ({
      id: `${row.at} ${index}`,
      time: momentText(row.at, today),
      icon: ICONS[row.kind],
      text: `${row.text} · ${byWhom(row)}`,
    }))}
  />
);
