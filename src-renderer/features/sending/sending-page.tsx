import { useCallback, useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { ClosingTabs, type ClosingTab } from '#renderer/parts/section-tabs.tsx';
import { useRight } from '#renderer/parts/session.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { sendingTexts as t } from '#renderer/text/sending-texts.ts';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { sendActions } from './send-actions.ts';
import { SEND_COLUMNS } from './send-columns.tsx';
import { SendPane } from './send-pane.tsx';
import { sendGroups, sumOfRows, takenRows, type SendRow } from './send-rows.ts';
import { TrackEditor } from './track-editor.tsx';
import { useSending } from './use-sending.ts';

type SendingPageProps = { readonly org: string | undefined; readonly onTab: (tab: ClosingTab) => void };

const MOST_ROWS = 500;

/** Signed papers into envelopes and letters, their numbers, and what became of them on the way. */
export const SendingPage = ({ org, onTab }: SendingPageProps) => {
  const own = org === undefined ? {} : { organisation: org };
  const plan = useQueryCall('sending.plan', own, { keepsPrevious: true });
  const envelopes = useQueryCall('sending.list', { ...own, limit: MOST_ROWS }, { keepsPrevious: true });
  const outbox = useQueryCall('sending.outbox', { limit: MOST_ROWS }, { keepsPrevious: true });
  const canSend = useRight('documents.send');
  const sending = useSending(org);
  const [wanted, setWanted] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [tracking, setTracking] = useState(false);
  const [pasting, setPasting] = useState(false);
  const closePaste = useCallback(() => setPasting(false), []);

  const groups = useMemo(
    () =>
      plan.data && envelopes.data && outbox.data
        ? sendGroups(plan.data, envelopes.data.items, outbox.data.items)
        : null,
    [plan.data, envelopes.data, outbox.data],
  );
  useListFocus(groups !== null);
  const rows = useMemo(() => groups?.flatMap((group) => group.rows) ?? [], [groups]);
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const taken = useMemo(() => takenRows(rows, marked, current), [rows, marked, current]);
  const go = useCallback((id: string) => {
    setWanted(id);
    setTracking(false);
  }, []);
  const actions = useMemo(() => {
    const done = (doing: Promise<void>): void => {
      void doing.then(() => setMarked(new Set()));
    };
    return sendActions({
      current,
      taken,
      canSend,
      pack: () => done(sending.pack(taken)),
      mark: (state) => done(sending.mark(taken, state)),
      track: () => setTracking(true),
      register: () => current && 'envelope' in current && void sending.register(current.envelope.id),
      labels: () => void sending.labels(taken),
      print: () => void sending.print(taken),
      letter: () => current && done(sending.letter(current)),
      openLetter: (letter) => void sending.openLetter(letter),
      letterSent: (letter) => void sending.letterSent(letter),
      dropLetter: (letter) => void sending.dropLetter(letter),
      packetSent: () => current && done(sending.packetSent(current)),
      paste: () => setPasting(true),
    });
  }, [current, taken, canSend, sending]);
  const tableGroups = useMemo(
    () =>
      groups?.map((group) => ({
        ...group,
        ...(group.id === 'outbox' ? {} : { summary: <Money value={sumOfRows(group.rows)} withCurrency /> }),
      })) ?? [],
    [groups],
  );
  const refusal = plan.error ?? envelopes.error ?? outbox.error;

  return (
    <>
      <PageHead
        title={t.title}
        subtitle={plan.data && t.total(plan.data.envelopes.length, plan.data.letters.length)}
        details={<ClosingTabs selected="sending" onTab={onTab} />}
      />
      {refusal && !groups && <PageRefusal error={refusal} />}
      {sending.error && <PageRefusal error={sending.error} />}
      <SplitView
        size="slim"
        paneLabel={t.pane}
        list={
          <>
            {tracking && current && 'envelope' in current && (
              <TrackEditor
                key={current.id}
                envelope={current.envelope}
                onTrack={(track) => void sending.setTrack(current.id, track).then((ok) => ok && setTracking(false))}
                onClose={() => setTracking(false)}
              />
            )}
            {groups ? (
              <DataTable
                label={t.list}
                columns={SEND_COLUMNS}
                groups={tableGroups}
                rowId={rowId}
                current={current?.id ?? null}
                onCurrentChange={go}
                marked={marked}
                onMarkedChange={setMarked}
                empty={<Empty title={t.empty}>{t.emptyHint}</Empty>}
              />
            ) : (
              !refusal && <Skeleton lines={10} />
            )}
          </>
        }
        pane={current && <SendPane row={current} />}
        actions={<ActionBar title={t.actions} actions={actions} spareKeys={SPARE_KEYS} />}
      />
      {pasting && <PasteDialog onClose={closePaste} />}
    </>
  );
};

const rowId = (row: SendRow): string => row.id;

const SPARE_KEYS = [{ keys: 'Space', label: closingTexts.register.mark }];
