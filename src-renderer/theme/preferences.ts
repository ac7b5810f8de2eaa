/** How one person likes the window. It is theirs on this computer and says nothing about documents. */
export type Preferences = { readonly scheme: Scheme; readonly scalePercent: number; readonly density: Density };
export type Scheme = 'light' | 'dark' | 'system';
export type Density = 'compact' | 'normal' | 'spacious';

const SCALE_STEPS = [90, 100, 110, 125, 150] as const;

/** Height of a table row in px at 100 % (design: плотно, обычно, просторно). */
export const ROW_HEIGHT: Readonly<Record<Density, number>> = { compact: 28, normal: 34, spacious: 40 };

export const DEFAULT_PREFERENCES: Preferences = { scheme: 'system', scalePercent: 100, density: 'normal' };

const SCHEMES: readonly string[] = ['light', 'dark', 'system'] satisfies Scheme[];
const isScheme = (value: unknown): value is Scheme => typeof value === 'string' && SCHEMES.includes(value);
const isDensity = (value: unknown): value is Density => typeof value === 'string' && value in ROW_HEIGHT;
const isScale = (value: unknown): value is number => SCALE_STEPS.some((step) => step === value);

/** Reads what was kept; anything unknown falls back to the default of that one setting. */
export const parsePreferences = (text: string | null): Preferences => {
  const stored = readObject(text);
  return {
    scheme: isScheme(stored['scheme']) ? stored['scheme'] : DEFAULT_PREFERENCES.scheme,
    scalePercent: isScale(stored['scalePercent']) ? stored['scalePercent'] : DEFAULT_PREFERENCES.scalePercent,
    density: isDensity(stored['density']) ? stored['density'] : DEFAULT_PREFERENCES.density,
  };
};

/** The next scale up or down; stays at 90 and 150 %. */
export const nextScale = (current: number, direction: 1 | -1): number => {
  const steps = direction === 1 ? SCALE_STEPS : SCALE_STEPS.toReversed();
  return steps.find((step) => (direction === 1 ? step > current : step < current)) ?? current;
};

const readObject = (text: string | null): Record<string, unknown> => {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // A settings text broken by hand is as good as none: the window must still open.
    return {};
  }
};
