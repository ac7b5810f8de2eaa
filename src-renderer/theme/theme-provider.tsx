import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { mantineTheme } from './mantine-theme.ts';
import { DEFAULT_PREFERENCES, nextScale, parsePreferences, ROW_HEIGHT, type Preferences } from './preferences.ts';

type Theme = Preferences & {
  /** 1 at 100 %. Multiplies what only a number can express, such as the height of a virtual row. */
  readonly scale: number;
  /** Height of a table row in real px: density × scale. */
  readonly rowHeight: number;
  readonly setPreferences: (change: Partial<Preferences>) => void;
  readonly stepScale: (direction: 1 | -1) => void;
};

const ThemeContext = createContext<Theme>({
  ...DEFAULT_PREFERENCES,
  scale: 1,
  rowHeight: ROW_HEIGHT.normal,
  setPreferences: () => undefined,
  stepScale: () => undefined,
});

/** Scheme, scale and density of the person at this computer. */
export const useTheme = (): Theme => use(ThemeContext);

type ThemeProviderProps = {
  /** Names whose settings these are; another person at the same computer has own ones. */
  readonly owner?: string;
  readonly children: ReactNode;
};

/** Dresses everything below. Call `adoptThemeStyleSheet(document)` once before the first render. */
export const ThemeProvider = ({ owner = 'default', children }: ThemeProviderProps) => {
  const storageKey = `komplekt.preferences.${owner}`;
  const [preferences, setState] = useState(() => parsePreferences(localStorage.getItem(storageKey)));

  const setPreferences = useCallback(
    (change: Partial<Preferences>) => {
      setState((current) => {
        const next = { ...current, ...change };
        localStorage.setItem(storageKey, JSON.stringify(next));
        return next;
      });
    },
    [storageKey],
  );

  const scale = preferences.scalePercent / 100;
  useEffect(() => {
    document.documentElement.style.fontSize = `${16 * scale}px`;
  }, [scale]);

  const theme = useMemo<Theme>(
    () => ({
      ...preferences,
      scale,
      rowHeight: ROW_HEIGHT[preferences.density] * scale,
      setPreferences,
      stepScale: (direction) => setPreferences({ scalePercent: nextScale(preferences.scalePercent, direction) }),
    }),
    [preferences, scale, setPreferences],
  );

  return (
    <MantineProvider
      theme={mantineTheme}
      colorSchemeManager={NO_STORAGE}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      <SchemeFollower scheme={preferences.scheme} />
      <ThemeContext value={theme}>{children}</ThemeContext>
    </MantineProvider>
  );
};

/** The kit keeps its own copy of the scheme; ours is the one that is stored. */
const SchemeFollower = ({ scheme }: Pick<Preferences, 'scheme'>) => {
  // Without `keepTransitions` the kit would write an inline style for a moment, and our policy forbids those.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  useEffect(() => setColorScheme(scheme === 'system' ? 'auto' : scheme), [scheme, setColorScheme]);
  return null;
};

const NO_STORAGE = {
  get: <Value,>(value: Value) => value,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
