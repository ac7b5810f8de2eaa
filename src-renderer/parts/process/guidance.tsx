import { processTexts } from '#renderer/text/process-texts.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { RecordCard } from './shapes.ts';
import styles from './guidance.module.css';

const t = processTexts.guidance;

/** What to do on the stage, which papers to ask for, which to hand over. */
export const Guidance = ({ guidance }: { readonly guidance: NonNullable<RecordCard['guidance']> }) => (
  <Section title={t.title} icon="book">
    {guidance.text !== '' && <p className={styles.text}>{guidance.text}</p>}
    <Papers title={t.documents} papers={guidance.documents} />
    <Papers title={t.handOver} papers={guidance.handOver} />
  </Section>
);

const Papers = ({ title, papers }: { readonly title: string; readonly papers: readonly string[] }) =>
  papers.length > 0 && (
    <>
      <p className={styles.head}>{title}</p>
      <ul className={styles.papers}>
        {papers.map((paper) => (
          <li key={paper}>{paper}</li>
        ))}
      </ul>
    </>
  );
