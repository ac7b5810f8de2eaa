import { printChord } from './keys/chord.ts';
import styles from './kbd.module.css';

/** A key as it is printed on the keyboard: «Ctrl+Enter», «Пробел». */
export const Kbd = ({ keys }: { readonly keys: string }) => <kbd className={styles.kbd}>{printChord(keys)}</kbd>;
