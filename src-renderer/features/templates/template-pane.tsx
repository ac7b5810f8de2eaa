import { momentInWords } from '#renderer/text/dates.ts';
import { templateTexts as t } from '#renderer/text/template-texts.ts';
import { ActionButtons, type BarAction } from '#renderer/ui/action-bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import styles from './templates.module.css';
import { isBroken, type TemplateRow } from './use-templates.ts';

type TemplatePaneProps = {
  readonly template: TemplateRow;
  readonly today: string;
  readonly onCopyPath: (path: string) => void;
  /** Rare ones, which have no place in the bar. */
  readonly actions: readonly BarAction[];
};

/** What the last check found, where the file lies, and what the template has come through. */
export const TemplatePane = ({ template, today, onCopyPath, actions }: TemplatePaneProps) => {
  const { problems, version, since, path, versions, documents } = template;
  return (
    <div className={styles.pane}>
      <Section title={t.checkTitle} note={isBroken(template) ? t.kept(version) : undefined}>
        {problems.map(({ code, message, where, data }, index) => (
          <ProblemLine key={`${code}:${where}:${index}`} tone={data['severity'] === 'warning' ? 'warns' : 'blocks'}>
            <span className={styles.message}>{message}</span>
            <span className={styles.where}>{where}</span>
          </ProblemLine>
        ))}
        {problems.length === 0 && (
          <ProblemLine tone="mended">
            {since === null ? t.clean : `${t.clean}: ${t.cleanSince(version, momentInWords(since, today))}`}
          </ProblemLine>
        )}
      </Section>
      <Section title={t.file}>
        <p className={styles.path}>{path}</p>
        <p className={styles.hint}>{t.fileHint}</p>
        <Button size="s" icon="copy" onClick={() => onCopyPath(path)}>
          {t.copyPath}
        </Button>
      </Section>
      <Section title={t.versions} note={t.usedIn(documents)}>
        <ul className={styles.list}>
          {versions.map((one) => (
            <li key={one.version}>
              <b>{t.version(one.version)}</b> {momentInWords(one.at, today)}, {one.who || t.byWord}
            </li>
          ))}
        </ul>
        <div className={styles.buttons}>
          <ActionButtons title={t.pane} actions={actions} />
        </div>
      </Section>
    </div>
  );
};
