import { createContext } from 'react';
import { createHotkeyRegistry } from './hotkey-registry.ts';

/** One registry per window. The default one keeps a component usable outside the frame, only deaf. */
export const HotkeyRegistryContext = createContext(createHotkeyRegistry());

/** 0 in the window, +1 inside each open dialog. */
export const HotkeyLayerContext = createContext(0);
