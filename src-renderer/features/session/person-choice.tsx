import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { callKey, useCommandCall, useQueryCall } from '#renderer/bridge/hooks.ts';
import { useMe } from '#renderer/parts/session.ts';
import { PersonMenu } from '#renderer/ui/person-menu.tsx';
import { useRemember } from './remember.ts';

/** Leaves the present person: «Кто работает» is asked again. */
export const useLeave = (): (() => void) => {
  const queryClient = useQueryClient();
  const remember = useRemember();
  const { mutate } = useCommandCall('session.leave');
  return useCallback(() => {
    const login = queryClient.getQueryData<{ user: { login: string } | null }>(callKey('session.me', {}))?.user?.login;
    if (login !== undefined) remember(login, false);
    mutate({}, { onSuccess: (me) => queryClient.setQueryData(callKey('session.me', {}), me) });
  }, [mutate, queryClient, remember]);
};

type PersonChoiceProps = {
  /** Pages of «Настройки» that this person may open. */
  readonly settings: readonly { readonly id: string; readonly title: string; readonly run: () => void }[];
};

/** The person in the top bar. Another one without a PIN takes over at once, one with a PIN is asked for it. */
export const PersonChoice = ({ settings }: PersonChoiceProps) => {
  const queryClient = useQueryClient();
  const remember = useRemember();
  const me = useMe().data?.user ?? null;
  const people = useQueryCall('session.people', {}).data?.items ?? [];
  const { mutate } = useCommandCall('session.enter');
  const leave = useLeave();
  const choose = (login: string) => {
    const person = people.find((each) => each.login === login);
    if (!person || person.login === me?.login) return;
    if (person.hasPin) {
      leave();
      return;
    }
    mutate(
      { login },
      {
        onSuccess: (answer) => {
          remember(login, true);
          queryClient.setQueryData(callKey('session.me', {}), answer);
          void queryClient.invalidateQueries({ queryKey: ['call'] });
        },
      },
    );
  };
  return (
    <PersonMenu
      people={people.map(({ login, fullName, position }) => ({ id: login, name: shortName(fullName), role: position }))}
      currentId={me?.login ?? ''}
      onSelect={choose}
      settings={settings.map(({ id, title, run }) => ({ id, label: title, onSelect: run }))}
    />
  );
};

/** «Белова Вера Аркадьевна» → «Белова В. А.». */
const shortName = (fullName: string): string => {
  const [last = '', ...others] = fullName.split(' ');
  return [last, ...others.map((name) => `${name.charAt(0)}.`)].join('\u00A0');
};
