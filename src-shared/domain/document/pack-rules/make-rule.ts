import type { OrderKind } from '../document.ts';
import type { FactName } from './pack-facts.ts';
import type { PackRule } from './pack-rule.ts';

type Conditions = { readonly [Fact in FactName]?: string | readonly string[] };

/** One shipped rule, written short: `{ goods: 'yes' }` asks for one answer, a list for any of several. */
export const rule = (
  id: string,
  kind: OrderKind,
  when: Conditions,
  reason: string,
  more: Partial<Pick<PackRule, 'isOn' | 'effect'>> = {},
): PackRule => ({
  id,
  isOn: true,
  effect: 'include',
  kind,
  when: Object.entries(when).map(([fact, is]) => ({ fact, is: typeof is === 'string' ? [is] : [...is] })),
  reason,
  ...more,
});
