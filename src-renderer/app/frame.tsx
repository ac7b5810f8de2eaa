import { Outlet, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { appTexts } from '#renderer/text/app-texts.ts';
import { AppFrame, type NavSection } from '#renderer/ui/app-frame.tsx';
import { KeysHelp } from '#renderer/ui/keys/keys-help.tsx';
import type { HotkeyGroup } from '#renderer/ui/keys/hotkey-registry.ts';
import { useHotkeys, useHotkeySnapshot } from '#renderer/ui/keys/use-hotkeys.ts';
import { NetworkDot } from '#renderer/ui/network-dot.tsx';
import { Palette } from '#renderer/ui/palette.tsx';
import { SearchButton } from '#renderer/ui/search-button.tsx';
import { ToastStack } from '#renderer/ui/toast-stack.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { SECTIONS, sectionOfPath } from './sections.ts';

/** The frame around every screen: sections, palette, list of keys, toasts. */
export const Frame = () => {
  const navigate = useNavigate();
  const router = useRouter();
  const { pathname } = useLocation();
  const { toasts, last, dismiss } = useToasts();
  const [query, setQuery] = useState<string | null>(null);
  const [help, setHelp] = useState<readonly HotkeyGroup[] | null>(null);
  const hotkeysNow = useHotkeySnapshot();

  const go = useCallback(
    (section: Pick<NavSection, 'id'>) => {
      const target = SECTIONS.find((each) => each.id === section.id);
      if (target) void navigate({ to: target.path });
    },
    [navigate],
  );
  const sections = useMemo<readonly NavSection[]>(
    () => SECTIONS.map((section) => ({ ...section, href: router.buildLocation({ to: section.path }).href })),
    [router],
  );
  const showHelp = useCallback(() => setHelp(hotkeysNow()), [hotkeysNow]);

  useHotkeys(
    'Везде',
    useMemo(
      () => [
        { keys: 'Ctrl+K', label: appTexts.palette, run: () => setQuery('') },
        { keys: 'F1', label: appTexts.keys, run: showHelp },
      ],
      [showHelp],
    ),
  );

  return (
    <AppFrame
      organisation={null}
      search={<SearchButton onClick={() => setQuery('')} />}
      network={<NetworkDot online>{appTexts.network.online}</NetworkDot>}
      person={null}
      sections={sections}
      currentSection={sectionOfPath(pathname)}
      onNavigate={go}
      tools={[{ label: appTexts.keys, icon: 'help', keys: 'F1', onClick: showHelp }]}
      jobs={last ? [last.text] : []}
      baseName=""
      toasts={<ToastStack toasts={toasts} onDismiss={dismiss} />}
    >
      <ErrorBoundary resetKey={pathname}>
        <Outlet />
      </ErrorBoundary>
      <Palette
        opened={query !== null}
        query={query ?? ''}
        onQueryChange={setQuery}
        groups={sectionGroups(query ?? '', go)}
        onClose={() => setQuery(null)}
      />
      <KeysHelp opened={help !== null} groups={help ?? []} onClose={() => setHelp(null)} />
    </AppFrame>
  );
};

const sectionGroups = (query: string, go: (section: Pick<NavSection, 'id'>) => void) => {
  const items = SECTIONS.filter((section) => section.label.toLowerCase().includes(query.trim().toLowerCase())).map(
    (section) => ({
      id: section.id,
      icon: section.icon,
      title: section.label,
      keys: `Alt+${SECTIONS.indexOf(section) + 1}`,
      run: () => go(section),
    }),
  );
  return items.length === 0 ? [] : [{ title: appTexts.go, items }];
};
