import { namesOf } from '#shared/domain/document/titles.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { monthEndTexts } from '#renderer/text/month-end-texts.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './kinds-dialog.module.css';

const t = monthEndTexts.kindsDialog;

type KindsDialogProps = {
  /** Kinds that the orders of the month still want. */
  readonly kinds: readonly DocumentKind[];
  /** Null: all of them. */
  readonly chosen: ReadonlySet<DocumentKind> | null;
  readonly onChoose: (chosen: ReadonlySet<DocumentKind> | null) => void;
  readonly onClose: () => void;
};

/** Which documents the blue button makes this time; a tick acts at once. */
export const KindsDialog = ({ kinds, chosen, onChoose, onClose }: KindsDialogProps) => {
  const turn = (kind: DocumentKind, isOn: boolean): void => {
    const next = new Set(kinds.filter((one) => (one === kind ? isOn : chosen === null || chosen.has(one))));
    onChoose(next.size === kinds.length ? null : next);
  };
  return (
    <Dialog opened title={t.title} note={t.note} onClose={onClose}>
      <div className={styles.kinds}>
        {kinds.map((kind) => (
          <label key={kind} className={styles.kind}>
            <input
              type="checkbox"
              checked={chosen === null || chosen.has(kind)}
              onChange={(event) => turn(kind, event.currentTarget.checked)}
            />
            {namesOf(kind).title}
          </label>
        ))}
      </div>
    </Dialog>
  );
};
