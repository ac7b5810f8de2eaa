import type { Density, Scheme } from '#renderer/theme/preferences.ts';
import { useTheme } from '#renderer/theme/theme-provider.tsx';
import { ChoiceMenu, type MenuChoice } from './choice-menu.tsx';

export type Person = { readonly id: string; readonly name: string; readonly role: string };

type PersonMenuProps = {
  readonly people: readonly Person[];
  readonly currentId: string;
  readonly onSelect: (id: string) => void;
  /** Pages of «Настройки», above how the window looks. */
  readonly settings?: readonly MenuChoice[];
};

/** «Кто работает», and how the window looks for this person. */
export const PersonMenu = ({ people, currentId, onSelect, settings = [] }: PersonMenuProps) => {
  const { scheme, density, setPreferences } = useTheme();
  const current = people.find((person) => person.id === currentId);
  return (
    <ChoiceMenu
      icon="user"
      name={NAME}
      label={current ? `${current.name} · ${current.role}` : NAME}
      parts={[
        {
          title: NAME,
          choices: people.map((person) => ({
            id: person.id,
            label: person.name,
            detail: person.role,
            selected: person.id === currentId,
            onSelect: () => onSelect(person.id),
          })),
        },
        ...(settings.length === 0 ? [] : [{ title: 'Настройки', choices: settings }]),
        {
          title: 'Оформление',
          choices: SCHEMES.map(([id, label]) => ({
            id,
            label,
            selected: id === scheme,
            onSelect: () => setPreferences({ scheme: id }),
          })),
        },
        {
          title: 'Строки',
          choices: DENSITIES.map(([id, label]) => ({
            id,
            label,
            selected: id === density,
            onSelect: () => setPreferences({ density: id }),
          })),
        },
      ]}
    />
  );
};

const NAME = 'Кто работает';

const SCHEMES: readonly (readonly [Scheme, string])[] = [
  ['light', 'Светлое'],
  ['dark', 'Тёмное'],
  ['system', 'Как в Windows'],
];

const DENSITIES: readonly (readonly [Density, string])[] = [
  ['compact', 'Плотно'],
  ['normal', 'Обычно'],
  ['spacious', 'Просторно'],
];
