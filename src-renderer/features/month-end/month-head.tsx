import { useMemo } from 'react';
import { parseMoney, moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import type { OrderRow } from '#renderer/parts/order-row.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { ClosingTabs, type ClosingTab } from '#renderer/parts/section-tabs.tsx';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import { monthInWords } from '#renderer/text/dates.ts';
import { monthEndTexts as t } from '#renderer/text/month-end-texts.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { monthAway, type MonthGroup } from './month-groups.ts';

const { month: c } = closingTexts;

type MonthHeadProps = {
  readonly month: string | undefined;
  readonly rows: readonly OrderRow[];
  readonly groups: readonly MonthGroup[];
  readonly onMonth: (month: string) => void;
  readonly org: string | undefined;
  readonly onTab: (tab: ClosingTab) => void;
};

/** «Закрывающие · Октябрь 2026»: the month between two arrows, its orders, money and how many are closed. */
export const MonthHead = ({ month, org, rows, groups, onMonth, onTab }: MonthHeadProps) => {
  const step = useMemo(
    () => (months: number) => () => {
      if (month !== undefined) onMonth(monthAway(month, months));
    },
    [month, onMonth],
  );
  useHotkeys(
    t.month,
    useMemo(
      () => [
        { keys: 'Shift+Left', label: t.previousMonth, run: step(-1) },
        { keys: 'Shift+Right', label: t.nextMonth, run: step(1) },
      ],
      [step],
    ),
  );
  const closed = groups.find(({ id }) => id === 'closed')?.rows.length ?? 0;
  return (
    <PageHead
      title={t.title}
      subtitle={
        month !== undefined && (
          <>
            <IconButton icon="arrow-left" label={t.previousMonth} onClick={step(-1)} />
            <b>{capitalize(monthInWords(month))}</b>
            <IconButton icon="chevron-right" label={t.nextMonth} onClick={step(1)} />
            {t.summary(rows.length)}
          </>
        )
      }
      facts={[
        { label: t.closed, value: t.closedOf(closed, rows.length) },
        { label: t.sum, value: <Money value={sumOf(rows)} withCurrency />, kind: 'sum' },
      ]}
      details={<ClosingTabs selected="month" onTab={onTab} />}
      detailsEnd={<MonthMedia month={month} org={org} />}
    />
  );
};

type MonthMediaProps = { readonly month: string | undefined; readonly org: string | undefined };

/** How the papers of the month will leave: packets for the operator, mails, envelopes. */
const MonthMedia = ({ month, org }: MonthMediaProps) => {
  const media = useQueryCall(
    'closing.month',
    { month: month ?? '', ...(org === undefined ? {} : { organisation: org }) },
    { enabled: month !== undefined, keepsPrevious: true },
  ).data?.media;
  if (media === undefined) return null;
  const { edo, scan, paper } = media;
  return (
    <>
      <span title={c.packets(edo.packets)}>
        <b>{edo.orders}</b> {c.edo}
      </span>
      <span title={c.letters(scan.letters)}>
        <b>{scan.orders}</b> {c.scan}
      </span>
      <span title={c.envelopes(paper.envelopes)}>
        <b>{paper.orders}</b> {c.paper}, {c.envelopes(paper.envelopes)}
      </span>
    </>
  );
};

const sumOf = (rows: readonly OrderRow[]): string =>
  moneyToDecimal(
    sumMoney(
      rows.flatMap(({ sum }) => {
        const parsed = parseMoney(sum);
        return parsed.ok ? [parsed.value] : [];
      }),
    ),
  );
