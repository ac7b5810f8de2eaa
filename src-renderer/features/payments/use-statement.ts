import { useCallback, useState } from 'react';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { ERRORS, type ErrorData, type WireError } from '#shared/contract/errors.ts';
import { CallError } from '#renderer/bridge/call-error.ts';
import type { Client } from '#renderer/bridge/client.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { base64Of } from '#renderer/parts/base64-of.ts';
import { paymentTexts } from '#renderer/text/payment-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { err, ok, type Result } from '#shared/kernel/result.ts';

export type StatementPreview = OutputOf<'statements.preview'>;

/** What a person says of a bank's table. */
export type ColumnsAnswer = Pick<InputOf<'statements.import'>, 'columns' | 'account'>;

/** A bank's table whose columns are not known yet; the error is what was wrong with the last answer. */
export type StatementQuestion = {
  readonly data: ErrorData<'statement.columns'>;
  readonly error: CallError | null;
  readonly token: string;
};

type Read = { readonly token: string; readonly preview: StatementPreview; readonly answer: ColumnsAnswer };

/** Bytes of one portion: a multiple of three, so that no portion but the last is padded. */
const PORTION_BYTES = 1_500_000;

/** A statement from a chosen or dropped file to the base: received, looked at, taken. */
export const useStatement = () => {
  const client = useClient();
  const { show } = useToasts();
  const [read, setRead] = useState<Read | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [question, setQuestion] = useState<StatementQuestion | null>(null);
  const [busy, setBusy] = useState(false);

  const look = useCallback(
    async (token: string, fileName: string, answer: ColumnsAnswer, asked: StatementQuestion | null) => {
      setBusy(true);
      const commandId = crypto.randomUUID();
      const preview = await client.call('statements.preview', { commandId, token, fileName, ...answer });
      setBusy(false);
      if (preview.ok) {
        setQuestion(null);
        setRead({ token, preview: preview.value, answer });
        return;
      }
      const failure = new CallError(preview.error);
      const data = ERRORS['statement.columns'].safeParse(preview.error.data);
      if (preview.error.code === 'statement.columns' && data.success)
        setQuestion({ token, data: data.data, error: null });
      else if (asked !== null) setQuestion({ ...asked, error: failure });
      else setError(failure);
    },
    [client],
  );

  const open = useCallback(
    async (file: File): Promise<void> => {
      setBusy(true);
      setRead(null);
      setError(null);
      const token = await sendFile(client, file);
      setBusy(false);
      if (token.ok) await look(token.value, file.name, {}, null);
      else setError(new CallError(token.error));
    },
    [client, look],
  );
  const answer = useCallback(
    (columns: ColumnsAnswer): void => {
      if (question !== null) void look(question.token, question.data.file, columns, question);
    },
    [look, question],
  );

  const take = useCallback(
    async (linkTo: string | undefined): Promise<void> => {
      if (read === null) return;
      setBusy(true);
      const { fileName } = read.preview;
      const taken = await client.call('statements.import', {
        commandId: crypto.randomUUID(),
        token: read.token,
        fileName,
        ...read.answer,
        ...(linkTo === undefined ? {} : { linkTo }),
      });
      const matched = taken.ok
        ? await client.call('payments.match', { commandId: crypto.randomUUID(), apply: true })
        : taken;
      setBusy(false);
      if (!matched.ok) {
        setError(new CallError(matched.error));
        return;
      }
      setRead(null);
      if (taken.ok) show({ text: paymentTexts.taken(taken.value.imported, matched.value.auto.length) });
    },
    [client, read, show],
  );

  const forget = useCallback(() => {
    setRead(null);
    setError(null);
    setQuestion(null);
  }, []);

  return { preview: read?.preview ?? null, question, error, busy, open, answer, take, forget };
};

const sendFile = async (client: Client, file: File): Promise<Result<string, WireError>> => {
  let token: string | null = null;
  for (let from = 0; token === null || from < file.size; from += PORTION_BYTES) {
    const bytes = await base64Of(file.slice(from, from + PORTION_BYTES));
    const received: Result<OutputOf<'statements.receive'>, WireError> = await client.call('statements.receive', {
      token,
      bytes,
    });
    if (!received.ok) return err(received.error);
    token = received.value.token;
  }
  return ok(token);
};
