import { useMemo, useState } from 'react';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import { ActionButtons } from '#renderer/ui/action-bar.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { readDefinitionText, type Finding } from './read-definition.ts';
import styles from './process-editor.module.css';

const t = editorTexts.text;

type TextTabProps = {
  readonly definition: ProcessDefinition;
  readonly onReplace: (definition: ProcessDefinition) => void;
};

const NONE: readonly Finding[] = [];
const MOST_SHOWN = 20;

/** The whole definition as text: for whatever has no form of its own. A text that does not fit changes nothing. */
export const TextTab = ({ definition, onReplace }: TextTabProps) => {
  const printed = useMemo(() => JSON.stringify(definition, null, 2), [definition]);
  const [typed, setTyped] = useState<string | null>(null);
  const [findings, setFindings] = useState(NONE);
  const { show } = useToasts();
  const actions = useMemo(
    () => [
      {
        id: 'apply',
        label: t.apply,
        keys: 'Ctrl+J',
        run: () => {
          const read = readDefinitionText(typed ?? printed);
          setFindings(read.definition === null ? read.findings : NONE);
          if (read.definition === null) return;
          onReplace(read.definition);
          setTyped(null);
          show({ text: t.applied });
        },
      },
    ],
    [typed, printed, onReplace, show],
  );
  return (
    <div className={styles.textTab}>
      <div className={styles.buttons}>
        <ActionButtons title={t.label} actions={actions} />
      </div>
      {findings.slice(0, MOST_SHOWN).map(({ where, message }) => (
        <ProblemLine key={`${where} ${message}`} tone="blocks">
          {message} {where !== '' && <span className={styles.quiet}>({where})</span>}
        </ProblemLine>
      ))}
      <TextArea label={t.label} hint={t.hint} rows={30} value={typed ?? printed} onChange={setTyped} />
    </div>
  );
};
