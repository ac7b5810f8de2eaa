import { useCallback, useState } from 'react';
import { ThemeProvider } from '#renderer/theme/theme-provider.tsx';
import { AppFrame, type NavSection } from '#renderer/ui/app-frame.tsx';
import { ChoiceMenu } from '#renderer/ui/choice-menu.tsx';
import { JobLine } from '#renderer/ui/job-line.tsx';
import { HotkeyProvider } from '#renderer/ui/keys/hotkey-provider.tsx';
import type { HotkeyGroup } from '#renderer/ui/keys/hotkey-registry.ts';
import { KeysHelp } from '#renderer/ui/keys/keys-help.tsx';
import { useHotkeys, useHotkeySnapshot } from '#renderer/ui/keys/use-hotkeys.ts';
import { NetworkDot } from '#renderer/ui/network-dot.tsx';
import { Palette } from '#renderer/ui/palette.tsx';
import { PersonMenu } from '#renderer/ui/person-menu.tsx';
import { SearchButton } from '#renderer/ui/search-button.tsx';
import { ToastProvider, useToasts } from '#renderer/ui/toasts.tsx';
import { ToastStack } from '#renderer/ui/toast-stack.tsx';
import { ManyStory } from './many-story.tsx';
import { OrderStory } from './order-story.tsx';
import { paletteGroups } from './palette-data.ts';
import { PartsStory } from './parts-story.tsx';
import { StatesStory } from './states-story.tsx';
import { TodayStory } from './today-story.tsx';

/** One story in the real frame. */
export const Stories = ({ story }: { readonly story: string }) => (
  <ThemeProvider owner="stories">
    <HotkeyProvider>
      <ToastProvider>
        <StoryFrame story={story} />
      </ToastProvider>
    </HotkeyProvider>
  </ThemeProvider>
);

const STORIES: Readonly<Record<string, () => React.JSX.Element>> = {
  today: TodayStory,
  order: OrderStory,
  parts: PartsStory,
  states: StatesStory,
  many: ManyStory,
};

const SECTIONS: readonly NavSection[] = [
  { id: 'today', label: 'Сегодня', icon: 'sun', href: '?story=today', waiting: 23, overdue: true },
  { id: 'order', label: 'Заказы', icon: 'clipboard-list', href: '?story=order' },
  { id: 'parts', label: 'Документы', icon: 'files', href: '?story=parts', waiting: 7 },
  { id: 'states', label: 'Состояния', icon: 'alert-triangle', href: '?story=states' },
  { id: 'many', label: 'Десять тысяч', icon: 'list-check', href: '?story=many' },
];

const PEOPLE = [
  { id: '1', name: 'Белова', role: 'офис-менеджер' },
  { id: '2', name: 'Петров', role: 'менеджер' },
];

const goTo = (section: NavSection) => location.assign(section.href);

const StoryFrame = ({ story }: { readonly story: string }) => {
  const { toasts, dismiss } = useToasts();
  const hotkeysNow = useHotkeySnapshot();
  const [query, setQuery] = useState<string | null>(null);
  const [help, setHelp] = useState<readonly HotkeyGroup[] | null>(null);
  const [personId, setPersonId] = useState('1');
  const openPalette = useCallback(() => setQuery(''), []);
  const Story = STORIES[story] ?? TodayStory;

  return (
    <>
      <FrameKeys onPalette={openPalette} onHelp={() => setHelp(hotkeysNow())} />
      <AppFrame
        organisation={
          <ChoiceMenu
            icon="building"
            name="Организация"
            label="Все организации"
            parts={[
              {
                title: 'Организация',
                choices: [{ id: 'all', label: 'Все организации', selected: true, onSelect: () => undefined }],
              },
            ]}
          />
        }
        search={<SearchButton onClick={openPalette} />}
        network={
          <NetworkDot online={story !== 'states'}>
            {story === 'states' ? 'без сети с 13:20 · исходящих 4' : 'онлайн · исходящих 0'}
          </NetworkDot>
        }
        person={<PersonMenu people={PEOPLE} currentId={personId} onSelect={setPersonId} />}
        sections={SECTIONS}
        currentSection={story}
        onNavigate={goTo}
        tools={[{ label: 'Клавиши', icon: 'help', keys: 'F1', onClick: () => setHelp(hotkeysNow()) }]}
        jobs={[
          <JobLine
            key="print"
            icon="printer"
            text="Печать: 12 листов, HP-2, идёт"
            progress={{ done: 5, total: 12, failed: 0 }}
          />,
          'Обмен с Битрикс24 09:41, +6 заказов',
        ]}
        baseName="Демонстрационная база"
        toasts={<ToastStack toasts={toasts} onDismiss={dismiss} />}
      >
        <Story />
      </AppFrame>
      <Palette
        opened={query !== null}
        query={query ?? ''}
        onQueryChange={setQuery}
        groups={paletteGroups(query ?? '')}
        onClose={() => setQuery(null)}
      />
      <KeysHelp opened={help !== null} groups={help ?? []} onClose={() => setHelp(null)} />
    </>
  );
};

const FrameKeys = ({ onPalette, onHelp }: { readonly onPalette: () => void; readonly onHelp: () => void }) => {
  useHotkeys('Везде', [
    { keys: 'Ctrl+K', label: 'найти или сделать', run: onPalette },
    { keys: 'F1', label: 'клавиши', run: onHelp },
  ]);
  return null;
};
