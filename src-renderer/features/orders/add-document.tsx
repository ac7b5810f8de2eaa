import { useMemo, useState } from 'react';
import { ORDER_KINDS } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { Card, Kind } from './card.ts';
import styles from './add-document.module.css';

const { add: t } = orderTexts;

type AddDocumentProps = {
  readonly pack: Card['pack'];
  /** The one that is being added now. */
  readonly added: Kind | null;
  readonly onAdd: (kind: Kind) => void;
  readonly onDrop: () => void;
};

/** «Добавить документ…» under the pack: what the rules did not put there is chosen by name. */
export const AddDocument = ({ pack, added, onAdd, onDrop }: AddDocumentProps) => {
  const [isChoosing, setChoosing] = useState(false);
  const options = useMemo(
    () =>
      ORDER_KINDS.filter((kind) => kind === added || pack.every((item) => item.kind !== kind))
        .map((kind) => ({ value: kind, label: titleOf(kind) }))
        .toSorted((left, right) => left.label.localeCompare(right.label, 'ru')),
    [pack, added],
  );
  useHotkeys(
    t.open,
    useMemo(() => [{ keys: 'Ins', label: t.open, run: () => setChoosing(true) }], []),
  );
  if (!isChoosing && added === null)
    return (
      <div className={styles.row}>
        <Button size="s" keys="Ins" onClick={() => setChoosing(true)}>
          {t.open}
        </Button>
      </div>
    );
  return (
    <div className={styles.editor}>
      <SelectField
        ref={focusOnce}
        label={t.which}
        hint={t.hint}
        options={options}
        value={added}
        searchable
        onChange={(value) => {
          const kind = ORDER_KINDS.find((known) => known === value);
          if (kind === undefined) return;
          // Once it is issued, nothing is being chosen any more.
          setChoosing(false);
          onAdd(kind);
        }}
      />
      <Button
        size="s"
        onClick={() => {
          setChoosing(false);
          onDrop();
        }}
      >
        {t.cancel}
      </Button>
    </div>
  );
};

/** The list is opened to be typed into. */
const focusOnce = (input: HTMLInputElement | null): void => {
  if (input !== null && input.value === '') input.focus();
};
