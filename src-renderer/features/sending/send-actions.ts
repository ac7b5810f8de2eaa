import { capitalize } from '#shared/kernel/text.ts';
import { sendingTexts as t } from '#renderer/text/sending-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import type { Letter, SendRow } from './send-rows.ts';

type SendDeeds = {
  readonly current: SendRow | null;
  /** The rows that one press takes. */
  readonly taken: readonly SendRow[];
  readonly canSend: boolean;
  readonly pack: () => void;
  readonly mark: (state: 'sent' | 'delivered' | 'cameBack') => void;
  readonly track: () => void;
  readonly register: () => void;
  readonly labels: () => void;
  readonly print: () => void;
  readonly letter: () => void;
  readonly openLetter: (letter: Letter) => void;
  readonly letterSent: (letter: Letter) => void;
  readonly dropLetter: (letter: Letter) => void;
  readonly packetSent: () => void;
  readonly paste: () => void;
};

/** The next step of the row under the hand is the blue button; the rest of its steps stand beside. */
export const sendActions = (deeds: SendDeeds): readonly BarAction[] => {
  const reason = deeds.canSend ? (deeds.current === null ? t.reasons.empty : null) : t.reasons.noRight;
  const own = reason === null ? {} : { disabledReason: capitalize(reason) };
  return [
    ...stepsOf(deeds).map((action) => ({ ...action, ...own })),
    {
      id: 'paste',
      label: t.paste,
      keys: 'F7',
      icon: 'clipboard-list',
      run: deeds.paste,
      ...(deeds.canSend ? {} : { disabledReason: capitalize(t.reasons.noRight) }),
    },
  ];
};

const main = (label: string, run: () => void, icon?: BarAction['icon']): BarAction => ({
  id: 'main',
  label,
  keys: 'Ctrl+Enter',
  primary: true,
  run,
  ...(icon === undefined ? {} : { icon }),
});

const stepsOf = (deeds: SendDeeds): readonly BarAction[] => {
  const { current, taken } = deeds;
  switch (current?.sort) {
    case undefined:
    case 'paper':
      return [main(t.pack(taken.length), deeds.pack, 'mail')];
    case 'scan':
      return [main(t.letter, deeds.letter, 'mail')];
    case 'edo':
      return [main(t.packetSent, deeds.packetSent, 'plug-connected')];
    case 'prepared':
      return [
        main(t.mark.sent, () => deeds.mark('sent'), 'send'),
        { id: 'track', label: t.track, keys: 'T', run: deeds.track },
        { id: 'register', label: t.register, keys: 'R', run: deeds.register },
        { id: 'labels', label: t.labels, keys: 'L', run: deeds.labels },
        { id: 'print', label: t.print, keys: 'Ctrl+P', icon: 'printer', run: deeds.print },
      ];
    case 'sent':
      return [
        main(t.mark.delivered, () => deeds.mark('delivered'), 'check'),
        { id: 'back', label: t.mark.cameBack, keys: 'X', run: () => deeds.mark('cameBack') },
        { id: 'track', label: t.track, keys: 'T', run: deeds.track },
      ];
    case 'cameBack':
      return [main(t.mark.sent, () => deeds.mark('sent'), 'send')];
    case 'delivered':
      return [];
    case 'outbox': {
      const { letter } = current;
      const open = { label: t.openLetter, run: () => deeds.openLetter(letter) };
      return [
        letter.state === 'opened'
          ? main(t.letterSent, () => deeds.letterSent(letter), 'check')
          : main(open.label, open.run, 'mail'),
        ...(letter.state === 'opened' ? [{ id: 'open', keys: 'O', ...open }] : []),
        { id: 'drop', label: t.dropLetter, keys: 'Del', quiet: true, run: () => deeds.dropLetter(letter) },
      ];
    }
  }
};
