import type { InputOf, OutputOf } from '#shared/contract/index.ts';

export type TaskRow = OutputOf<'tasks.list'>['items'][number];
export type TaskCard = OutputOf<'tasks.get'>;
export type RecordCard = OutputOf<'records.get'>;
export type Board = OutputOf<'funnels.board'>;
export type BoardCard = Board['columns'][number]['cards'][number];
export type Funnel = OutputOf<'funnels.list'>['items'][number];
export type Holder = TaskRow['holders'][number];
export type ProcessField = TaskCard['fields'][number];
export type FieldValue = ProcessField['value'];
export type FieldValues = NonNullable<InputOf<'records.setFields'>['fields']>;
export type TimelineRow = TaskCard['timeline'][number];
export type Report = OutputOf<'reports.get'>;
