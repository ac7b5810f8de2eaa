import type { FileFormat } from '#shared/domain/document/document.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { plannedCount, shortTitle } from '#renderer/parts/order-row.ts';
import { documentTexts } from '#renderer/text/document-texts.ts';
import { issueTexts } from '#renderer/text/issue-texts.ts';
import { lifeTexts } from '#renderer/text/life-texts.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { sendingTexts } from '#renderer/text/sending-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import type { TwinFormat } from '#renderer/parts/use-open-document.ts';
import type { Card } from './card.ts';

type Item = Card['pack'][number];

type Actions = {
  readonly order: Card;
  readonly current: Item | null;
  /** The shown document when a person added it to the pack: it alone is issued. */
  readonly adding: Item | null;
  /** Blocked documents that are free to go because their findings were let pass. */
  readonly freed: number;
  readonly canIssue: boolean;
  readonly canAnnul: boolean;
  readonly canSend: boolean;
  readonly canStamp: boolean;
  readonly running: boolean;
  readonly onIssue: () => void;
  readonly onSend: () => void;
  readonly onIssueStamped: () => void;
  readonly onReissue: (item: Item, facsimile?: boolean) => void;
  readonly onAnnul: () => void;
  readonly onAgree: (documentId: string, isAgreed: boolean) => void;
  readonly onOpen: (id: string, format: FileFormat) => void;
  readonly onSave: (id: string, format: FileFormat) => void;
  readonly onTwin: (documentId: string, format: TwinFormat) => void;
};

/** The buttons of the card: for a stale document the blue one makes its next version, else it issues the rest. */
export const cardActions = (from: Actions): readonly BarAction[] => {
  const { order, current, canAnnul, canSend, onSend, onAnnul, onOpen, onSave } = from;
  const documentId = current?.documentId ?? null;
  const file = current?.files.find(({ format }) => format === 'docx') ?? current?.files[0];
  const noFile = documentId === null || !file ? { disabledReason: capitalize(documentTexts.none) } : {};
  const noAnnul = !canAnnul ? lifeTexts.noAnnulRight : documentId === null ? lifeTexts.nothingToAnnul : undefined;
  const noSend = !canSend
    ? sendingTexts.reasons.noRight
    : order.pack.every((item) => item.documentId === null)
      ? sendingTexts.send.none
      : undefined;
  const main = mainAction(from);
  return [
    {
      id: 'issue',
      label: main.label,
      keys: 'Ctrl+Enter',
      primary: true,
      run: main.run,
      ...(main.reason === undefined ? {} : { disabledReason: main.reason }),
    },
    // The bar has no room for what nothing is left to do with.
    ...(from.canStamp && main.reason === undefined
      ? [{ id: 'stamped', label: issueTexts.stamped, keys: 'Ctrl+Shift+G', run: main.stamped }]
      : []),
    {
      id: 'send',
      label: sendingTexts.send.open,
      keys: 'Ctrl+Shift+Enter',
      run: onSend,
      ...(noSend === undefined ? {} : { disabledReason: capitalize(noSend) }),
    },
    {
      id: 'open',
      label: documentTexts.open,
      keys: 'Ctrl+O',
      run: () => documentId && file && onOpen(documentId, file.format),
      ...noFile,
    },
    {
      id: 'save',
      label: orderTexts.card.files,
      quiet: true,
      keys: 'Ctrl+Shift+O',
      run: () => {
        for (const each of current?.files ?? []) if (documentId) onSave(documentId, each.format);
      },
      ...noFile,
    },
    ...twinActions(current, from.onTwin),
    ...agreeAction(from),
    {
      id: 'annul',
      label: lifeTexts.annul,
      keys: 'Del',
      quiet: true,
      run: onAnnul,
      ...(noAnnul === undefined ? {} : { disabledReason: noAnnul }),
    },
  ];
};

/** The client's word on an offer: the version in force is what he agreed to, or his mark is taken back. */
const agreeAction = ({ current, canIssue, onAgree }: Actions): readonly BarAction[] => {
  const documentId = current?.documentId ?? null;
  if (current === null || current.kind !== 'offer' || documentId === null) return [];
  const isAgreed = current.agreedVersion === current.version;
  return [
    {
      id: 'agree',
      label: isAgreed ? lifeTexts.disagree : lifeTexts.agree,
      keys: 'Ctrl+Y',
      quiet: true,
      run: () => onAgree(documentId, !isAgreed),
      ...(canIssue ? {} : { disabledReason: lifeTexts.noAgreeRight }),
    },
  ];
};

const XML_KINDS: readonly string[] = ['upd', 'act', 'torg12', 'factura'];

/** Electronic twins of an issued sheet, in the formats that operators take. */
const twinActions = (item: Item | null, onTwin: Actions['onTwin']): readonly BarAction[] => {
  const documentId = item?.documentId ?? null;
  if (item === null || documentId === null) return [];
  const action = (format: TwinFormat, label: string, keys: string): BarAction => ({
    id: format,
    label,
    keys,
    quiet: true,
    run: () => onTwin(documentId, format),
  });
  if (XML_KINDS.includes(item.kind)) return [action('xml', documentTexts.updXml, 'Ctrl+Shift+X')];
  if (item.kind !== 'waybill') return [];
  return [action('json', documentTexts.etrnJson, 'Ctrl+Shift+X'), action('csv', documentTexts.etrnCsv, 'Ctrl+Shift+V')];
};

/** The next version of a счет-фактура is an исправление; its first one follows version 1. */
const remakeLabel = ({ kind, version, wantsCorrection }: Item): string =>
  wantsCorrection
    ? lifeTexts.correct(shortTitle(kind), version)
    : lifeTexts.reissue(shortTitle(kind).toLowerCase(), version + 1);

type MainAction = {
  readonly label: string;
  readonly run: () => void;
  /** The same with pictures of the stamp and the signature. */
  readonly stamped: () => void;
  readonly reason: string | undefined;
};

/** The blue button: it issues what was added, makes the next version of a stale document, or issues the rest of the pack. */
const mainAction = (from: Actions): MainAction => {
  const { order, current, adding, freed, canIssue, running, onReissue } = from;
  if (current !== null && current.documentId !== null && current.state === 'stale')
    return {
      label: remakeLabel(current),
      run: () => onReissue(current),
      stamped: () => onReissue(current, true),
      reason: !canIssue ? lifeTexts.noRight : running ? lifeTexts.running : undefined,
    };
  const pack = adding === null ? order.pack : [adding];
  const planned = plannedCount(pack) + freed;
  const label = adding === null ? issueTexts.button(planned) : orderTexts.add.issue(adding.title);
  return { label, run: from.onIssue, stamped: from.onIssueStamped, reason: whyNotIssue(from, pack, planned) };
};

const whyNotIssue = ({ canIssue, running }: Actions, pack: readonly Item[], planned: number): string | undefined => {
  if (!canIssue) return issueTexts.noRight;
  if (running) return issueTexts.running;
  if (planned > 0) return undefined;
  return pack.some(({ state }) => state === 'blocked') ? issueTexts.blocked : issueTexts.nothing;
};
