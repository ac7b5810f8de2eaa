import { useMemo } from 'react';
import { processTexts } from '#renderer/text/process-texts.ts';
import { PageTabs } from '#renderer/ui/page-tabs.tsx';

export const PROCESS_TABS = ['board', 'list', 'control', 'shipments', 'week', 'reports'] as const;
export type ProcessTab = (typeof PROCESS_TABS)[number];

type ProcessTabsProps = { readonly selected: ProcessTab; readonly onTab: (tab: ProcessTab) => void };

/** Screens of «Процессы». */
export const ProcessTabs = ({ selected, onTab }: ProcessTabsProps) => {
  const tabs = useMemo(() => PROCESS_TABS.map((id) => ({ id, label: processTexts.tabs[id] })), []);
  const select = useMemo(
    () => (id: string) => {
      const tab = PROCESS_TABS.find((known) => known === id);
      if (tab !== undefined) onTab(tab);
    },
    [onTab],
  );
  return <PageTabs label={processTexts.section} tabs={tabs} selected={selected} onSelect={select} />;
};
