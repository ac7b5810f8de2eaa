import { capitalize } from '#shared/kernel/text.ts';
import { texts } from '#renderer/text/ui-texts.ts';
import { Dialog } from '../dialog.tsx';
import { Kbd } from '../kbd.tsx';
import type { HotkeyGroup } from './hotkey-registry.ts';
import styles from './keys-help.module.css';

type KeysHelpProps = {
  readonly opened: boolean;
  /** Taken before the dialog opened: the dialog's own keys are not what the person asked about. */
  readonly groups: readonly HotkeyGroup[];
  readonly onClose: () => void;
};

/** F1: the keys of this screen, each with what it does. */
export const KeysHelp = ({ opened, groups, onClose }: KeysHelpProps) => (
  <Dialog opened={opened} title={texts.keys.title} onClose={onClose}>
    <div className={styles.columns}>
      {mergeByTitle(groups).map((group) => (
        <section key={group.title} className={styles.group}>
          <h3 className={styles.title}>{group.title}</h3>
          <dl className={styles.list}>
            {group.hotkeys.map((hotkey) => (
              <div key={`${hotkey.keys} ${hotkey.label}`} className={styles.line}>
                <dt className={styles.keys}>
                  <Kbd keys={hotkey.keys} />
                </dt>
                <dd>{capitalize(hotkey.label)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
);

const mergeByTitle = (groups: readonly HotkeyGroup[]) =>
  [...Map.groupBy(groups, (group) => group.title)]
    .map(([title, same]) => ({ title, hotkeys: same.flatMap((group) => group.hotkeys) }))
    .filter((group) => group.hotkeys.length > 0);
