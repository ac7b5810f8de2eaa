import { formatDate } from '#shared/kernel/date.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { useOpenDocument } from '#renderer/parts/use-open-document.ts';
import { documentTexts } from '#renderer/text/document-texts.ts';
import { lifeTexts as t } from '#renderer/text/life-texts.ts';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import styles from './order-versions.module.css';

type Document = OutputOf<'documents.get'>;
type Version = Document['versions'][number];

/** Every version of a document with its kept files, the newest first, and its namesakes of the same order. */
export const OrderVersions = ({ documentId }: { readonly documentId: string }) => {
  const card = useQueryCall('documents.get', { id: documentId }).data;
  const { open, error } = useOpenDocument();
  if (!card || (card.versions.length < 2 && card.chain.length < 2)) return null;
  const others = card.chain.filter(({ id }) => id !== card.id);
  return (
    <Section title={t.versions(card.title, card.number)} icon="history">
      <ul className={styles.list}>
        {card.versions.toReversed().map((version) => (
          <li key={version.version} className={styles.line}>
            <b>{nameOf(version, card.versions)}</b>
            <span>{wordsOf(version)}</span>
            {version.files.map((file) => (
              <LinkButton key={file.format} onClick={() => void open(card.id, file.format, version.version)}>
                {`${documentTexts.open} ${file.format}`}
              </LinkButton>
            ))}
          </li>
        ))}
        {others.map((other) => (
          <li key={other.id} className={styles.line}>
            <b>{t.chained(other.number, formatDate(wireDate(other.date)))}</b>
            <span>{t.chainStates[other.state]}</span>
            <LinkButton onClick={() => void open(other.id, 'docx')}>{`${documentTexts.open} docx`}</LinkButton>
          </li>
        ))}
      </ul>
      {error && <Refusal error={error} />}
    </Section>
  );
};

/** «Исправление № 1 от 25.11.2026», «Было v1», «v2»: both ends of the chain are named. */
const nameOf = ({ version, revision, state }: Version, all: readonly Version[]): string => {
  if (revision) return t.revision(revision.number, formatDate(wireDate(revision.date)));
  if (state === 'corrected') return t.original(all.find((one) => one.version === version + 1)?.revision?.number ?? 0);
  return state === 'replaced' ? t.was(version) : t.version(version);
};

const wordsOf = ({ state, at, who, reason }: Version): string =>
  [t.versionStates[state], formatDate(wireDate(at.slice(0, 10))), who, reason].filter(Boolean).join(' · ');
