import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { appTexts } from '#renderer/text/app-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Empty } from '#renderer/ui/empty.tsx';

/** An address nobody knows. */
export const NotFound = (): ReactNode => {
  const navigate = useNavigate();
  return (
    <Empty
      title={appTexts.notFound.title}
      action={<Button onClick={() => void navigate({ to: '/' })}>{appTexts.notFound.home}</Button>}
    >
      {appTexts.notFound.text}
    </Empty>
  );
};
