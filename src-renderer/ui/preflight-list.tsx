import { useMemo, useRef, type ReactNode } from 'react';
import { texts } from '#renderer/text/ui-texts.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { useHotkeys } from './keys/use-hotkeys.ts';
import { ProblemLine, type ProblemMend, type ProblemTone } from './problem-line.tsx';
import { Section } from './section.tsx';
import { Skeleton } from './skeleton.tsx';
import styles from './preflight-list.module.css';

export type PreflightProblem = {
  readonly id: string;
  readonly tone: Exclude<ProblemTone, 'mended'>;
  readonly text: string;
  /** The sheet of the pack it belongs to. */
  readonly sheet?: ReactNode;
  readonly mend?: ProblemMend;
  /** Another way, less usual: «Выпустить вопреки…». */
  readonly other?: ProblemMend;
  readonly whoCan?: string;
  /** Overridden by somebody with the right: «ГД: оригинал привезут». The line is struck. */
  readonly overridden?: string;
  /** Its field, opened in place: stands under the line instead of the button. */
  readonly editor?: ReactNode;
};

type PreflightListProps = {
  readonly total: number;
  readonly passed: number;
  /** Blocking first: the caller keeps the order of the rules inside each tone. */
  readonly problems: readonly PreflightProblem[];
  readonly running?: boolean;
};

/** Only problems, blocking first; N walks them. A clean check is one green line. */
export const PreflightList = ({ total, passed, problems, running = false }: PreflightListProps) => {
  const list = useRef<HTMLUListElement>(null);
  useHotkeys(
    texts.preflight.list,
    useMemo(
      () => [
        { keys: 'N', label: texts.preflight.next, run: () => focusProblem(list.current, 1) },
        { keys: 'Shift+N', label: texts.preflight.previous, run: () => focusProblem(list.current, -1) },
      ],
      [],
    ),
  );

  if (running) {
    return (
      <Section title={texts.preflight.running} icon="list-check">
        <Skeleton lines={3} />
      </Section>
    );
  }
  if (problems.length === 0) {
    return (
      <div className={styles.clean}>
        <Icon name="circle-check" />
        {texts.preflight.clean(total)}
      </div>
    );
  }
  const blocking = problems.filter((problem) => problem.tone === 'blocks' && problem.overridden === undefined).length;
  const warnings = problems.filter((problem) => problem.tone === 'warns').length;
  const ordered = [...problems].sort((a, b) => rank(a) - rank(b));
  return (
    <Section
      title={texts.preflight.head(total, passed)}
      icon="list-check"
      aside={
        <>
          {blocking > 0 && <b className={styles.blocking}>{texts.preflight.blocking(blocking)}</b>}
          {warnings > 0 && <b className={styles.warnings}>{texts.preflight.warnings(warnings)}</b>}
          <Kbd keys="N" />
        </>
      }
    >
      <ul ref={list}>
        {ordered.map((problem) => (
          <li key={problem.id} className={styles.item} data-problem="" tabIndex={-1}>
            <ProblemLine
              spread
              tone={problem.tone}
              lead={problem.sheet}
              mend={problem.editor ? undefined : problem.mend}
              other={problem.editor ? undefined : problem.other}
              whoCan={problem.whoCan}
            >
              {problem.overridden === undefined ? (
                problem.text
              ) : (
                <>
                  <s>{problem.text}</s> <span className={styles.reason}>{problem.overridden}</span>
                </>
              )}
            </ProblemLine>
            {problem.editor && <div className={styles.editor}>{problem.editor}</div>}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const rank = (problem: PreflightProblem): number => {
  if (problem.overridden !== undefined) return 2;
  return problem.tone === 'blocks' ? 0 : 1;
};

/** Moves the focus to the mending button of the neighbour, or to the line itself; walks in a circle. */
const focusProblem = (list: HTMLUListElement | null, step: 1 | -1): void => {
  const items = [...(list?.querySelectorAll<HTMLElement>('[data-problem]') ?? [])];
  const current = items.findIndex((item) => item.contains(document.activeElement));
  const start = current === -1 && step === -1 ? 0 : current;
  const next = items[(start + step + items.length) % items.length];
  (next?.querySelector('button') ?? next)?.focus();
};
