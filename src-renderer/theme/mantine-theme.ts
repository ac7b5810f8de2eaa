import { createTheme, type MantineColorsTuple } from '@mantine/core';

const FONT_FAMILY = "'Golos Text Variable', 'Golos Text', 'PT Sans', 'Segoe UI', system-ui, sans-serif";

const PEN: MantineColorsTuple = [
  '#f1f4fd',
  '#e8edfb',
  '#cdd8f6',
  '#a9bbee',
  '#7f98e3',
  '#5876d6',
  '#3a5ac6',
  '#2448b5',
  '#1b3891',
  '#13296d',
];
const RED: MantineColorsTuple = [
  '#fdf4f2',
  '#fbe9e6',
  '#f1c8c2',
  '#e5a49d',
  '#d97f76',
  '#cc5d53',
  '#c04138',
  '#b3261e',
  '#8f1e18',
  '#6b1712',
];
const AMBER: MantineColorsTuple = [
  '#fff9e8',
  '#fff2d1',
  '#f0d695',
  '#dfb758',
  '#c99b37',
  '#b3811d',
  '#9c680a',
  '#855000',
  '#694000',
  '#4e3000',
];
const GREEN: MantineColorsTuple = [
  '#f0f8f2',
  '#e2f1e5',
  '#bbdcc4',
  '#93c5a2',
  '#6faf84',
  '#4d9868',
  '#34814f',
  '#1d6a39',
  '#17542d',
  '#103e21',
];
/** Warm ramp from the desk to the ink. */
const GRAY: MantineColorsTuple = [
  '#f7f5f0',
  '#ebe8e1',
  '#e0dcd2',
  '#dedad0',
  '#c6c0b2',
  '#857f72',
  '#5f6670',
  '#4a515c',
  '#333941',
  '#1c2128',
];
/** From the ink of the dark theme to its desk; 7 is paper, 8 panel, 9 desk. */
const DARK: MantineColorsTuple = [
  '#e9e6df',
  '#bcc0c6',
  '#9aa1ab',
  '#7f8792',
  '#454c57',
  '#30353d',
  '#22262c',
  '#1f2329',
  '#191c21',
  '#14161a',
];

const MD_SHADOW = 'var(--k-shadow-2)';

/** The kit dressed as our desk. Sizes are rem of 16 px, so the window's scale moves all of it together. */
export const mantineTheme = createTheme({
  fontFamily: FONT_FAMILY,
  headings: { fontFamily: FONT_FAMILY, fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.3333', sm: '1.3846', md: '1.4286', lg: '1.375', xl: '1.3' },
  spacing: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'sm',
  colors: { pen: PEN, red: RED, amber: AMBER, green: GREEN, gray: GRAY, dark: DARK },
  primaryColor: 'pen',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  shadows: { xs: 'var(--k-shadow-1)', sm: MD_SHADOW, md: MD_SHADOW, lg: MD_SHADOW, xl: MD_SHADOW },
  focusRing: 'auto',
  focusClassName: 'k-focus',
  respectReducedMotion: true,
  cursorType: 'default',
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 120 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 }, lockScroll: false, centered: true } },
    Menu: { defaultProps: { transitionProps: { duration: 120 }, shadow: 'md' } },
    Select: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
  },
});
