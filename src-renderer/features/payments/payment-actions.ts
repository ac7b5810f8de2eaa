import { paymentTexts as t } from '#renderer/text/payment-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import type { PaymentRow } from './payment-row.ts';

type PaymentDeeds = {
  readonly row: PaymentRow | null;
  readonly canEdit: boolean;
  readonly accept: (row: PaymentRow) => void;
  readonly search: () => void;
  readonly advance: (row: PaymentRow) => void;
  readonly notOurs: (row: PaymentRow) => void;
  readonly undo: (row: PaymentRow) => void;
  readonly match: () => void;
  readonly rules: () => void;
  readonly thresholds: () => void;
  readonly debts: () => void;
};

/** The keys of product.md §7.3, each with the reason when it cannot act. */
export const paymentActions = (deeds: PaymentDeeds): readonly BarAction[] => {
  const { row, canEdit } = deeds;
  const open = canEdit
    ? row === null
      ? t.reasons.nothing
      : row.isSettled
        ? t.reasons.settled
        : null
    : t.reasons.noRight;
  const proposed = open ?? (row?.kind === 'unknown' ? t.reasons.unknown : null);
  const placed = canEdit ? (row?.isSettled === true ? null : t.reasons.notSettled) : t.reasons.noRight;
  const on = (act: (row: PaymentRow) => void) => () => {
    if (row !== null) act(row);
  };
  return [
    {
      id: 'accept',
      label: t.accept,
      keys: 'Enter',
      primary: true,
      icon: 'check',
      run: on(deeds.accept),
      ...because(proposed),
    },
    {
      id: 'search',
      label: t.search,
      keys: '/',
      icon: 'search',
      run: deeds.search,
      ...because(canEdit && row !== null ? null : t.reasons.nothing),
    },
    { id: 'advance', label: t.advance, keys: 'A', run: on(deeds.advance), ...because(open) },
    { id: 'notOurs', label: t.notOurs, keys: 'X', run: on(deeds.notOurs), ...because(open) },
    { id: 'undo', label: t.undo, keys: 'Z', run: on(deeds.undo), ...because(placed) },
    {
      id: 'match',
      label: t.match,
      keys: 'M',
      quiet: true,
      run: deeds.match,
      ...because(canEdit ? null : t.reasons.noRight),
    },
    { id: 'debts', label: t.debts, keys: 'D', quiet: true, run: deeds.debts },
    { id: 'rules', label: t.rules, keys: 'R', quiet: true, run: deeds.rules },
    {
      id: 'thresholds',
      label: t.thresholds.open,
      keys: 'T',
      quiet: true,
      run: deeds.thresholds,
      ...because(canEdit ? null : t.reasons.noRight),
    },
  ];
};

type StatementDeeds = {
  readonly canEdit: boolean;
  readonly choose: () => void;
  /** Null while there is no import. */
  readonly undoImport: (() => void) | null;
};

/** What concerns whole statements. */
export const statementActions = (deeds: StatementDeeds): readonly BarAction[] => {
  const { canEdit } = deeds;
  return [
    {
      id: 'choose',
      label: t.choose,
      keys: 'Ctrl+O',
      icon: 'file-import',
      run: deeds.choose,
      ...because(canEdit ? null : t.reasons.noRight),
    },
    {
      id: 'undoImport',
      label: t.undoImport,
      keys: 'Shift+Del',
      quiet: true,
      run: () => deeds.undoImport?.(),
      ...because(canEdit ? (deeds.undoImport === null ? t.reasons.noImport : null) : t.reasons.noRight),
    },
  ];
};

const because = (reason: string | null) => (reason === null ? {} : { disabledReason: reason });
