const ZONES = '[data-zone]';
const FOCUSABLE = 'a[href], button:not([tabindex="-1"]), input, select, textarea, [tabindex="0"]';

/** F6: list → pane → action bar → sections → list. */
export const focusNextZone = (): void => {
  const zones = [...document.querySelectorAll<HTMLElement>(ZONES)].sort((a, b) => rank(a) - rank(b));
  const current = zones.findIndex((zone) => zone.contains(document.activeElement));
  const next = zones[(current + 1) % zones.length];
  if (!next) return;
  const target = next.tabIndex === 0 ? next : next.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus();
};

const ORDER: readonly string[] = ['list', 'pane', 'actions', 'nav'];

const rank = (zone: HTMLElement): number => ORDER.indexOf(zone.dataset['zone'] ?? '');

/** Esc from the pane or the bar comes back to the list, with the row kept. */
export const focusList = (): void =>
  document.querySelector<HTMLElement>('[data-zone="list"]')?.focus({ preventScroll: true });
