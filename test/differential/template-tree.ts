/** A generated template as a tree. Names and lists are chosen by number, so that the tree stays valid while it is being made smaller. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly choice: number; readonly form: number }
  | { readonly kind: 'loop'; readonly choice: number; readonly name: number; readonly body: readonly Inline[] }
  | { readonly kind: 'if'; readonly choice: number; readonly body: readonly Inline[] }
  | { readonly kind: 'image' }
  | { readonly kind: 'link' }
  | { readonly kind: 'exec'; readonly choice: number }
  /** XML between the runs: a tab, a field, a bookmark. */
  | { readonly kind: 'markup'; readonly choice: number };

export interface Paragraph {
  readonly content: readonly Inline[];
  /** Where Word has split the text over runs: distances between the cuts, and what it put there. */
  readonly cuts: readonly (readonly [distance: number, noise: number])[];
}

export type Row =
  | { readonly kind: 'cells'; readonly cells: readonly (readonly Paragraph[])[] }
  | { readonly kind: 'loop'; readonly choice: number; readonly name: number; readonly rows: readonly Row[] }
  | { readonly kind: 'if'; readonly choice: number; readonly rows: readonly Row[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'table'; readonly rows: readonly Row[] }
  | {
      readonly kind: 'loop';
      readonly choice: number;
      readonly name: number;
      readonly blocks: readonly Block[];
      /** Text that the author left beside the command. */
      readonly beside: string;
    }
  | { readonly kind: 'if'; readonly choice: number; readonly blocks: readonly Block[]; readonly beside: string };

export interface TemplateTree {
  readonly body: readonly Block[];
  readonly header: readonly Block[];
  /** Which quotes stand around texts in commands. */
  readonly quotes: number;
}
