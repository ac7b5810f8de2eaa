import { texts } from '#renderer/text/ui-texts.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import styles from './search-button.module.css';

/** Looks like a field, opens the palette. */
export const SearchButton = ({ onClick }: { readonly onClick: () => void }) => (
  <button type="button" className={styles.find} onClick={onClick}>
    <Icon name="search" />
    <span className={styles.words}>{texts.frame.search}</span>
    <Kbd keys="Ctrl+K" />
  </button>
);
