import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { EngineName } from './engine.ts';
import type { Answer, Ask } from './messages.ts';

/** The biggest papers of the slowest engine need gigabytes; everybody gets the same. */
const HEAP_MB = 8_192;
/** Ten thousand rows take the slowest engine more than half a minute. */
const PATIENCE_MS = 600_000;

const processFile = path.join(import.meta.dirname, 'engine-process.ts');

/** An engine in a process of its own. One question at a time. */
export class EngineHandle {
  readonly name: EngineName;
  private readonly child: ChildProcess;

  private constructor(name: EngineName, child: ChildProcess) {
    this.name = name;
    this.child = child;
  }

  static async start(
    name: EngineName,
    pictureFile: string,
    env: Readonly<Record<string, string>>,
  ): Promise<EngineHandle> {
    const child = fork(processFile, [name, pictureFile], {
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      env: { ...process.env, ...env },
    });
    const handle = new EngineHandle(name, child);
    await handle.next('ready');
    return handle;
  }

  async measure(ask: Omit<Extract<Ask, { kind: 'measure' }>, 'kind'>): Promise<number> {
    return (await this.ask({ kind: 'measure', ...ask }, 'measured')).ms;
  }

  async documents(scenario: Extract<Ask, { kind: 'documents' }>['scenario']): Promise<Uint8Array[]> {
    const { documents } = await this.ask({ kind: 'documents', scenario }, 'documents');
    return documents.map((text) => Buffer.from(text, 'base64'));
  }

  batch(count: number): Promise<Extract<Answer, { kind: 'batch' }>> {
    return this.ask({ kind: 'batch', count }, 'batch');
  }

  async peakMb(scenario: Extract<Ask, { kind: 'peak' }>['scenario'], times: number): Promise<number> {
    return (await this.ask({ kind: 'peak', scenario, times }, 'peak')).mb;
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.disconnect();
    await gone;
  }

  private ask<K extends Answer['kind']>(ask: Ask, kind: K): Promise<Extract<Answer, { kind: K }>> {
    const answer = this.next(kind);
    this.child.send(ask);
    return answer;
  }

  private next<K extends Answer['kind']>(kind: K): Promise<Extract<Answer, { kind: K }>> {
    return new Promise((resolve, reject) => {
      const fail = (reason: string): void => {
        settle();
        reject(new Error(`${this.name}: ${reason}`));
      };
      const onMessage = (answer: Answer): void => {
        if (answer.kind === kind) {
          settle();
          resolve(answer as Extract<Answer, { kind: K }>);
        } else fail(answer.kind === 'failed' ? answer.reason : `answered ${answer.kind}`);
      };
      const onExit = (code: number | null): void => fail(`its process ended with ${code}`);
      const timer = setTimeout(() => {
        this.child.kill('SIGKILL');
        fail('no answer in time');
      }, PATIENCE_MS);
      const settle = (): void => {
        clearTimeout(timer);
        this.child.off('message', onMessage);
        this.child.off('exit', onExit);
      };
      this.child.on('message', onMessage);
      this.child.on('exit', onExit);
    });
  }
}
