import type { ReactNode } from 'react';
import { texts } from '#renderer/text/ui-texts.ts';
import { classNames } from './class-names.ts';
import { ScrollColumn } from './scroll-column.tsx';
import styles from './preview-frame.module.css';

export type PreviewTab = { readonly id: string; readonly label: string };

type PreviewFrameProps = {
  readonly title: string;
  /** «Станет v2», «Было v1», «Рядом». */
  readonly tabs?: readonly PreviewTab[];
  readonly selectedTab?: string;
  readonly onSelectTab?: (id: string) => void;
  /** «шаблон „Счёт“ v7 · стр. 1 из 1». */
  readonly note?: ReactNode;
  /** `draft` says so in words; `updating` keeps the old page in sight. */
  readonly state?: 'exact' | 'draft' | 'updating';
  readonly demo?: boolean;
  /** A framed problem line above the page. */
  readonly problem?: ReactNode;
  /** The page, or the sandboxed frame that shows it. */
  readonly children: ReactNode;
  readonly inspector?: ReactNode;
  /** The key of colours is needed only when the page has marks. */
  readonly withLegend?: boolean;
};

/** A light page on the desk, with the key to its marks below. */
export const PreviewFrame = ({
  title,
  tabs = [],
  selectedTab,
  onSelectTab,
  note,
  state = 'exact',
  demo = false,
  problem,
  children,
  inspector,
  withLegend = true,
}: PreviewFrameProps) => (
  <div className={styles.frame}>
    <div className={styles.head}>
      <b>{title}</b>
      {tabs.length > 0 && (
        <span className={styles.tabs} role="group" aria-label={title}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              className={classNames(styles.tab, tab.id === selectedTab && styles.on)}
              aria-pressed={tab.id === selectedTab}
              onClick={() => onSelectTab?.(tab.id)}
            >
              {tab.label}
            </button>
          ))}
        </span>
      )}
      <span className={styles.note}>{state === 'exact' ? note : texts.preview[state]}</span>
    </div>
    {problem && <div className={styles.problem}>{problem}</div>}
    <ScrollColumn label={title} surface="desk">
      <div className={styles.sheet} aria-busy={state === 'updating'}>
        {children}
        {demo && <span className={styles.demo} data-text={texts.preview.demo} />}
      </div>
    </ScrollColumn>
    {inspector}
    {withLegend && <Legend />}
  </div>
);

const SOURCES = ['crm', 'directory', 'computed', 'hand'] as const;

const Legend = () => (
  <p className={styles.legend}>
    {texts.preview.legend}
    {SOURCES.map((source) => (
      <span key={source} className={classNames('k-mark', styles.mark)} data-source={source}>
        {texts.preview.source[source]}
      </span>
    ))}
  </p>
);
