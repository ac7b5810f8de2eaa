import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { base64Of } from '#renderer/parts/base64-of.ts';
import { FileDrop } from '#renderer/parts/file-drop.tsx';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { receptionTexts as t } from '#renderer/text/reception-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TakeResult } from './take-result.tsx';
import { lastAnswered, takenCount, type Take } from './taken-log.ts';
import { useReception, type TakenAs } from './use-reception.ts';
import styles from './reception.module.css';

type ReceptionPageProps = { readonly onLeave: () => void; readonly onTray: () => void };

type Split = OutputOf<'reception.scan'>;

/** Journey J3: the whole screen for the scanner; each beep says what came and what this counterparty still owes. */
export const ReceptionPage = ({ onLeave, onTray }: ReceptionPageProps) => {
  const today = useBase().data?.today ?? '';
  const canTake = useRight('documents.send');
  const { takes, take, sound, toggleSound } = useReception();
  const { run, running, error } = useDeed();
  const [as, setAs] = useState<TakenAs>('original');
  const [code, setCode] = useState('');
  const [split, setSplit] = useState<Split | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const focusField = useCallback(() => field.current?.focus(), []);
  useEffect(() => {
    focusField();
    window.addEventListener('focus', focusField);
    return () => window.removeEventListener('focus', focusField);
  }, [focusField]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = code.trim();
    setCode('');
    if (text !== '' && canTake) take(text, as);
  };
  const splitScan = async (scan: File): Promise<void> => {
    const bytes = await base64Of(scan);
    setSplit(await run('reception.scan', { ...intent(), name: scan.name, bytes, as }));
    focusField();
  };
  const actions = useMemo<readonly BarAction[]>(() => {
    const noRight = canTake ? {} : { disabledReason: capitalize(t.noRight) };
    const then = (act: () => void) => () => {
      act();
      focusField();
    };
    return [
      {
        id: 'file',
        label: t.choose,
        keys: 'Ctrl+O',
        icon: 'file-import',
        run: () => file.current?.click(),
        ...noRight,
      },
      {
        id: 'as',
        label: as === 'original' ? t.takeScans : t.takeOriginals,
        keys: 'F2',
        run: then(() => setAs(as === 'original' ? 'scan' : 'original')),
      },
      {
        id: 'sound',
        label: sound ? t.soundOn : t.soundOff,
        keys: 'F4',
        icon: sound ? 'volume' : 'volume-off',
        run: then(toggleSound),
      },
      { id: 'tray', label: t.toTray, keys: 'F7', icon: 'inbox', run: onTray },
      { id: 'leave', label: t.leave, keys: 'Esc', quiet: true, run: onLeave },
    ];
  }, [canTake, as, sound, toggleSound, onTray, onLeave, focusField]);

  return (
    <div className={styles.screen}>
      <FileDrop
        label={t.file}
        accept=".pdf"
        enabled={canTake && !running}
        inputRef={file}
        onFile={(scan) => void splitScan(scan)}
      >
        <PageHead
          title={t.title}
          subtitle={t.count(takenCount(takes))}
          {...(canTake ? {} : { details: capitalize(t.noRight) })}
        >
          <FilterChips
            label={t.as}
            selected={as}
            onSelect={(id) => {
              setAs(id === 'scan' ? 'scan' : 'original');
              focusField();
            }}
            chips={[
              { id: 'original', label: t.original, count: takenCount(takes) },
              { id: 'scan', label: t.scan, count: split?.attached ?? 0 },
            ]}
          />
        </PageHead>
        <div className={styles.body}>
          <div className={styles.main}>
            <form className={styles.field} onSubmit={submit}>
              <div className={styles.fieldInput}>
                <TextField ref={field} label={t.field} value={code} onChange={setCode} />
              </div>
            </form>
            <TakeResult take={lastAnswered(takes)} today={today} />
          </div>
          <aside className={styles.side} aria-label={t.log}>
            {running && (
              <p className={styles.split} role="status">
                {t.reading}
              </p>
            )}
            {error && <Refusal error={error} />}
            {split && (
              <p className={styles.split} role="status">
                <b>{split.already ? t.splitAlready : t.split(split.pages, split.attached, split.unread)}</b>
              </p>
            )}
            <div className={styles.logHead}>
              <b>{t.log}</b>
            </div>
            <ol className={styles.log}>
              {takes.length === 0 && <li className={styles.entry}>{t.logEmpty}</li>}
              {takes.map((one) => (
                <Entry key={one.id} take={one} />
              ))}
            </ol>
          </aside>
        </div>
        <ActionBar title={t.actions} actions={actions} />
      </FileDrop>
    </div>
  );
};

const SIGNS = {
  checking: { icon: 'hourglass', style: undefined },
  taken: { icon: 'check', style: styles.entryTaken },
  already: { icon: 'alert-triangle', style: styles.entryAlready },
  wrong: { icon: 'alert-octagon', style: styles.entryWrong },
} as const;

const Entry = ({ take }: { readonly take: Take }) => {
  const { icon, style } = SIGNS[take.outcome];
  return (
    <li className={classNames(styles.entry, style)}>
      <Icon name={icon} />
      <span className={styles.entryText}>
        {take.outcome === 'checking' && `${take.code}: ${t.checking}`}
        {take.outcome === 'wrong' && take.refusal.what}
        {(take.outcome === 'taken' || take.outcome === 'already') && (
          <>
            <b>{take.answer.document.counterparty}</b> {paperName(take.answer.document)}
          </>
        )}
      </span>
    </li>
  );
};
