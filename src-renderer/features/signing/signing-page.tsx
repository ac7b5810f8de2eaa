import { useCallback, useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { PaperPage } from '#renderer/parts/preview/paper-page.tsx';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { ReasonEditor } from '#renderer/parts/reason-editor.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { SigningTabs, type SigningTab } from '#renderer/parts/section-tabs.tsx';
import { useRight } from '#renderer/parts/session.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { CardList } from '#renderer/ui/card-list.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { signActions } from './sign-actions.ts';
import { SignCardView } from './sign-card.tsx';
import { cardAfter, chosenCards, firstCard, signGroups, type SignCard } from './sign-groups.ts';
import { SignWhat } from './sign-what.tsx';
import { useSigning } from './use-signing.ts';
import styles from './signing.module.css';

const t = signingTexts.queue;

type SigningPageProps = { readonly org: string | undefined; readonly onTab: (tab: SigningTab) => void };

/** «На подпись»: what waits for our signature, the riskiest first, with the page beside it. */
export const SigningPage = ({ org, onTab }: SigningPageProps) => {
  const answer = useQueryCall('signing.queue', org === undefined ? {} : { organisation: org }, { keepsPrevious: true });
  const canSign = useRight('documents.sign');
  const { sign, signMany, reject, left, error } = useSigning();
  const [wanted, setWanted] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [rejecting, setRejecting] = useState(false);
  const [place, setPlace] = useState<number | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  useListFocus(answer.data !== undefined);

  const groups = useMemo(() => signGroups(answer.data?.items ?? [], left), [answer.data, left]);
  const cards = useMemo(() => groups.flatMap(({ items }) => items), [groups]);
  const current = cards.find(({ id }) => id === wanted) ?? firstCard(groups);
  const card = useQueryCall('signing.card', { id: current?.id ?? '-' }, { enabled: current !== null });
  const details = card.data?.id === current?.id ? card.data : undefined;
  const chosen = useMemo(() => chosenCards(groups, marked, current), [groups, marked, current]);

  const go = useCallback((id: string | null) => {
    setWanted(id);
    setPlace(null);
    setRejecting(false);
  }, []);
  const press = useCallback(() => {
    const [only] = chosen;
    if (only === undefined) return;
    if (marked.size > 0) signMany(chosen);
    else sign(only);
    setMarked(new Set());
    go(cardAfter(groups, chosen));
  }, [chosen, marked, signMany, sign, groups, go]);
  const next = useCallback(() => {
    const at = cards.findIndex(({ id }) => id === current?.id);
    go((cards[at + 1] ?? cards[0])?.id ?? null);
  }, [cards, current, go]);
  const places = details?.deviations.length ?? 0;
  const actions = useMemo(
    () =>
      signActions({
        current,
        chosen,
        canSign,
        isShown: shown === current?.id,
        hasDeviations: places > 0,
        sign: press,
        reject: () => setRejecting(true),
        next,
        nextDeviation: () => setPlace((before) => ((before ?? -1) + 1) % places),
      }),
    [current, chosen, canSign, shown, places, press, next],
  );
  useHotkeys(
    t.list,
    useMemo(() => {
      const clean = groups.find(({ id }) => id === 'clean')?.items.map(({ id }) => id) ?? [];
      return [{ keys: 'Ctrl+A', label: t.all, run: () => setMarked(new Set(marked.size > 0 ? [] : clean)) }];
    }, [groups, marked]),
  );
  const facts = answer.data && answer.data.total > 0 ? answer.data : undefined;

  return (
    <>
      <PageHead
        title={t.title}
        subtitle={
          facts && (
            <>
              {t.waiting(facts.total)} <b>{<Money value={facts.sum} withCurrency />}</b>
            </>
          )
        }
        facts={
          facts
            ? [
                { label: t.oldest, kind: 'sum', value: t.age(facts.oldestDays) },
                { label: t.stands, kind: 'sum', value: t.orders(facts.orders) },
              ]
            : []
        }
        details={<SigningTabs selected="queue" onTab={onTab} />}
        detailsEnd={answer.data && t.signedToday(answer.data.signedToday)}
      />
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      <SplitView
        paneLabel={t.pane}
        list={
          answer.data ? (
            cards.length === 0 ? (
              <Empty title={t.empty}>{t.emptyHint}</Empty>
            ) : (
              <div className={styles.desk}>
                <div className={styles.cards}>
                  <CardList
                    label={t.list}
                    groups={groups.map((group) => ({ ...group, ...EXTRA[group.id] }))}
                    itemId={cardId}
                    card={cardView}
                    current={current?.id ?? null}
                    onCurrentChange={go}
                    marked={marked}
                    onMarkedChange={setMarked}
                  />
                </div>
                <div className={styles.cards}>
                  {rejecting && current && (
                    <ReasonEditor
                      label={t.rejectReason(paperName(current))}
                      hint={t.rejectHint}
                      verb={t.rejectShort}
                      onReason={(reason) => {
                        const after = cardAfter(groups, [current]);
                        void reject(current, reason).then(() => go(after));
                      }}
                      onCancel={() => setRejecting(false)}
                    />
                  )}
                  {details ? <SignWhat card={details} chosen={place} onChoose={setPlace} /> : <Skeleton lines={8} />}
                </div>
              </div>
            )
          ) : (
            !answer.error && <Skeleton lines={10} />
          )
        }
        pane={
          current && (
            <PaperPage
              key={current.id}
              id={current.id}
              version={current.version}
              title={paperName(current)}
              edits={details?.deviations}
              chosenEdit={place}
              note={place === null ? undefined : t.place(place + 1, places)}
              onShown={setShown}
            />
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
    </>
  );
};

const cardId = (card: SignCard): string => card.id;
const cardView = (card: SignCard) => <SignCardView card={card} />;

const EXTRA = {
  barred: {},
  deviating: { aside: t.byRisk },
  clean: {
    markable: true,
    aside: (
      <>
        {t.allShort} <Kbd keys="Ctrl+A" />
      </>
    ),
  },
} as const;
