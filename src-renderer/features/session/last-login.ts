const KEY = 'komplekt.lastLogin';

/** Who entered last at this computer: only puts the cursor on a row, lets nobody in. */
export const readLastLogin = (): string | null => localStorage.getItem(KEY);

export const writeLastLogin = (login: string): void => localStorage.setItem(KEY, login);
