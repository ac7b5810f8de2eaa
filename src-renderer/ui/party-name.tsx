import styles from './party-name.module.css';

type PartyNameProps = { readonly name: string; readonly form: string };

/** «Гастроном на Площади ООО»: the legal form stands behind, so the list reads and sorts by name. Only the name is cut. */
export const PartyName = ({ name, form }: PartyNameProps) => (
  <span className={styles.party} title={`${name} ${form}`}>
    <span className={styles.name}>{name}</span>
    <span className={styles.form}>{form}</span>
  </span>
);
