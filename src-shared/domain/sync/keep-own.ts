import { setOrderField } from '../edit/order-fields.ts';
import type { Order } from '../order/order.ts';

/** Texts of which each setter takes at least one. */
const PROBES: readonly string[] = ['', '0', '1', 'x', '22'];

const valueOf = (order: Order, path: string): string | null => {
  for (const probe of PROBES) {
    const edited = setOrderField(order, path, probe);
    if (edited) return edited.before;
  }
  return null;
};

/**
 * An order that came again, with the values that a person here typed into fields the CRM does not hold. Shared fields lose their
 * mark «вручную»: our changes of those were merged before, by their base.
 */
export const keepOwn = (incoming: Order, known: Order, isShared: (path: string) => boolean): Order => {
  let kept: Order = { ...incoming, manualFields: {} };
  for (const [path, mark] of Object.entries(known.manualFields)) {
    const value = isShared(path) ? null : valueOf(known, path);
    const edited = value === null ? null : setOrderField(kept, path, value);
    if (edited) kept = { ...edited.after, manualFields: { ...kept.manualFields, [path]: mark } };
  }
  return kept;
};
