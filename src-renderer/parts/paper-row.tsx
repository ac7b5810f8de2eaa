import type { OutputOf } from '#shared/contract/index.ts';
import type { PaperState } from '#shared/domain/signing/course.ts';
import { wayTexts } from '#renderer/text/way-texts.ts';
import { StatusChip, type StatusTone } from '#renderer/ui/status-chip.tsx';

/** A document as every list about its way shows it. */
export type PaperBrief = OutputOf<'reception.look'>['document'];

/** Whose move it is; the office works for all the others. */
const TONES: Readonly<Record<PaperState, StatusTone>> = {
  issued: 'yours',
  checked: 'yours',
  approving: 'waiting',
  approved: 'yours',
  signed: 'yours',
  sent: 'waiting',
  countersigned: 'due',
  received: 'yours',
  accepted: 'settled',
  entered: 'settled',
  refused: 'impossible',
  annulled: 'waiting',
};

const LATE_DAYS = 14;

type PaperChipProps = {
  readonly paper: Pick<PaperBrief, 'medium' | 'state'>;
  /** How long a copy of ours has been away; absent where nobody waits for it. */
  readonly days?: number;
};

/** On what it travels and where it stands: «Бумага · Ждём 12 дней». */
export const PaperChip = ({ paper, days }: PaperChipProps) => (
  <StatusChip medium={paper.medium} tone={days !== undefined && days > LATE_DAYS ? 'due' : TONES[paper.state]}>
    {days === undefined ? paperState(paper.state) : wayTexts.awaited(paper.state === 'countersigned', days)}
  </StatusChip>
);

/** «Подписан нами»: where it stands, in a chip's words. */
export const paperState = (state: PaperState): string => wayTexts.states[state];

/** «Счёт № 1204». */
export const paperName = ({ title, number }: Pick<PaperBrief, 'title' | 'number'>): string =>
  wayTexts.document(title, number);
