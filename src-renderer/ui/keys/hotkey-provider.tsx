import { useEffect, useState, type ReactNode } from 'react';
import { HotkeyRegistryContext } from './hotkey-context.ts';
import { createHotkeyRegistry } from './hotkey-registry.ts';
import { keyTargetOf } from './key-target.ts';

const ENTER: readonly string[] = ['Enter', 'NumpadEnter'];

/** Listens to the keyboard once for the whole window. */
export const HotkeyProvider = ({ children }: { readonly children: ReactNode }) => {
  const [registry] = useState(createHotkeyRegistry);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A composing input method and a list that has already handled its arrow keep their keys.
      if (event.defaultPrevented || event.isComposing) return;
      const hotkey = registry.find(event, keyTargetOf(event.target));
      if (!hotkey) return;
      event.preventDefault();
      hotkey.run();
    };
    // A closed list opens at any Enter and keeps the key; Ctrl+Enter in it is meant for the form, so it is heard first.
    const onDown = (event: KeyboardEvent) => {
      if (event.ctrlKey && ENTER.includes(event.code)) onKeyDown(event);
      if (event.defaultPrevented) event.stopPropagation();
    };
    window.addEventListener('keydown', onDown, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onDown, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [registry]);

  return <HotkeyRegistryContext value={registry}>{children}</HotkeyRegistryContext>;
};
