import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { callKey, useCommandCall, useQueryCall } from '#renderer/bridge/hooks.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import type { Person } from '#renderer/parts/session.ts';
import { sessionTexts } from '#renderer/text/session-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readLastLogin } from './last-login.ts';
import { useRemember } from './remember.ts';
import styles from './who-works.module.css';

/** «Кто работает»: the person is chosen before anything is shown; a PIN is asked where there is one. */
export const WhoWorks = () => {
  const people = useQueryCall('session.people', {});
  const queryClient = useQueryClient();
  const remember = useRemember();
  const enter = useCommandCall('session.enter');
  const { mutate, reset } = enter;
  const items = people.data?.items ?? NOBODY;
  const [chosen, setChosen] = useState<string | null>(readLastLogin);
  const [pinFor, setPinFor] = useState<Person | null>(null);
  const current = items.find(({ login }) => login === chosen) ?? items[0] ?? null;

  useEffect(() => {
    if (pinFor === null && items.length > 0) focusList();
  }, [pinFor, items.length]);

  // Who has a PIN may have changed since the list was read.
  useEffect(() => void queryClient.invalidateQueries({ queryKey: callKey('session.people', {}) }), [queryClient]);
  const go = useCallback(
    (login: string, pin?: string) =>
      mutate(
        { login, ...(pin === undefined ? {} : { pin }) },
        {
          onSuccess: (me) => {
            remember(login, pin === undefined);
            queryClient.setQueryData(callKey('session.me', {}), me);
            void queryClient.invalidateQueries({ queryKey: ['call'] });
          },
          onError: ({ wire }) => {
            if (wire.code === 'session.wrongPin' && pin === undefined)
              setPinFor(items.find((each) => each.login === login) ?? null);
          },
        },
      ),
    [mutate, remember, queryClient, items],
  );
  const open = useCallback(
    (login: string) => {
      const person = items.find((each) => each.login === login);
      reset();
      if (person?.hasPin) setPinFor(person);
      else go(login);
    },
    [items, go, reset],
  );
  const actions = useMemo(
    () => [
      {
        id: 'enter',
        label: sessionTexts.enter,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => current && open(current.login),
      },
    ],
    [current, open],
  );
  const groups = useMemo(() => [{ id: 'people', rows: items }], [items]);

  return (
    <main className={styles.page}>
      <PageHead title={sessionTexts.title} subtitle={sessionTexts.hint} />
      {(people.error ?? enter.error) && (
        <div className={styles.refusal}>
          {enter.error ? <Refusal error={enter.error} /> : people.error && <Refusal error={people.error} />}
        </div>
      )}
      {people.isPending ? (
        <Skeleton lines={8} />
      ) : pinFor === null ? (
        <DataTable
          label={sessionTexts.title}
          columns={COLUMNS}
          groups={groups}
          rowId={loginOf}
          current={current?.login ?? null}
          onCurrentChange={setChosen}
          onOpen={open}
          empty={<Empty title={sessionTexts.none.title}>{sessionTexts.none.text}</Empty>}
        />
      ) : (
        <Pin
          key={pinFor.login}
          person={pinFor}
          onPin={(pin) => go(pinFor.login, pin)}
          onBack={() => {
            reset();
            setPinFor(null);
          }}
        />
      )}
      {pinFor === null && <ActionBar title={sessionTexts.actions} actions={actions} />}
    </main>
  );
};

const NOBODY: readonly Person[] = [];

const loginOf = (person: Person): string => person.login;

const COLUMNS: readonly TableColumn<Person>[] = [
  { id: 'name', title: sessionTexts.columns.name, width: 320, cell: (person) => <b>{person.fullName}</b> },
  { id: 'position', title: sessionTexts.columns.position, width: 'rest', cell: (person) => person.position },
  {
    id: 'pin',
    title: sessionTexts.columns.pin,
    width: 140,
    cell: (person) => (person.hasPin ? sessionTexts.withPin : ''),
  },
];

type PinProps = { readonly person: Person; readonly onPin: (pin: string) => void; readonly onBack: () => void };

const Pin = ({ person, onPin, onBack }: PinProps) => {
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  useEffect(() => field.current?.focus(), []);
  const actions = useMemo(
    () => [
      { id: 'enter', label: sessionTexts.enter, keys: 'Ctrl+Enter', primary: true, run: () => onPin(pin) },
      { id: 'back', label: sessionTexts.back, keys: 'Esc', run: onBack },
    ],
    [pin, onPin, onBack],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPin(pin);
  };
  return (
    <>
      <form className={styles.pin} onSubmit={submit}>
        <TextField ref={field} secret label={sessionTexts.pin(person.fullName)} value={pin} onChange={setPin} />
      </form>
      <ActionBar title={sessionTexts.actions} actions={actions} />
    </>
  );
};
