import { editorTexts } from '#renderer/text/editor-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import type { Editor } from './use-editor.ts';

const t = editorTexts.bar;

type EditorMoves = {
  readonly editor: Editor;
  readonly release: () => void;
};

const unless = (condition: boolean, disabledReason: string): { disabledReason?: string } =>
  condition ? {} : { disabledReason };

/** Buttons of the editor: what was changed is saved first, a draft that is in order is released. */
export const editorActions = ({ editor, release }: EditorMoves): readonly BarAction[] => {
  const { isChanged, isBusy, faults, answer } = editor;
  const hasDraft = answer.data?.hasDraft === true;
  const whyNot = isChanged ? t.unsaved : hasDraft ? t.broken(faults.length) : t.noDraft;
  return [
    {
      id: 'save',
      label: t.save,
      keys: 'Ctrl+Enter',
      icon: 'check',
      primary: isChanged,
      run: () => void editor.save(),
      ...unless(isChanged && !isBusy, t.same),
    },
    {
      id: 'release',
      label: t.release,
      keys: 'Ctrl+Shift+Enter',
      primary: !isChanged && hasDraft,
      run: release,
      ...unless(!isChanged && hasDraft && faults.length === 0, whyNot),
    },
    { id: 'trial', label: t.trial, keys: 'F9', icon: 'player-play', run: editor.tryOut },
    ...(isChanged ? [{ id: 'undo', label: t.undo, keys: 'Ctrl+Backspace', quiet: true, run: editor.undo }] : []),
    ...(hasDraft && !isChanged
      ? [{ id: 'discard', label: t.discard, keys: 'Ctrl+Del', quiet: true, run: editor.discard }]
      : []),
  ];
};
