import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { sendingTexts as t } from '#renderer/text/sending-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Envelope } from './send-rows.ts';
import styles from './sending.module.css';

type TrackEditorProps = {
  readonly envelope: Envelope;
  readonly onTrack: (track: string) => void;
  readonly onClose: () => void;
};

/** The post's number of one envelope: typed or scanned, Enter writes it. */
export const TrackEditor = ({ envelope, onTrack, onClose }: TrackEditorProps) => {
  const input = useRef<HTMLInputElement>(null);
  const [track, setTrack] = useState(envelope.track);
  useEffect(() => {
    input.current?.select();
    return focusList;
  }, []);
  useHotkeys(
    t.track,
    useMemo(() => [{ keys: 'Esc', label: t.pasteBack, run: onClose }], [onClose]),
  );
  const submit = useCallback(
    (event: FormEvent) => {
      event.preventDefault();
      onTrack(track.trim());
    },
    [track, onTrack],
  );
  return (
    <form className={styles.track} onSubmit={submit}>
      <div className={styles.trackField}>
        <TextField
          ref={input}
          label={t.trackOf(envelope.counterparty)}
          hint={t.trackHint}
          value={track}
          onChange={setTrack}
        />
      </div>
      <span className={styles.buttons}>
        <Button type="submit" size="s" variant="mend" keys="Enter">
          {t.trackSave}
        </Button>
        <Button size="s" keys="Esc" onClick={onClose}>
          {t.pasteBack}
        </Button>
      </span>
    </form>
  );
};
