import { useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { Guidance } from '#renderer/parts/process/guidance.tsx';
import { Happened } from '#renderer/parts/process/happened.tsx';
import { momentText } from '#renderer/parts/process/moments.ts';
import type { RecordCard } from '#renderer/parts/process/shapes.ts';
import { useDownload } from '#renderer/parts/process/use-download.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { recordTexts as t } from '#renderer/text/record-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import styles from './records.module.css';

type RecordSideProps = {
  readonly record: RecordCard;
  readonly today: string;
  readonly onOpenRecord: (recordId: string) => void;
  readonly onOpenReport: (reportId: string) => void;
  readonly onSent: (messageId: string) => void;
};

const MOST_EVENTS = 200;

/** Beside the record: what the stage asks for, papers and messages, what is linked to it, and its history. */
export const RecordSide = ({ record, today, onOpenRecord, onOpenReport, onSent }: RecordSideProps) => {
  const { guidance, reports, messages, files, related, timeline } = record;
  const [all, setAll] = useState(false);
  const whole = useQueryCall('records.timeline', { id: record.instanceId, limit: MOST_EVENTS }, { enabled: all });
  const { show } = useToasts();
  const download = useDownload();
  const copy = (text: string): void =>
    void navigator.clipboard.writeText(text).then(() => show({ text: t.copiedText }));
  const shown = whole.data?.items ?? timeline;
  return (
    <ScrollColumn label={processTexts.timeline.title}>
      {guidance && <Guidance guidance={guidance} />}
      {messages.length > 0 && (
        <Section title={t.messages} icon="mail" note={t.messagesNote}>
          {messages.map(({ id, to, text, way, reason }) => (
            <div key={id} className={styles.message}>
              <span className={styles.quiet}>{t.to(to)}</span>
              <span className={styles.text}>{text}</span>
              {way !== 'copy' && (
                <span className={styles.quiet}>
                  {[t.messageWay[way], reason].filter((part) => part !== '').join(' ')}
                </span>
              )}
              <span className={styles.buttons}>
                <Button size="s" icon="copy" onClick={() => copy(text)}>
                  {t.copyText}
                </Button>
                <Button size="s" icon="send" onClick={() => onSent(id)}>
                  {t.markSent}
                </Button>
              </span>
            </div>
          ))}
        </Section>
      )}
      {(reports.length > 0 || files.length > 0) && (
        <Section title={reports.length > 0 ? t.reports : t.files} icon="files">
          <div className={styles.links}>
            {reports.map(({ id, title, at }) => (
              <span key={id}>
                <LinkButton onClick={() => onOpenReport(id)}>{title}</LinkButton>{' '}
                <span className={styles.quiet}>{momentText(at, today)}</span>
              </span>
            ))}
            {files.map(({ id, name }) => (
              <LinkButton key={id} onClick={() => download(id)}>
                {name}
              </LinkButton>
            ))}
          </div>
        </Section>
      )}
      {related.length > 0 && (
        <Section title={t.related} icon="sitemap">
          <div className={styles.links}>
            {related.map(({ instanceId, title, processTitle, stage }) => (
              <span key={instanceId}>
                <LinkButton onClick={() => onOpenRecord(instanceId)}>{title}</LinkButton>{' '}
                <span className={styles.quiet}>
                  {processTitle}: {stage}
                </span>
              </span>
            ))}
          </div>
        </Section>
      )}
      <Section
        title={processTexts.timeline.title}
        icon="history"
        aside={!all && <LinkButton onClick={() => setAll(true)}>{t.more}</LinkButton>}
      >
        {shown.length === 0 && <span className={styles.quiet}>{processTexts.timeline.empty}</span>}
        <Happened rows={shown} today={today} />
      </Section>
    </ScrollColumn>
  );
};
