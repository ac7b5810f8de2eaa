import { useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { boardTexts as t } from '#renderer/text/board-texts.ts';
import { ActionButtons, type BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useFieldDrafts } from './field-drafts.ts';
import { ProcessFields } from './process-fields.tsx';
import { ProcessRefusal } from './refusals.tsx';
import type { RecordCard } from './shapes.ts';
import type { Move } from './use-move.ts';
import styles from './move-dialog.module.css';

type MoveDialogProps = {
  readonly instanceId: string;
  readonly today: string;
  readonly moving: Move;
  /** The move a button has already chosen, as of «Почему стоит». */
  readonly to?: string | undefined;
  readonly onClose: () => void;
};

/** Every move by hand from here: a digit makes it; a shut one says what is missing and takes it in place. */
export const MoveDialog = ({ instanceId, today, moving, to, onClose }: MoveDialogProps) => {
  const record = useQueryCall('records.get', { id: instanceId });
  if (record.error) return <Refusal error={record.error} />;
  if (!record.data) return null;
  return <Moves record={record.data} today={today} moving={moving} to={to} onClose={onClose} />;
};

type MovesProps = Omit<MoveDialogProps, 'instanceId' | 'to'> & {
  readonly record: RecordCard;
  readonly to: string | undefined;
};

const Moves = ({ record, today, moving, to, onClose }: MovesProps) => {
  const drafts = useFieldDrafts();
  const [chosen, setChosen] = useState<string | null>(to ?? null);
  const { move, refused, forget } = moving;
  const target = record.moves.find((each) => each.to === chosen);
  const { collect } = drafts;
  const go = useMemo(
    () => (stage: string) => {
      void move(record, stage, collect()).then((done) => done && onClose());
    },
    [move, record, collect, onClose],
  );
  const actions = useMemo<readonly BarAction[]>(
    () => [
      ...(target === undefined
        ? []
        : [{ id: 'move', label: t.saveAndMove, keys: 'Ctrl+Enter', primary: true, run: () => go(target.to) }]),
      { id: 'back', label: t.back, keys: 'Esc', run: onClose },
    ],
    [target, go, onClose],
  );
  const choices = useMemo<readonly BarAction[]>(
    () =>
      record.moves.map((each, index) => ({
        id: each.to,
        label: each.title,
        keys: String((index + 1) % 10),
        run: () => {
          forget();
          if (each.fields.length === 0 && each.refusals.length === 0) go(each.to);
          else setChosen(each.to);
        },
      })),
    [record.moves, forget, go],
  );
  return (
    <Dialog opened title={t.moveTitle(record.title)} note={t.moveNote} actions={actions} onClose={onClose}>
      <div className={styles.moves}>
        {choices.length === 0 && <p>{t.noMoves}</p>}
        {choices.map((choice, index) => (
          <div key={choice.id} className={styles.move}>
            <ActionButtons title={t.moveTitle(record.title)} actions={[choice]} />
            {record.moves[index]?.refusals.map(({ message }) => (
              <span key={message} className={styles.reason}>
                {message}
              </span>
            ))}
          </div>
        ))}
        {target !== undefined && target.fields.length > 0 && (
          <ProcessFields
            fields={target.fields}
            drafts={drafts}
            today={today}
            required={target.fields.map(({ code }) => code)}
          />
        )}
        {refused?.instance === record.instanceId && <ProcessRefusal error={refused.error} />}
      </div>
    </Dialog>
  );
};
