import { useRef, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { MEDIA } from '#shared/domain/party/party.ts';
import { useCommandCall, useQueryCall } from '#renderer/bridge/hooks.ts';
import { base64Of } from '#renderer/parts/base64-of.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { compositionTexts } from '#renderer/text/composition-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './composition.module.css';

const t = compositionTexts.facsimile;

type List = OutputOf<'facsimiles.list'>;
type Company = List['items'][number];
type Picture = Company['pictures'][number];

/** Pictures of stamps and signatures of our companies, and on which documents they may be laid. */
export const FacsimileDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const list = useQueryCall('facsimiles.list', {});
  const [wanted, setWanted] = useState<string | null>(null);
  const items = list.data?.items ?? [];
  const company = items.find(({ organisationId }) => organisationId === wanted) ?? items[0];
  return (
    <Dialog opened wide title={t.title} note={t.note} onClose={onClose}>
      {list.error && <Refusal error={list.error} />}
      {company && list.data && (
        <div className={styles.form}>
          <SelectField
            label={t.company}
            value={company.organisationId}
            options={items.map(({ organisationId, organisation }) => ({ value: organisationId, label: organisation }))}
            onChange={setWanted}
          />
          {company.pictures.map((picture) => (
            <PictureLine
              key={`${company.organisationId}${picture.part}${picture.signatoryId}`}
              company={company}
              picture={picture}
              onChanged={() => void list.refetch()}
            />
          ))}
          <Uses
            key={company.organisationId}
            company={company}
            kinds={list.data.kinds}
            onChanged={() => void list.refetch()}
          />
        </div>
      )}
    </Dialog>
  );
};

type PictureLineProps = { readonly company: Company; readonly picture: Picture; readonly onChanged: () => void };

const USUAL_MM = { stamp: 38, signature: 30 } as const;

const PictureLine = ({ company, picture, onChanged }: PictureLineProps) => {
  const { mutate: save, error } = useCommandCall('facsimiles.save');
  const { mutate: remove } = useCommandCall('facsimiles.remove');
  const [width, setWidth] = useState(String(picture.widthMm ?? USUAL_MM[picture.part]));
  const input = useRef<HTMLInputElement>(null);
  const place = { organisationId: company.organisationId, part: picture.part, signatoryId: picture.signatoryId };
  const widthMm = Number(width);
  const isWidth = Number.isInteger(widthMm) && widthMm >= 5 && widthMm <= 80;
  const put = (png: string): void =>
    save({ commandId: crypto.randomUUID(), ...place, widthMm, png }, { onSuccess: onChanged });
  return (
    <div className={styles.picture}>
      <span className={styles.thumb}>
        {picture.png !== null && <img src={`data:image/png;base64,${picture.png}`} alt={picture.title} />}
      </span>
      <span className={styles.pictureTitle}>
        <b>{picture.title}</b>
        <span className={styles.why}>
          {picture.widthMm === null || picture.heightMm === null ? t.none : t.size(picture.widthMm, picture.heightMm)}
        </span>
        {error && <Refusal error={error} />}
      </span>
      <TextField
        label={t.width}
        align="right"
        value={width}
        error={isWidth ? null : t.wrongWidth}
        onChange={setWidth}
      />
      <Button size="s" {...(isWidth ? {} : { disabledReason: t.wrongWidth })} onClick={() => input.current?.click()}>
        {t.choose}
      </Button>
      {picture.png !== null && (
        <>
          <Button
            size="s"
            {...(isWidth && widthMm !== picture.widthMm ? {} : { disabledReason: t.sameWidth })}
            onClick={() => put(picture.png ?? '')}
          >
            {t.resize}
          </Button>
          <Button
            size="s"
            onClick={() => remove({ commandId: crypto.randomUUID(), ...place }, { onSuccess: onChanged })}
          >
            {t.remove}
          </Button>
        </>
      )}
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept="image/png"
        aria-label={`${t.choose}: ${picture.title}`}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void base64Of(file).then(put);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
};

type UsesProps = { readonly company: Company; readonly kinds: List['kinds']; readonly onChanged: () => void };

/**
 * Ticks act at once: there is nothing to confirm, for a picture is laid only when an issue asks for it. A tick is shown before it
 * is stored, so that the next one builds on it.
 */
const Uses = ({ company, kinds, onChanged }: UsesProps) => {
  const { mutate: save, error } = useCommandCall('facsimiles.uses');
  const stored = { kinds: company.kinds, media: company.media };
  const [chosen, setChosen] = useState(stored);
  const put = (next: Partial<typeof stored>): void => {
    const all = { ...chosen, ...next };
    setChosen(all);
    save(
      { commandId: crypto.randomUUID(), organisationId: company.organisationId, ...all },
      { onSuccess: onChanged, onError: () => setChosen(stored) },
    );
  };
  return (
    <>
      {error && <Refusal error={error} />}
      <fieldset className={styles.conditions}>
        <legend className={styles.legend}>{t.media}</legend>
        <div className={styles.boxes}>
          {MEDIA.map((medium) => (
            <Box
              key={medium}
              label={t.mediaNames[medium]}
              isOn={chosen.media.includes(medium)}
              onTurn={(isOn) =>
                put({ media: isOn ? [...chosen.media, medium] : chosen.media.filter((one) => one !== medium) })
              }
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.conditions}>
        <legend className={styles.legend}>{t.kinds}</legend>
        <div className={styles.boxes}>
          {kinds.map(({ kind, title }) => (
            <Box
              key={kind}
              label={title}
              isOn={chosen.kinds.includes(kind)}
              onTurn={(isOn) =>
                put({ kinds: isOn ? [...chosen.kinds, kind] : chosen.kinds.filter((one) => one !== kind) })
              }
            />
          ))}
        </div>
      </fieldset>
    </>
  );
};

type BoxProps = { readonly label: string; readonly isOn: boolean; readonly onTurn: (isOn: boolean) => void };

const Box = ({ label, isOn, onTurn }: BoxProps) => (
  <label className={styles.answer}>
    <input type="checkbox" checked={isOn} onChange={(event) => onTurn(event.currentTarget.checked)} />
    {label}
  </label>
);
