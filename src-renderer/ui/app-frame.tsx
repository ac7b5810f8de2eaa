import { useEffect, useMemo, type ReactNode } from 'react';
import { useTheme } from '#renderer/theme/theme-provider.tsx';
import { texts } from '#renderer/text/ui-texts.ts';
import { classNames } from './class-names.ts';
import { focusNextZone } from './focus-zones.ts';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { useHotkeys } from './keys/use-hotkeys.ts';
import { Logo } from './logo.tsx';
import styles from './app-frame.module.css';

export type NavSection = {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** An address, so that the section can be opened like any link. */
  readonly href: string;
  /** How many wait for this person; nothing when none. */
  readonly waiting?: number;
  /** Some of them are overdue. */
  readonly overdue?: boolean;
};

/** Under the line: help, settings. */
export type NavTool = {
  readonly label: string;
  readonly icon: IconName;
  readonly keys?: string;
  readonly onClick: () => void;
};

type AppFrameProps = {
  /** Whose documents: usually a `ChoiceMenu`. */
  readonly organisation: ReactNode;
  readonly search: ReactNode;
  readonly network: ReactNode;
  /** The bell with what is new. */
  readonly notices?: ReactNode;
  readonly person: ReactNode;
  readonly sections: readonly NavSection[];
  readonly currentSection: string;
  readonly onNavigate: (section: NavSection) => void;
  readonly tools?: readonly NavTool[];
  /** Cells of the bottom bar, left to right. */
  readonly jobs: readonly ReactNode[];
  /** «Демонстрационная база». */
  readonly baseName: string;
  readonly children: ReactNode;
  /** Toasts, over the page and above the job bar. */
  readonly toasts?: ReactNode;
};

/** The desk: top bar, sections, the paper with the page, the job bar. Bars never scroll. */
export const AppFrame = ({
  organisation,
  search,
  network,
  notices,
  person,
  sections,
  currentSection,
  onNavigate,
  tools = [],
  jobs,
  baseName,
  children,
  toasts,
}: AppFrameProps) => {
  useFrameKeys(sections, onNavigate);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content" onClick={skipToContent}>
        {texts.frame.skip}
      </a>
      <header className={styles.top}>
        <span className={styles.logo}>
          <Logo />
          Комплект
        </span>
        {organisation}
        {search}
        <span className={styles.space} />
        {network}
        {notices}
        <span className={styles.divider} />
        {person}
      </header>
      <nav className={styles.nav} aria-label={texts.frame.sections} data-zone="nav">
        {sections.map((section, index) => (
          <NavLink
            key={section.id}
            section={section}
            digit={index < DIGITS ? index + 1 : null}
            isCurrent={section.id === currentSection}
            onNavigate={onNavigate}
          />
        ))}
        <span className={styles.space} />
        {tools.length > 0 && <hr className={styles.rule} />}
        {tools.map((tool) => (
          <button key={tool.label} type="button" className={styles.link} onClick={tool.onClick}>
            <span className={styles.digit} />
            <Icon name={tool.icon} />
            {tool.label}
            {tool.keys && (
              <span className={styles.toolKeys}>
                <Kbd keys={tool.keys} />
              </span>
            )}
          </button>
        ))}
      </nav>
      <main id="content" className={styles.page} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.jobs} aria-label={texts.frame.jobs}>
        {jobs.map((job, index) => (
          <span key={index} className={styles.job}>
            {job}
          </span>
        ))}
        <span className={styles.base}>{baseName}</span>
      </footer>
      {toasts}
    </div>
  );
};

/** Alt+1 … Alt+9. */
const DIGITS = 9;

type NavLinkProps = {
  readonly section: NavSection;
  /** Null for a section beyond the nine digits. */
  readonly digit: number | null;
  readonly isCurrent: boolean;
  readonly onNavigate: (section: NavSection) => void;
};

const NavLink = ({ section, digit, isCurrent, onNavigate }: NavLinkProps) => (
  <a
    className={classNames(styles.link, isCurrent && styles.on)}
    href={section.href}
    aria-current={isCurrent ? 'page' : undefined}
    onClick={(event) => {
      event.preventDefault();
      onNavigate(section);
    }}
  >
    <span className={styles.digit} aria-hidden="true">
      {digit}
    </span>
    <Icon name={section.icon} />
    {section.label}
    {section.waiting !== undefined && section.waiting > 0 && (
      <span className={section.overdue ? styles.overdue : styles.waiting}>{section.waiting}</span>
    )}
  </a>
);

const useFrameKeys = (sections: readonly NavSection[], onNavigate: (section: NavSection) => void) => {
  const { stepScale } = useTheme();
  useHotkeys(
    texts.frame.everywhere,
    useMemo(
      () => [
        { keys: 'F6', label: texts.frame.nextZone, run: focusNextZone },
        { keys: 'Ctrl+Plus', label: texts.frame.larger, run: () => stepScale(1) },
        { keys: 'Ctrl+Minus', label: texts.frame.smaller, run: () => stepScale(-1) },
      ],
      [stepScale],
    ),
  );
  useHotkeys(
    texts.frame.sectionsKeys,
    useMemo(
      () =>
        sections.slice(0, DIGITS).map((section, index) => ({
          keys: `Alt+${index + 1}`,
          label: section.label,
          run: () => onNavigate(section),
        })),
      [sections, onNavigate],
    ),
  );
  // Windows gives a lone Alt to the menu of the window; we have none, and Alt+1 must not steal the focus.
  useEffect(() => {
    const swallow = (event: KeyboardEvent) => event.code.startsWith('Alt') && event.preventDefault();
    window.addEventListener('keyup', swallow);
    return () => window.removeEventListener('keyup', swallow);
  }, []);
};

/** By focus and not by hash: the address may belong to the router. */
const skipToContent = (event: { preventDefault: () => void }) => {
  event.preventDefault();
  document.getElementById('content')?.focus();
};
