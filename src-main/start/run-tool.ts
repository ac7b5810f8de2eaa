import { spawn } from 'node:child_process';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** How a tool ended. `output` is empty when it was shown as it came. */
export type ToolOutcome = { readonly exitCode: number; readonly output: string; readonly seconds: number };

export type ToolCall = {
  /** A JavaScript or TypeScript file, relative to the project's root. */
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Long tools show their output as it comes; short ones are quiet unless they fail. */
  readonly isShownLive?: boolean;
};

/** Runs a tool of the project on this very Node, so that its version never depends on what is installed. */
export async function runTool({ file, args, env = {}, isShownLive = false }: ToolCall): Promise<ToolOutcome> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [path.join(projectRoot, file), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env, PATH: pathWithOwnTools() },
    stdio: ['ignore', isShownLive ? 'inherit' : 'pipe', isShownLive ? 'inherit' : 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  return { exitCode, output: Buffer.concat(chunks).toString('utf8'), seconds: (performance.now() - startedAt) / 1000 };
}

/** oxlint looks for its type-aware half on PATH. */
function pathWithOwnTools(): string {
  return [path.join(projectRoot, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(path.delimiter);
}
