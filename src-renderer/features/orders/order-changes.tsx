import type { OutputOf } from '#shared/contract/index.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { fieldInfo } from '#renderer/parts/field-info.ts';
import { shortTitle, toSheets } from '#renderer/parts/order-row.ts';
import { lifeTexts } from '#renderer/text/life-texts.ts';
import { Pack } from '#renderer/ui/pack.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Card } from './card.ts';

type Item = Card['pack'][number];

type OrderChangesProps = {
  readonly pack: readonly Item[];
  readonly canIssue: boolean;
  readonly onReissue: (item: Item) => void;
};

/** Each stale document with what changed in it and the way to its next version. */
export const OrderChanges = ({ pack, canIssue, onReissue }: OrderChangesProps) => {
  const stale = pack.filter(({ state }) => state === 'stale');
  if (stale.length === 0) return null;
  return (
    <Section title={lifeTexts.changed} icon="refresh-alert">
      {stale.map((item) => (
        <StaleLine key={item.kind} item={item} canIssue={canIssue} onReissue={onReissue} />
      ))}
    </Section>
  );
};

type StaleLineProps = Omit<OrderChangesProps, 'pack'> & { readonly item: Item };

const MOST_NAMED = 3;

const StaleLine = ({ item, canIssue, onReissue }: StaleLineProps) => {
  const { documentId } = item;
  const changes = useQueryCall('documents.changes', { id: documentId ?? '' }, { enabled: documentId !== null }).data;
  const shown = namedChanges(changes?.items ?? []).slice(0, MOST_NAMED);
  const rest = (changes?.total ?? 0) - shown.length;
  const words = [...shown, ...(shown.length > 0 && rest > 0 ? [lifeTexts.more(rest)] : [])].join('; ');
  const label = item.wantsCorrection ? lifeTexts.correctShort(item.version) : lifeTexts.reissueShort(item.version + 1);
  const wayOut =
    canIssue && documentId !== null
      ? { mend: { label, onClick: () => onReissue(item) } }
      : { whoCan: lifeTexts.noRight };
  return (
    <ProblemLine spread tone="warns" lead={<Pack sheets={toSheets([item])} />} {...wayOut}>
      {`${lifeTexts.document(shortTitle(item.kind), item.number)}: ${words || lifeTexts.openToSee}`}
    </ProblemLine>
  );
};

type Change = OutputOf<'documents.changes'>['items'][number];

const lastKey = (path: string): string | undefined => path.split('.').at(-1);

/** Changes that are values of a field themselves, «Цена в строке 1: 520,00 → 530,00»; what is computed of them follows. */
const namedChanges = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap(({ path, field, before, after }) => {
    const info = field !== null && lastKey(path) === lastKey(field) ? fieldInfo(field) : null;
    return info === null ? [] : [lifeTexts.change(info.label, before, after)];
  });
