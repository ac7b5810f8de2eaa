import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { callKey } from '#renderer/bridge/hooks.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useMe } from '#renderer/parts/session.ts';
import { writeLastLogin } from './last-login.ts';
import { RememberContext } from './remember.ts';
import { WhoWorks } from './who-works.tsx';

/**
 * Shows the window only to a known person. The core forgets who works when the connection breaks: whoever entered
 * without a PIN is entered again, so that a restart costs nobody their place.
 */
export const SessionGate = ({ children }: { readonly children: ReactNode }) => {
  const client = useClient();
  const queryClient = useQueryClient();
  const me = useMe();
  const returning = useRef<string | null>(null);
  const [isReturning, setReturning] = useState(false);
  const isNobody = me.data?.user === null;

  const remember = useCallback((login: string, withoutPin: boolean) => {
    writeLastLogin(login);
    returning.current = withoutPin ? login : null;
  }, []);
  useEffect(() => {
    const login = returning.current;
    if (!isNobody || login === null) return;
    // Once per loss: a person who has been removed meanwhile must choose again.
    returning.current = null;
    setReturning(true);
    void client.call('session.enter', { login }).then((answer) => {
      setReturning(false);
      if (!answer.ok) return;
      returning.current = login;
      queryClient.setQueryData(callKey('session.me', {}), answer.value);
      void queryClient.invalidateQueries({ queryKey: ['call'] });
    });
  }, [isNobody, client, queryClient]);

  if (me.data === undefined) return me.error ? <PageRefusal error={me.error} /> : null;
  const isKnown = !isNobody || isReturning;
  return <RememberContext value={remember}>{isKnown ? children : <WhoWorks />}</RememberContext>;
};
