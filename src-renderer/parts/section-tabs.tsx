import { useMemo } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';
import { PageTabs } from '#renderer/ui/page-tabs.tsx';

const SIGNING_TABS = ['queue', 'check', 'approvals', 'compare'] as const;
export type SigningTab = (typeof SIGNING_TABS)[number];

const CLOSING_TABS = ['month', 'register', 'debt', 'sending', 'reminders', 'print', 'tray'] as const;
export type ClosingTab = (typeof CLOSING_TABS)[number];

type TabsProps<Tab> = { readonly selected: Tab; readonly onTab: (tab: Tab) => void };

/** Screens of «Подписание»; the numbers are what waits there. */
export const SigningTabs = ({ selected, onTab }: TabsProps<SigningTab>) => {
  const queue = useQueryCall('signing.queue', {}).data;
  const check = useQueryCall('check.queue', { limit: 1 }).data;
  const approvals = useQueryCall('approvals.mine', {}).data;
  const compare = useQueryCall('comparison.list', { verdict: 'waiting' }).data;
  const tabs = useMemo(() => {
    const counts = {
      queue: queue?.total,
      check: check?.total,
      approvals: approvals?.total,
      compare: compare?.total,
    };
    return SIGNING_TABS.map((id) => ({ id, label: signingTexts.tabs[id], count: counts[id] ?? 0 }));
  }, [queue, check, approvals, compare]);
  const select = useMemo(() => selecting(SIGNING_TABS, onTab), [onTab]);
  return <PageTabs label={signingTexts.section} tabs={tabs} selected={selected} onSelect={select} />;
};

/** Screens of «Закрывающие». */
export const ClosingTabs = ({ selected, onTab }: TabsProps<ClosingTab>) => {
  const debt = useQueryCall('closing.debt', {}).data;
  const tray = useQueryCall('reception.tray', { limit: 1 }).data;
  const tabs = useMemo(() => {
    const counts: Partial<Record<ClosingTab, number | undefined>> = { debt: debt?.documents, tray: tray?.total };
    return CLOSING_TABS.map((id) => ({ id, label: closingTexts.tabs[id], count: counts[id] ?? 0 }));
  }, [debt, tray]);
  const select = useMemo(() => selecting(CLOSING_TABS, onTab), [onTab]);
  return <PageTabs label={closingTexts.section} tabs={tabs} selected={selected} onSelect={select} />;
};

const selecting =
  <Tab extends string>(tabs: readonly Tab[], onTab: (tab: Tab) => void) =>
  (id: string): void => {
    const tab = tabs.find((known) => known === id);
    if (tab !== undefined) onTab(tab);
  };
