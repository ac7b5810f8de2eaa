import { useEffect, useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { guideTexts as t } from '#renderer/text/guide-texts.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { CardList } from '#renderer/ui/card-list.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { Regulation } from './regulation.tsx';
import styles from './guide.module.css';

type Item = { readonly id: string; readonly title: string; readonly note: string };

const PROCESS = 'process:';

/** How to work here in a few words, and what each process asks for on each stage. */
export const GuidePage = () => {
  const processes = useQueryCall('processes.list', {}).data?.items;
  const [current, setCurrent] = useState<string>(t.texts[0].id);
  useEffect(focusList, []);
  const groups = useMemo(
    () => [
      { id: 'chapters', title: t.chapters, items: t.texts.map(({ id, title }): Item => ({ id, title, note: '' })) },
      {
        id: 'regulations',
        title: t.regulations,
        items: (processes ?? []).map(({ code, title, business }): Item => ({
          id: `${PROCESS}${code}`,
          title,
          note: processTexts.businesses[business] ?? business,
        })),
      },
    ],
    [processes],
  );
  const chapter = t.texts.find(({ id }) => id === current);
  return (
    <>
      <PageHead title={t.title} subtitle={t.note} />
      <SplitView
        paneLabel={t.pane}
        size="wide"
        list={
          <CardList
            label={t.list}
            groups={groups}
            itemId={({ id }) => id}
            card={itemCard}
            current={current}
            onCurrentChange={setCurrent}
          />
        }
        pane={
          <ScrollColumn label={t.pane} surface="paper">
            <div className={styles.text}>
              {chapter && (
                <>
                  <h2 className={styles.title}>{chapter.title}</h2>
                  {chapter.paragraphs.map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                </>
              )}
              {current.startsWith(PROCESS) && <Regulation key={current} code={current.slice(PROCESS.length)} />}
            </div>
          </ScrollColumn>
        }
      />
    </>
  );
};

const itemCard = ({ title, note }: Item) => (
  <>
    <b>{title}</b> {note !== '' && <span className={styles.quiet}>{note}</span>}
  </>
);
