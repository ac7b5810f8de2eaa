import { mergeSentences } from '#renderer/parts/findings.ts';
import { toSheets } from '#renderer/parts/order-row.ts';
import { lifeTexts } from '#renderer/text/life-texts.ts';
import { Pack } from '#renderer/ui/pack.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Card } from './card.ts';

/** Blocks that somebody let pass for the documents in force: struck, with the role and the reason. */
export const OrderOverridden = ({ order }: { readonly order: Card }) => {
  if (order.overridden.length === 0) return null;
  const groups = Map.groupBy(order.overridden, ({ rule, role, who, reason }) =>
    JSON.stringify([rule, role, who, reason]),
  );
  return (
    <Section title={lifeTexts.overridden} icon="signature">
      {[...groups].map(([id, same]) => (
        <ProblemLine
          key={id}
          spread
          tone="warns"
          lead={<Pack sheets={toSheets(order.pack.filter(({ kind }) => same.some((one) => one.kind === kind)))} />}
        >
          <s>{mergeSentences(same.map(({ text }) => text))}</s>{' '}
          {lifeTexts.overriddenBy(same[0]?.role || (same[0]?.who ?? ''), same[0]?.reason ?? '')}
        </ProblemLine>
      ))}
    </Section>
  );
};
