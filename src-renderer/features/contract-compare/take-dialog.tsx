import { useMemo, useState } from 'react';
import { base64Of } from '#renderer/parts/base64-of.ts';
import { FindPaper, type FoundPaper } from '#renderer/parts/find-paper.tsx';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { compareTexts as t } from '#renderer/text/compare-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './compare.module.css';

type TakeDialogProps = {
  readonly file: File;
  readonly today: string;
  readonly onTaken: (id: string) => void;
  readonly onClose: () => void;
};

/** Which of our contracts came back as this file; Enter on the found one compares. */
export const TakeDialog = ({ file, today, onTaken, onClose }: TakeDialogProps) => {
  const { run, running, error } = useDeed();
  const [chosen, setChosen] = useState<FoundPaper | null>(null);
  const compare = async (paper: FoundPaper): Promise<void> => {
    if (running) return;
    setChosen(paper);
    const request = { ...intent(), id: paper.id, name: file.name, bytes: await base64Of(file) };
    const answer = await run('comparison.take', request, ({ count }) => t.taken(count));
    if (answer) onTaken(answer.id);
  };
  const actions = useMemo<readonly BarAction[]>(
    () => [{ id: 'back', label: t.takeBack, keys: 'Esc', run: onClose }],
    [onClose],
  );
  return (
    <Dialog opened wide title={t.takeTitle} note={t.takeNote} actions={actions} onClose={onClose}>
      <div className={styles.find}>
        <p>
          «{file.name}» {running && chosen && t.reading}
        </p>
        {error && <Refusal error={error} />}
        <FindPaper
          label={t.takeSearch}
          placeholder={t.takeSearch}
          listLabel={t.takeTitle}
          today={today}
          view="all"
          accepts={isContract}
          onChoose={(paper) => void compare(paper)}
        />
      </div>
    </Dialog>
  );
};

const isContract = ({ kind }: FoundPaper): boolean => kind.includes('contract') || kind.includes('request');
