import { Outlet, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useFreshAnswers, useQueryCall } from '#renderer/bridge/hooks.ts';
import { ClearDemo } from '#renderer/features/base/clear-demo.tsx';
import { ConnectionDot } from '#renderer/features/base/connection-dot.tsx';
import { JobLines } from '#renderer/features/jobs/job-lines.tsx';
import { Notifications } from '#renderer/features/notifications/notifications.tsx';
import { FindPalette } from '#renderer/features/palette/find-palette.tsx';
import { RecentContext, withRecent, type Recent, type RecentOrder } from '#renderer/features/palette/recent.ts';
import { useCommands } from '#renderer/features/palette/use-commands.ts';
import { PersonChoice, useLeave } from '#renderer/features/session/person-choice.tsx';
import { SessionGate } from '#renderer/features/session/session-gate.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { appTexts } from '#renderer/text/app-texts.ts';
import { baseTexts } from '#renderer/text/base-texts.ts';
import { AppFrame, type NavSection } from '#renderer/ui/app-frame.tsx';
import { ChoiceMenu } from '#renderer/ui/choice-menu.tsx';
import { KeysHelp } from '#renderer/ui/keys/keys-help.tsx';
import type { HotkeyGroup } from '#renderer/ui/keys/hotkey-registry.ts';
import { useHotkeys, useHotkeySnapshot } from '#renderer/ui/keys/use-hotkeys.ts';
import type { PaletteItem } from '#renderer/ui/palette-items.ts';
import { SearchButton } from '#renderer/ui/search-button.tsx';
import { SyncDot } from '#renderer/features/sync/sync-dot.tsx';
import { ToastStack } from '#renderer/ui/toast-stack.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import type { AddressSearch } from './address.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { useOpenOrder } from './pages.tsx';
import { useReception } from './paper-tabs.ts';
import { useOpenRecord } from './process-pages.tsx';
import { useSettings } from './use-settings.ts';
import { useAddress, useOpenedOrderId } from './use-address.ts';
import { SECTIONS, sectionOfPath } from './sections.ts';

/** The window for a known person; before that, «Кто работает». */
export const Frame = (): ReactNode => {
  useFreshAnswers();
  return (
    <SessionGate>
      <Desk />
    </SessionGate>
  );
};

type Opened = 'palette' | 'clearDemo' | null;

/** The frame around every screen: sections, palette, list of keys, running work, toasts. */
const Desk = () => {
  const { pathname } = useLocation();
  const orderId = useOpenedOrderId();
  const { toasts, last, dismiss } = useToasts();
  const [opened, setOpened] = useState<Opened>(null);
  const [help, setHelp] = useState<readonly HotkeyGroup[] | null>(null);
  const hotkeysNow = useHotkeySnapshot();
  const base = useBase().data;
  const canClear = useRight('base.clearDemo');
  const leave = useLeave();
  const openOrder = useOpenOrder();
  const { sections, go } = useSections();
  const recent = useRecentOrders();
  const goToday = useCallback(() => go({ id: 'today' }), [go]);
  const receive = useReception();
  const settings = useSettings();
  const navigate = useNavigate();
  const openSync = useCallback(() => void navigate({ to: '/settings/sync' }), [navigate]);
  const openRecord = useOpenRecord();

  const close = useCallback(() => setOpened(null), []);
  const openPalette = useCallback(() => setOpened('palette'), []);
  const clearDemo = useCallback(() => setOpened('clearDemo'), []);
  const showHelp = useCallback(() => setHelp(hotkeysNow()), [hotkeysNow]);
  const commands = useCommands({
    orderId,
    sections: useMemo(
      () => [...sections.map((section, index) => sectionItem(section, index, go)), ...settings],
      [sections, go, settings],
    ),
    onClearDemo: clearDemo,
    onChangePerson: leave,
    onKeys: showHelp,
  });
  useHotkeys(
    appTexts.everywhere,
    useMemo(
      () => [
        { keys: 'Ctrl+K', label: appTexts.palette, run: openPalette },
        { keys: 'F1', label: appTexts.keys, run: showHelp },
        { keys: 'F8', label: appTexts.reception, run: receive },
      ],
      [openPalette, showHelp, receive],
    ),
  );

  return (
    <RecentContext value={recent}>
      <AppFrame
        organisation={<OrganisationChoice />}
        search={<SearchButton onClick={openPalette} />}
        network={
          <>
            <ConnectionDot />
            <SyncDot onOpen={openSync} />
          </>
        }
        notices={<Notifications onOpenRecord={openRecord} />}
        person={<PersonChoice settings={settings} />}
        sections={sections}
        currentSection={sectionOfPath(pathname)}
        onNavigate={go}
        tools={[
          { label: appTexts.reception, icon: 'barcode', keys: 'F8', onClick: receive },
          ...(base?.isDemo && canClear ? [{ label: appTexts.clearDemo, icon: 'x' as const, onClick: clearDemo }] : []),
          { label: appTexts.keys, icon: 'help', keys: 'F1', onClick: showHelp },
        ]}
        jobs={[<JobLines key="jobs" />, ...(last ? [last.text] : [])]}
        baseName={base?.isDemo ? baseTexts.demo : (base?.name ?? '')}
        toasts={<ToastStack toasts={toasts} onDismiss={dismiss} />}
      >
        <ErrorBoundary resetKey={pathname}>
          <Outlet />
        </ErrorBoundary>
        <FindPalette opened={opened === 'palette'} onClose={close} onOpenOrder={openOrder} commands={commands} />
        <ClearDemo opened={opened === 'clearDemo'} onClose={close} onCleared={goToday} />
        <KeysHelp opened={help !== null} groups={help ?? []} onClose={() => setHelp(null)} />
      </AppFrame>
    </RecentContext>
  );
};

const sectionItem = (section: NavSection, index: number, go: (section: NavSection) => void): PaletteItem => ({
  id: section.id,
  icon: section.icon,
  title: section.label,
  ...(index < 9 ? { keys: `Alt+${index + 1}` } : {}),
  run: () => go(section),
});

/** Sections with their addresses and with what waits in them. */
const useSections = () => {
  const navigate = useNavigate();
  const router = useRouter();
  const { org } = useAddress();
  const today = useQueryCall('today.get', {}).data;
  const go = useCallback(
    (section: Pick<NavSection, 'id'>) => {
      const target = SECTIONS.find((each) => each.id === section.id);
      if (target) void navigate({ to: target.path, search: { org } });
    },
    [navigate, org],
  );
  const waiting = today?.groups.reduce((sum, { id, rows }) => (id === 'issued' ? sum : sum + rows.length), 0);
  const isOverdue = (today?.overdue ?? 0) > 0;
  const sections = useMemo<readonly NavSection[]>(
    () =>
      SECTIONS.map((section) => ({
        ...section,
        href: router.buildLocation({ to: section.path }).href,
        ...(section.id === 'today' ? { waiting, overdue: isOverdue } : {}),
      })),
    [router, waiting, isOverdue],
  );
  return { sections, go };
};

const useRecentOrders = (): Recent => {
  const [orders, setOrders] = useState<readonly RecentOrder[]>([]);
  const remember = useCallback((order: RecentOrder) => setOrders((before) => withRecent(before, order)), []);
  return useMemo(() => ({ orders, remember }), [orders, remember]);
};

/** Whose documents are shown; the address keeps the choice through all sections. */
const OrganisationChoice = () => {
  const navigate = useNavigate();
  const { org } = useAddress();
  const organisations = useQueryCall('organisations.list', {}).data?.items ?? [];
  const choose = (inn: string | undefined) =>
    void navigate({ to: '.', search: (before: AddressSearch) => ({ ...before, org: inn }) });
  return (
    <ChoiceMenu
      icon="building"
      name={appTexts.organisation}
      label={organisations.find(({ inn }) => inn === org)?.name ?? appTexts.allOrganisations}
      parts={[
        {
          title: appTexts.organisation,
          choices: [
            {
              id: 'all',
              label: appTexts.allOrganisations,
              selected: org === undefined,
              onSelect: () => choose(undefined),
            },
            ...organisations.map(({ id, name, inn }) => ({
              id,
              label: name,
              detail: inn,
              selected: inn === org,
              onSelect: () => choose(inn),
            })),
          ],
        },
      ]}
    />
  );
};
