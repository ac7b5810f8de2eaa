import { useCallback, useMemo, useState } from 'react';
import { base64Of } from '#renderer/parts/base64-of.ts';
import { useFieldDrafts, type FieldDrafts } from '#renderer/parts/process/field-drafts.ts';
import type { FieldValues, TaskCard } from '#renderer/parts/process/shapes.ts';
import { intent, useDeed, type Deed } from '#renderer/parts/use-deed.ts';
import { taskTexts as t } from '#renderer/text/task-texts.ts';

export type Closing = {
  readonly drafts: FieldDrafts;
  readonly checked: ReadonlySet<number>;
  readonly check: (place: number, done: boolean) => void;
  readonly files: readonly File[];
  readonly attach: (files: readonly File[]) => void;
  readonly drop: (name: string) => void;
  readonly comment: string;
  readonly setComment: (text: string) => void;
  /** What is missing on the screen itself, before the core is asked. */
  readonly missing: string | null;
  readonly deed: Deed;
  /** Closes with the outcome; null when the task has none. True when it is closed. */
  readonly close: (result: string | null) => Promise<boolean>;
};

/** What a person fills in to close one task. Key the owner by the task: another task begins with nothing typed. */
export const useClosing = (task: TaskCard): Closing => {
  const drafts = useFieldDrafts();
  const deed = useDeed();
  const { run } = deed;
  const { collect } = drafts;
  const [checked, setChecked] = useState<ReadonlySet<number>>(
    () => new Set(task.checklist.flatMap(({ isDone }, place) => (isDone ? [place] : []))),
  );
  const [files, setFiles] = useState<readonly File[]>([]);
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState<string | null>(null);

  const check = useCallback(
    (place: number, done: boolean) =>
      setChecked((before) => new Set(done ? [...before, place] : [...before].filter((each) => each !== place))),
    [],
  );
  const attach = useCallback((added: readonly File[]) => setFiles((before) => [...before, ...added]), []);
  const drop = useCallback((name: string) => setFiles((before) => before.filter((file) => file.name !== name)), []);
  const close = useCallback(
    async (result: string | null): Promise<boolean> => {
      const outcome = task.results.find(({ code }) => code === result);
      if (outcome?.needsComment && comment.trim() === '') {
        setMissing(t.needsComment(outcome.title));
        return false;
      }
      setMissing(null);
      const fields = { ...namedFiles(task, files), ...collect() };
      const bytes = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await base64Of(file) })));
      const input = {
        ...intent(),
        id: task.id,
        result,
        comment: comment.trim(),
        checked: [...checked],
        fields,
        files: bytes,
      };
      return (await run('tasks.close', input, () => t.closed(task.title))) !== null;
    },
    [task, comment, checked, files, collect, run],
  );
  return useMemo(
    () => ({ drafts, checked, check, files, attach, drop, comment, setComment, missing, deed, close }),
    [drafts, checked, check, files, attach, drop, comment, missing, deed, close],
  );
};

/** A field that holds a file gets the names of what was attached: nobody types them once more. */
const namedFiles = ({ fields }: TaskCard, files: readonly File[]): FieldValues =>
  files.length === 0
    ? {}
    : Object.fromEntries(
        fields.filter(({ type }) => type === 'file').map(({ code }) => [code, files.map(({ name }) => name)]),
      );
