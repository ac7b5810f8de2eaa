import { useEffect, useMemo, useRef, useState } from 'react';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { paperName, paperState } from '#renderer/parts/paper-row.tsx';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { saveFile } from '#renderer/parts/save-file.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { sendingTexts } from '#renderer/text/sending-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { Mail } from './send-pane.tsx';
import type { Letter } from './send-rows.ts';
import styles from './sending.module.css';

const t = sendingTexts.send;

type OrderSendProps = { readonly orderId: string; readonly number: string; readonly onClose: () => void };

const MOST = 100;

/** Journey J1: recipient, subject and files of an order's mail are ready; one press opens the mail, the next says it went. */
export const OrderSend = ({ orderId, number, onClose }: OrderSendProps) => {
  const answer = useQueryCall('closing.register', { orderId, view: 'toSend', limit: MOST });
  const all = useQueryCall('closing.register', { orderId, view: 'toSign', limit: MOST }).data?.items ?? [];
  const { run, running, error } = useDeed();
  const [letter, setLetter] = useState<Letter | null>(null);
  const [to, setTo] = useState('');
  const isAsked = useRef(false);
  const documents = answer.data?.items;

  // The draft is made once, when it is known what may go; whoever lacks an address is asked for one.
  useEffect(() => {
    if (isAsked.current || documents === undefined || documents.length === 0) return;
    isAsked.current = true;
    void run('sending.letter', { ...intent(), documents: documents.map(({ id }) => id) }).then(setLetter);
  }, [documents, run]);

  const wantsAddress = error?.wire.code === 'sending.noAddress';
  const actions = useMemo<readonly BarAction[]>(() => {
    const nothing = documents?.length === 0 ? { disabledReason: capitalize(sendingTexts.reasons.empty) } : {};
    const main = (id: string, label: string, act: () => void): BarAction => ({
      id,
      label,
      keys: 'Ctrl+Enter',
      primary: true,
      run: () => {
        if (!running) act();
      },
      ...nothing,
    });
    const prepare = main('go', t.go, () => {
      const ids = documents?.map(({ id }) => id) ?? [];
      void run('sending.letter', { ...intent(), documents: ids, ...(to === '' ? {} : { to }) }).then(setLetter);
    });
    const open = (one: Letter): BarAction =>
      main('open', sendingTexts.openLetter, () => {
        void run('sending.openLetter', { ...intent(), id: one.id }).then((opened) => {
          if (opened === null) return;
          if (!opened.opened) saveFile(opened.name, opened.eml);
          setLetter({ ...one, state: 'opened' });
        });
      });
    const sent = (one: Letter): BarAction =>
      main('sent', t.sent, () => {
        void run('sending.letterSent', { ...intent(), id: one.id }, ({ subject }) =>
          sendingTexts.letterGone(subject),
        ).then((gone) => gone && onClose());
      });
    return [
      letter === null ? prepare : letter.state === 'draft' ? open(letter) : sent(letter),
      { id: 'back', label: t.back, keys: 'Esc', run: onClose },
    ];
  }, [documents, running, run, to, letter, onClose]);

  return (
    <Dialog opened title={t.title(number)} note={t.note} actions={actions} onClose={onClose}>
      <div className={styles.form}>
        {documents === undefined && !answer.error && <Skeleton lines={4} />}
        {documents?.length === 0 && <p>{capitalize(sendingTexts.reasons.empty)}</p>}
        {all.length > 0 && (
          <p className={styles.quiet}>
            {all.map((one) => `${paperName(one)}: ${paperState(one.state).toLowerCase()}`).join(', ')}
          </p>
        )}
        {wantsAddress && <TextField label={t.to} value={to} onChange={setTo} />}
        {letter && <Mail letter={letter} />}
        {error && <Refusal error={error} />}
      </div>
    </Dialog>
  );
};
