import { useMemo, useState } from 'react';
import { WAYS, type Way } from '#shared/domain/signing/course.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import { wayTexts } from '#renderer/text/way-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Paper } from './paper-moves.ts';
import type { SentWords } from './use-moves.ts';
import styles from './closing.module.css';

const t = closingTexts.moves;

const USUAL_WAY: Readonly<Record<Paper['medium'], Way>> = { paper: 'post', scan: 'mail', edo: 'operator' };

type SentDialogProps = {
  readonly paper: Paper;
  readonly today: IsoDate;
  readonly onSent: (words: SentWords) => void;
  readonly onClose: () => void;
};

/** How and when a document left; Ctrl+Enter writes. */
export const SentDialog = ({ paper, today, onSent, onClose }: SentDialogProps) => {
  const [way, setWay] = useState<Way>(USUAL_WAY[paper.medium]);
  const [track, setTrack] = useState('');
  const [on, setOn] = useState<IsoDate>(today);
  const actions = useMemo<readonly BarAction[]>(
    () => [
      { id: 'send', label: t.send, keys: 'Ctrl+Enter', primary: true, run: () => onSent({ way, track, on }) },
      { id: 'back', label: closingTexts.epd.back, keys: 'Esc', run: onClose },
    ],
    [way, track, on, onSent, onClose],
  );
  return (
    <Dialog opened title={t.sendTitle(paperName(paper))} actions={actions} onClose={onClose}>
      <div className={styles.fields}>
        <SelectField
          label={t.way}
          options={WAYS.map((value) => ({ value, label: capitalize(wayTexts.ways[value]) }))}
          value={way}
          onChange={(value) => setWay(WAYS.find((known) => known === value) ?? way)}
        />
        <DateField label={t.day} value={on} today={today} onChange={(day) => setOn(day ?? today)} />
        {way === 'post' && (
          <div className={styles.whole}>
            <TextField label={t.track} hint={t.trackHint} value={track} onChange={setTrack} />
          </div>
        )}
      </div>
    </Dialog>
  );
};
