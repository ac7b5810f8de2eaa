export type Approver = { readonly user: string; readonly turn: number };

/** The chosen people with their turns; a person is asked once, empty places are left out. */
export const approversOf = (chosen: readonly string[], turns: readonly number[]): readonly Approver[] =>
  chosen
    .map((user, index) => ({ user, turn: turns[index] ?? 1 }))
    .filter(({ user }, index) => user !== '' && chosen.indexOf(user) === index);
