import { incomingTexts as t } from '#renderer/text/incoming-texts.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';

/** Which documents are shown; absent: our own. */
export type Way = 'incoming' | undefined;

type WayFieldProps = { readonly way: Way; readonly onWay: (way: Way) => void };

const OURS = 'ours';
const OPTIONS = [
  { value: OURS, label: t.ours },
  { value: 'incoming', label: t.incoming },
];

export const WayField = ({ way, onWay }: WayFieldProps) => (
  <SelectField
    label={t.way}
    options={OPTIONS}
    value={way ?? OURS}
    onChange={(next) => onWay(next === 'incoming' ? 'incoming' : undefined)}
  />
);
