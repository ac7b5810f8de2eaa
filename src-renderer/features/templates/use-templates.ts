import { useCallback, useState } from 'react';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/index.ts';
import { CallError } from '#renderer/bridge/call-error.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { base64Of } from '#renderer/parts/base64-of.ts';
import { templateTexts as t } from '#renderer/text/template-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';

export type TemplateRow = OutputOf<'templates.list'>['items'][number];
export type Trial = OutputOf<'templates.trial'>;

export type NewTemplate = Omit<InputOf<'templates.import'>, 'commandId' | 'bytes'>;

export const isBroken = ({ problems }: TemplateRow): boolean =>
  problems.some(({ data }) => data['severity'] !== 'warning');

const importedText = (row: TemplateRow): string => {
  if (row.version === 0) return t.addedBroken(row.name);
  return row.isOn ? t.added(row.name) : t.addedOff(row.name);
};

/** What a person does with templates; one thing at a time. */
export const useTemplates = () => {
  const client = useClient();
  const { show } = useToasts();
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);

  const ask = useCallback(
    async <Name extends MethodName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name> | null> => {
      setBusy(true);
      const answer = await client.call(name, input);
      setBusy(false);
      setError(answer.ok ? null : new CallError(answer.error));
      return answer.ok ? answer.value : null;
    },
    [client],
  );

  const add = useCallback(
    async (file: Blob, wanted: NewTemplate): Promise<TemplateRow | null> => {
      const bytes = await base64Of(file);
      const row = await ask('templates.import', { commandId: crypto.randomUUID(), ...wanted, bytes });
      if (row) show({ text: importedText(row) });
      return row;
    },
    [ask, show],
  );
  const copyPath = useCallback(
    async (path: string) => {
      await navigator.clipboard.writeText(path);
      show({ text: t.pathCopied });
    },
    [show],
  );
  const open = useCallback(
    async ({ id }: TemplateRow) => {
      const answer = await ask('templates.open', { commandId: crypto.randomUUID(), id });
      if (answer && !answer.opened) await copyPath(answer.path);
    },
    [ask, copyPath],
  );
  const check = useCallback(
    async ({ id }: TemplateRow) => {
      const row = await ask('templates.check', { commandId: crypto.randomUUID(), id });
      if (row) show({ text: t.checked(row.name, row.problems.length) });
    },
    [ask, show],
  );
  const turn = useCallback(
    ({ id, isOn }: TemplateRow) => ask('templates.switch', { commandId: crypto.randomUUID(), id, on: !isOn }),
    [ask],
  );
  const takeBack = useCallback(
    async ({ id }: TemplateRow, version: number) => {
      const row = await ask('templates.back', { commandId: crypto.randomUUID(), id, version });
      if (row) show({ text: t.tookBack(row.version) });
    },
    [ask, show],
  );
  const remove = useCallback(
    async ({ id, name }: TemplateRow) => {
      const removed = await ask('templates.remove', { commandId: crypto.randomUUID(), id });
      if (removed) show({ text: t.removed(name) });
    },
    [ask, show],
  );
  const tryOut = useCallback(
    ({ id }: TemplateRow): Promise<Trial | null> => ask('templates.trial', { commandId: crypto.randomUUID(), id }),
    [ask],
  );
  return { add, open, copyPath, check, turn, takeBack, remove, tryOut, error, busy };
};
