import { oneCTexts as t } from '#renderer/text/one-c-texts.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './one-c.module.css';

/** One page of clicks in 1С:Бухгалтерия. */
export const OneCHelp = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) => (
  <Dialog opened={opened} title={t.help} onClose={onClose}>
    <ol className={styles.list}>
      {t.helpSteps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  </Dialog>
);
