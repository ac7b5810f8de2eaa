import { useMemo } from 'react';
import { STAGE_COLORS, type ProcessDefinition } from '#shared/domain/process/definition.ts';
import {
  addStage,
  changeStage,
  freeStageCode,
  removeStage,
  shiftStage,
} from '#shared/domain/process/edit-definition.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import { ActionButtons, type BarAction } from '#renderer/ui/action-bar.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Change } from './use-editor.ts';
import styles from './process-editor.module.css';

const t = editorTexts.stages;

const KINDS = ['initial', 'working', 'success', 'fail'] as const;
const COLORS = ['none', ...STAGE_COLORS] as const;

type StagePartProps = {
  readonly definition: ProcessDefinition;
  readonly stage: string;
  readonly onStage: (code: string) => void;
  readonly onChange: Change;
};

/** The chosen stage: its name, place, kind, colour, and what people are told to do on it. */
export const StagePart = ({ definition, stage, onStage, onChange }: StagePartProps) => {
  const current = definition.stages.find(({ code }) => code === stage);
  const actions = useMemo<readonly BarAction[]>(() => {
    const shift = (by: -1 | 1) => (): void => onChange((before) => shiftStage(before, stage, by));
    return [
      { id: 'up', label: t.up, keys: 'Alt+Up', run: shift(-1) },
      { id: 'down', label: t.down, keys: 'Alt+Down', run: shift(1) },
      {
        id: 'add',
        label: t.add,
        keys: 'Ins',
        icon: 'plus',
        run: () => {
          const code = freeStageCode(definition);
          onChange((before) => addStage(before, stage, code, t.newTitle));
          onStage(code);
        },
      },
      {
        id: 'remove',
        label: t.remove,
        keys: 'Del',
        quiet: true,
        run: () => onChange((before) => removeStage(before, stage)),
      },
    ];
  }, [definition, stage, onStage, onChange]);
  if (current === undefined) return null;
  const { title, kind, color, guidance } = current;
  return (
    <Section title={t.title} icon="layout-kanban">
      <div className={styles.form}>
        <TextField
          label={t.name}
          value={title}
          onChange={(next) => onChange((before) => changeStage(before, stage, { title: next }))}
        />
        <div className={styles.pair}>
          <SelectField
            label={t.kind}
            options={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
            value={kind}
            onChange={(next) =>
              onChange((before) => changeStage(before, stage, { kind: KINDS.find((each) => each === next) ?? kind }))
            }
          />
          <SelectField
            label={t.color}
            options={COLORS.map((value) => ({ value, label: t.colors[value] }))}
            value={color ?? 'none'}
            onChange={(next) =>
              onChange((before) => changeStage(before, stage, { color: STAGE_COLORS.find((each) => each === next) }))
            }
          />
        </div>
        <TextArea
          label={t.guidance}
          rows={3}
          value={guidance?.text ?? ''}
          onChange={(text) =>
            onChange((before) => changeStage(before, stage, { guidance: { ...guidance, text: text || undefined } }))
          }
        />
        <div className={styles.buttons}>
          <ActionButtons title={t.title} actions={actions} />
        </div>
      </div>
    </Section>
  );
};
