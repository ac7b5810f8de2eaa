import { Menu } from '@mantine/core';
import { Icon, type IconName } from './icon.tsx';
import styles from './choice-menu.module.css';

export type MenuChoice = {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly selected?: boolean;
  readonly onSelect: () => void;
};

export type MenuPart = { readonly title: string; readonly choices: readonly MenuChoice[] };

type ChoiceMenuProps = {
  readonly icon: IconName;
  /** What is chosen now. */
  readonly label: string;
  /** What can be chosen here, for the screen reader: «Организация». */
  readonly name: string;
  readonly parts: readonly MenuPart[];
};

/** A rare choice of the frame: whose organisation, who works. Daily actions never live in a menu. */
export const ChoiceMenu = ({ icon, label, name, parts }: ChoiceMenuProps) => (
  <Menu position="bottom-start" classNames={{ dropdown: styles.dropdown, item: styles.item, label: styles.heading }}>
    <Menu.Target>
      <button type="button" className={styles.target} aria-label={`${name}: ${label}`}>
        <Icon name={icon} />
        <span className={styles.label}>{label}</span>
        <Icon name="chevron-down" size="s" />
      </button>
    </Menu.Target>
    <Menu.Dropdown>
      {parts.map((part) => (
        <div key={part.title} role="group" aria-label={part.title}>
          <Menu.Label>{part.title}</Menu.Label>
          {part.choices.map((choice) => (
            <Menu.Item
              key={choice.id}
              role="menuitemradio"
              aria-checked={choice.selected ?? false}
              rightSection={choice.selected ? <Icon name="check" size="s" /> : undefined}
              onClick={choice.onSelect}
            >
              {choice.label}
              {choice.detail && <span className={styles.detail}> {choice.detail}</span>}
            </Menu.Item>
          ))}
        </div>
      ))}
    </Menu.Dropdown>
  </Menu>
);
