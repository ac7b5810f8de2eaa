import { useState } from 'react';
import { counted } from '#shared/kernel/text.ts';
import { momentInWords } from '#renderer/text/dates.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import type { IconName } from '#renderer/ui/icon.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Timeline } from '#renderer/ui/timeline.tsx';
import type { Card } from './card.ts';

const SHORT = 5;

const ICONS: Readonly<Record<string, IconName>> = {
  'pack.issued': 'file-plus',
  'document.reissued': 'refresh',
  'document.annulled': 'x',
  'field.changed': 'pencil',
  'order.created': 'file-import',
  'order.updated': 'file-import',
  'payment.applied': 'cash',
  'payment.undone': 'x',
};

/** What happened to the order, latest first. */
export const OrderHistory = ({ history, today }: { readonly history: Card['history']; readonly today: string }) => {
  const [all, setAll] = useState(false);
  const shown = all ? history : history.slice(0, SHORT);
  return (
    <Section
      title={orderTexts.card.history}
      icon="history"
      aside={
        history.length > SHORT &&
        !all && (
          <LinkButton onClick={() => setAll(true)}>
            {orderTexts.card.all(counted(history.length, 'запись', 'записи', 'записей'))}
          </LinkButton>
        )
      }
    >
      <Timeline
        entries={shown.map((entry, index) => ({
          id: `${entry.at} ${index}`,
          time: momentInWords(entry.at, today),
          icon: ICONS[entry.action] ?? 'clock',
          text: `${entry.text} · ${entry.who}${entry.onBehalfOf === null ? '' : ` за ${entry.onBehalfOf}`}`,
        }))}
      />
    </Section>
  );
};
