import { editorTexts } from '#renderer/text/editor-texts.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Finding } from './read-definition.ts';
import styles from './process-editor.module.css';

const t = editorTexts.check;

type CheckPartProps = {
  /** With these nothing is released. */
  readonly faults: readonly Finding[];
  readonly warnings: readonly Finding[];
};

/** What the checker has found, each with its place. */
export const CheckPart = ({ faults, warnings }: CheckPartProps) => (
  <Section
    title={t.title}
    icon="list-check"
    aside={faults.length > 0 && <span className={styles.blocks}>{t.blocks(faults.length)}</span>}
  >
    {faults.length + warnings.length === 0 && (
      <p className={styles.clean}>
        <Icon name="circle-check" size="s" /> {t.clean}
      </p>
    )}
    <Lines findings={faults} tone="blocks" />
    <Lines findings={warnings} tone="warns" />
  </Section>
);

const Lines = ({ findings, tone }: { readonly findings: readonly Finding[]; readonly tone: 'blocks' | 'warns' }) =>
  findings.map(({ where, message }) => (
    <ProblemLine key={`${where} ${message}`} tone={tone}>
      {message} {where !== '' && <span className={styles.quiet}>({where})</span>}
    </ProblemLine>
  ));
