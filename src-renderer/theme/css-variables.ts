import {
  convertCssVariables,
  defaultCssVariablesResolver,
  DEFAULT_THEME,
  mergeMantineTheme,
  type CSSVariablesResolver,
} from '@mantine/core';
import { mantineTheme } from './mantine-theme.ts';
import { darkRoles, lightRoles, provenanceMarks, roleVariables } from './roles.ts';

/** Every role as `--k-…` per scheme, and the kit's own variables pointed at the roles. */
const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    ...roleVariables(provenanceMarks),
    '--mantine-color-body': 'var(--k-paper)',
    '--mantine-color-text': 'var(--k-ink)',
    '--mantine-color-dimmed': 'var(--k-ink-2)',
    '--mantine-color-default-border': 'var(--k-edge)',
    '--mantine-color-placeholder': 'var(--k-ink-3)',
    '--mantine-color-error': 'var(--k-red)',
    '--mantine-primary-color-filled': 'var(--k-pen)',
    '--mantine-primary-color-filled-hover': 'var(--k-pen-hover)',
  },
  light: roleVariables(lightRoles),
  dark: roleVariables(darkRoles),
});

/** The kit's variables and ours as the text of one style sheet. */
const themeStyleSheetText = (): string => {
  const theme = mergeMantineTheme(DEFAULT_THEME, mantineTheme);
  const kit = defaultCssVariablesResolver(theme);
  const ours = cssVariablesResolver(theme);
  const overrides = ours.variables;
  return convertCssVariables(
    {
      variables: { ...kit.variables, ...overrides },
      light: { ...kit.light, ...overrides, ...ours.light },
      dark: { ...kit.dark, ...overrides, ...ours.dark },
    },
    ':root',
  );
};

/**
 * Hands the variables to the document as a constructed style sheet.
 *
 * The kit would write them into an inline `<style>`, which needs `style-src 'unsafe-inline'` or a nonce; a page served
 * from `app://` has no fresh nonce. A constructed sheet is CSSOM and passes `style-src 'self'`.
 */
export const adoptThemeStyleSheet = (target: Document): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeStyleSheetText());
  target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet];
};
