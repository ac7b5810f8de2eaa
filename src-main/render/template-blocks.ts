import type { Dialect } from './template-command.ts';
import type { ScannedCommand } from './template-scan.ts';

interface Block {
  readonly kind: 'FOR' | 'IF';
  readonly name: string;
  readonly command: ScannedCommand;
  /** Of an IF: its ELSE was seen. */
  hasElse: boolean;
}

export interface BlockFinding {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly severity: 'error' | 'warning';
}

/** FOR and IF within one another. */
const DEEPEST = 100;

const error = (code: string, data: BlockFinding['data'] = {}): BlockFinding => ({ code, data, severity: 'error' });
const warning = (code: string): BlockFinding => ({ code, data: {}, severity: 'warning' });

const inSameParagraph = (a: ScannedCommand, b: ScannedCommand): boolean => a.paragraph.number === b.paragraph.number;
const inSameRow = (a: ScannedCommand, b: ScannedCommand): boolean => a.row !== undefined && a.row.id === b.row?.id;

/**
 * FOR and IF of one part, as they nest. Besides the pairs it knows what docx-templates 4.15 cannot do: loops within loops in one paragraph never
 * end, conditions within conditions in one paragraph or row are refused, loops in nested tables lose the table. Our own dialect has all of these.
 */
export class BlockStack {
  private readonly blocks: Block[] = [];
  private readonly dialect: Dialect;

  constructor(dialect: Dialect = 'reference') {
    this.dialect = dialect;
  }

  openLoop(command: ScannedCommand, name: string): BlockFinding[] {
    const isNested =
      this.isShallow && this.blocks.some((block) => block.kind === 'FOR' && inSameParagraph(block.command, command));
    this.blocks.push({ kind: 'FOR', name, command, hasElse: false });
    return [
      ...this.depth(),
      ...(isNested && this.dialect === 'reference' ? [error('template.nestedLoopInParagraph')] : []),
    ];
  }

  openCondition(command: ScannedCommand): BlockFinding[] {
    const isNested =
      this.isShallow &&
      this.blocks.some(
        (block) =>
          block.kind === 'IF' && (inSameParagraph(block.command, command) || inSameRow(block.command, command)),
      );
    this.blocks.push({ kind: 'IF', name: '', command, hasElse: false });
    return [...this.depth(), ...(isNested && this.dialect === 'reference' ? [error('template.nestedCondition')] : [])];
  }

  private get isShallow(): boolean {
    return this.blocks.length <= DEEPEST;
  }

  /** Told once, where the limit is passed: nobody nests so by hand, and thousands of levels end in a stack overflow. */
  private depth(): BlockFinding[] {
    return this.blocks.length === DEEPEST + 1 ? [error('template.tooDeep', { limit: DEEPEST })] : [];
  }

  /** ELSE belongs to the innermost block, which must be an IF without one. */
  turn(): BlockFinding[] {
    const innermost = this.blocks.at(-1);
    if (innermost?.kind !== 'IF' || innermost.hasElse) return [error('template.unexpectedElse')];
    innermost.hasElse = true;
    return [];
  }

  /** Closes the innermost block. `loop` is the name of the loop that ended. */
  close(
    command: ScannedCommand,
    type: 'END-FOR' | 'END-IF',
    name: string,
  ): { findings: BlockFinding[]; loop: string | undefined } {
    const kind = type === 'END-FOR' ? 'FOR' : 'IF';
    const named = `${type}${name === '' ? '' : ` ${name}`}`;
    const matches = (block: Block): boolean => block.kind === kind && (kind === 'IF' || block.name === name);
    const innermost = this.blocks.at(-1);
    if (innermost && matches(innermost)) {
      this.blocks.pop();
      return { findings: placement(innermost, command, this.dialect), loop: kind === 'FOR' ? name : undefined };
    }
    const index = this.blocks.findLastIndex(matches);
    if (index < 0) return { findings: [error('template.unexpectedEnd', { name: named })], loop: undefined };
    // What was opened later is left without its own end: report it once, here, and go on behind the block.
    this.blocks.length = index;
    const expected = innermost?.kind === 'FOR' ? `FOR ${innermost.name}` : 'IF';
    return {
      findings: [error('template.crossedBlocks', { name: named, expected })],
      loop: kind === 'FOR' ? name : undefined,
    };
  }

  /** Inside an IF within a FOR docx-templates counts the IF: `$idx` is 0 there. */
  get isIndexLost(): boolean {
    return this.blocks.at(-1)?.kind === 'IF' && this.blocks.some(({ kind }) => kind === 'FOR');
  }

  unclosed(): { command: ScannedCommand; problem: BlockFinding }[] {
    return this.blocks.map(({ kind, name, command }) => ({
      command,
      problem: kind === 'FOR' ? error('template.unclosedLoop', { name }) : error('template.unclosedCondition'),
    }));
  }
}

/** What is wrong with where a loop begins and ends. */
function placement({ kind, command: start }: Block, end: ScannedCommand, dialect: Dialect): BlockFinding[] {
  if (kind === 'IF' || inSameParagraph(start, end)) return [];
  const findings: BlockFinding[] = [];
  if (dialect === 'reference' && start.row && start.row.tableDepth > 1)
    findings.push(error('template.loopInNestedTable'));
  if (inSameRow(start, end) && start.cell !== end.cell) findings.push(warning('template.loopOverCells'));
  if (start.followsText) findings.push(warning('template.textBesideLoop'));
  return findings;
}
