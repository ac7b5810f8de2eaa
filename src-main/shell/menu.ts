import { Menu } from 'electron';

/** No menu: the window has its own. On macOS copying and pasting by keys live in the menu, so there the shortest one stays. */
export const setMenu = (): void =>
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null,
  );
