import { formatDate } from '#shared/kernel/date.ts';
import { joinPresent } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { PaperChip, paperName, type PaperBrief } from '#renderer/parts/paper-row.tsx';
import { saveFile } from '#renderer/parts/save-file.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { momentInWords } from '#renderer/text/dates.ts';
import { wayTexts as t } from '#renderer/text/way-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Facts, type Fact } from '#renderer/ui/facts.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Stepper } from '#renderer/ui/stepper.tsx';
import { Timeline, type TimelineEntry } from '#renderer/ui/timeline.tsx';
import { ourSteps, theirSteps } from './paper-steps.ts';
import { moveLabel, type Paper, type Tellable } from './paper-moves.ts';
import styles from './closing.module.css';

type PaperCardProps = {
  readonly row: PaperBrief;
  readonly paper: Paper | undefined;
  readonly today: string;
  /** What may be told besides the blue button. */
  readonly others: readonly Tellable[];
  readonly onMove: (move: Tellable) => void;
};

/** The whole way of one document: both copies, who signed and when, what travels, scans. */
export const PaperCard = ({ row, paper, today, others, onMove }: PaperCardProps) => (
  <ScrollColumn label={paperName(row)}>
    <div className={styles.card}>
      <div className={styles.line}>
        <span className={styles.title}>{paperName(row)}</span>
        <b>
          <Money value={row.sum} withCurrency />
        </b>
      </div>
      <p>{row.counterparty}</p>
      <div>
        <PaperChip paper={row} {...(paper?.trail.awaited ? { days: paper.trail.daysAwaited } : {})} />
      </div>
      {others.length > 0 && (
        <span className={styles.moves} role="group" aria-label={t.more}>
          {others.map((move) => (
            <Button key={move} size="s" onClick={() => onMove(move)}>
              {moveLabel(move)}
            </Button>
          ))}
        </span>
      )}
    </div>
    {paper ? <Way row={row} paper={paper} today={today} /> : <Skeleton lines={6} />}
  </ScrollColumn>
);

const Way = ({ row, paper, today }: { readonly row: PaperBrief; readonly paper: Paper; readonly today: string }) => {
  const { trail } = paper;
  return (
    <>
      <Section title={t.copies.ours}>
        <Stepper
          vertical
          label={t.copies.ours}
          steps={ourSteps({
            kind: row.kind,
            medium: row.medium,
            isAnnulled: paper.annulled !== null,
            withApprovals: trail.approvals.length > 0,
            course: trail,
            days: trail.awaited ? trail.daysAwaited : 0,
          })}
        />
      </Section>
      <Section title={t.copies.theirs}>
        <Stepper vertical label={t.copies.theirs} steps={theirSteps(trail)} />
      </Section>
      <div className={styles.card}>
        <Facts facts={factsOf(paper)} />
        <Timeline entries={entriesOf(paper, today)} />
        {trail.scans.map((scan) => (
          <Scan key={scan.id} documentId={paper.id} scan={scan} />
        ))}
      </div>
    </>
  );
};

const factsOf = ({ trail, annulled }: Paper): readonly Fact[] => [
  ...(trail.sentOn === null
    ? []
    : [
        {
          label: t.columns.sent,
          value: joinPresent([
            formatDate(wireDate(trail.sentOn)),
            trail.way === null ? '' : t.ways[trail.way],
            trail.track === '' ? '' : t.track(trail.track),
          ]),
        },
      ]),
  ...(trail.receivedOn === null ? [] : [{ label: t.steps.original, value: formatDate(wireDate(trail.receivedOn)) }]),
  ...(annulled === null ? [] : [{ label: t.annulled, value: `${annulled.who}: ${annulled.reason}` }]),
  { label: t.code, value: trail.code },
];

const entriesOf = ({ trail }: Paper, today: string): readonly TimelineEntry[] => [
  ...trail.signatures.map((signature): TimelineEntry => ({
    id: `${signature.side} ${signature.at}`,
    time: momentInWords(signature.at, today),
    icon: 'signature',
    text: `${t.signedBy(signature.side, signature.signatory, signature.authority)} · ${signature.who}`,
  })),
  ...trail.approvals.map((approval): TimelineEntry => ({
    id: approval.id,
    time: approval.at === null ? '' : momentInWords(approval.at, today),
    icon: approval.state === 'rejected' ? 'x' : approval.state === 'approved' ? 'check' : 'hourglass',
    text: joinPresent([`${approval.who}: ${t.approvalStates[approval.state]}`, approval.comment]),
  })),
];

type ScanProps = { readonly documentId: string; readonly scan: Paper['trail']['scans'][number] };

const Scan = ({ documentId, scan }: ScanProps) => {
  const client = useClient();
  const open = async (): Promise<void> => {
    const answer = await client.call('signing.scan', { id: documentId, scanId: scan.id });
    if (answer.ok) saveFile(answer.value.name, answer.value.bytes);
  };
  return (
    <p>
      <LinkButton onClick={() => void open()}>{t.openScan(scan.name)}</LinkButton>
    </p>
  );
};

/** The trail of the row under the hand. */
export const usePaper = (id: string | null): Paper | undefined => {
  const answer = useQueryCall('signing.paper', { id: id ?? '-' }, { enabled: id !== null }).data;
  return answer?.id === id ? answer : undefined;
};
