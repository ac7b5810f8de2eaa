import { useCallback, useEffect, useMemo, useRef, type FormEvent } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { useFieldDrafts } from '#renderer/parts/process/field-drafts.ts';
import { ProcessFields } from '#renderer/parts/process/process-fields.tsx';
import { ProcessRefusal } from '#renderer/parts/process/refusals.tsx';
import type { FieldValues, ProcessField } from '#renderer/parts/process/shapes.ts';
import type { RefusedMove } from '#renderer/parts/process/use-move.ts';
import { boardTexts as t } from '#renderer/text/board-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import styles from './board.module.css';

type RefusedCardProps = {
  readonly refused: RefusedMove;
  readonly today: string;
  readonly onMove: (fields: FieldValues) => void;
  readonly onBack: () => void;
};

/** Why a record cannot come here, and the missing field in its place: fill it in and the record comes. */
export const RefusedCard = (props: RefusedCardProps) => {
  const record = useQueryCall('records.get', { id: props.refused.instance });
  const move = record.data?.moves.find(({ to }) => to === props.refused.to);
  if (record.isPending) return null;
  return <RefusedForm {...props} fields={move?.fields ?? NO_FIELDS} />;
};

type RefusedFormProps = RefusedCardProps & { readonly fields: readonly ProcessField[] };

const RefusedForm = ({ refused, today, fields, onMove, onBack }: RefusedFormProps) => {
  const drafts = useFieldDrafts();
  const place = useRef<HTMLFormElement>(null);
  const { collect } = drafts;
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }, []);
  useHotkeys(
    t.refused,
    useMemo(
      () => [
        {
          keys: 'Esc',
          label: t.back,
          run: () => {
            onBack();
            focusList();
          },
        },
        { keys: 'Ctrl+Enter', label: t.saveAndMove, run: () => onMove(collect()) },
      ],
      [onBack, onMove, collect],
    ),
  );
  const submit = useCallback(
    (event: FormEvent) => {
      event.preventDefault();
      onMove(collect());
    },
    [onMove, collect],
  );
  return (
    <form ref={place} className={styles.refused} onSubmit={submit} aria-label={t.refused}>
      <span className={styles.refusedTitle}>
        <Icon name="alert-octagon" />
        {t.refused}
      </span>
      <span>{t.refusedFor(refused.title)}</span>
      <ProcessRefusal error={refused.error} />
      {fields.length > 0 && (
        <ProcessFields fields={fields} drafts={drafts} today={today} required={fields.map(({ code }) => code)} narrow />
      )}
      <span className={styles.buttons}>
        {fields.length > 0 && (
          <Button type="submit" size="s" variant="mend" keys="Enter">
            {t.moveNow}
          </Button>
        )}
        <Button size="s" keys="Esc" onClick={onBack}>
          {t.back}
        </Button>
      </span>
    </form>
  );
};

const NO_FIELDS: readonly never[] = [];
