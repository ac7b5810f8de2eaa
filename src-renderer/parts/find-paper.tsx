import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { paperColumns } from './paper-columns.tsx';
import { useSettled } from './use-settled.ts';

export type FoundPaper = OutputOf<'closing.register'>['items'][number];

const FEW = 30;
const TYPING_MS = 150;
const WITHOUT: readonly string[] = ['organisation', 'order'];

type FindPaperProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly listLabel: string;
  readonly today: string;
  /** What is looked through while nothing is typed. */
  readonly view: NonNullable<InputOf<'closing.register'>['view']>;
  readonly accepts?: (paper: FoundPaper) => boolean;
  readonly onChoose: (paper: FoundPaper) => void;
};

/** A document by its number, name, ИНН or sum; arrows and Enter from the field itself. */
export const FindPaper = ({ label, placeholder, listLabel, today, view, accepts, onChoose }: FindPaperProps) => {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed, TYPING_MS);
  const answer = useQueryCall(
    'closing.register',
    { limit: FEW, ...(text === '' ? { view } : { view: 'all', text }) },
    { keepsPrevious: true },
  );
  const [wanted, setWanted] = useState<string | null>(null);
  const items = useMemo(
    () => (answer.data?.items ?? []).filter((paper) => accepts?.(paper) ?? true),
    [answer.data, accepts],
  );
  const current = items.find(({ id }) => id === wanted) ?? items[0] ?? null;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const index = items.findIndex(({ id }) => id === current?.id);
      setWanted(items[index + step]?.id ?? current?.id ?? null);
    } else if (event.key === 'Enter' && current !== null && text === typed) {
      event.preventDefault();
      onChoose(current);
    }
  };
  const columns = useMemo(() => paperColumns<FoundPaper>(today).filter(({ id }) => !WITHOUT.includes(id)), [today]);
  const groups = useMemo(() => [{ id: 'found', rows: items }], [items]);
  return (
    <>
      <TextField
        ref={field}
        label={label}
        placeholder={placeholder}
        value={typed}
        onChange={setTyped}
        onKeyDown={onKeyDown}
      />
      <DataTable
        fit
        label={listLabel}
        columns={columns}
        groups={groups}
        rowId={paperId}
        current={current?.id ?? null}
        onCurrentChange={setWanted}
        onOpen={(id) => {
          const chosen = items.find((one) => one.id === id);
          if (chosen) onChoose(chosen);
        }}
      />
    </>
  );
};

const paperId = (paper: FoundPaper): string => paper.id;
