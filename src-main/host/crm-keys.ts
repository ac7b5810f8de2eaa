import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Secrets } from '#main/ports/secrets.ts';
import type { KeyStore } from '#main/sync/engine/account-key.ts';
import { writeControlKey } from './control-key.ts';

const keys = z.record(z.string(), z.string());

/**
 * Keys of CRMs: where the operating system keeps secrets, else a file beside the base that only this user can read; whoever connects
 * is told which. The file is no part of the base: its copies never hold a key.
 */
export const createCrmKeys = (secrets: Secrets, file: string): KeyStore => {
  const readAll = async (): Promise<Record<string, string>> => {
    const text = await readFile(file, 'utf8').catch(() => '{}');
    const parsed = keys.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  };
  const writeOne = async (name: string, value: string | null): Promise<void> => {
    const { [name]: _old, ...others } = await readAll();
    await writeControlKey(file, JSON.stringify(value === null ? others : { ...others, [name]: value }));
  };
  return {
    read: async (name) => (await secrets.read(name)) ?? (await readAll())[name] ?? null,
    write: async (name, value) => {
      const isSafe = await secrets.write(name, value);
      // A key that found a safe place leaves no copy in the file.
      await writeOne(name, isSafe ? null : value);
      return isSafe ? 'system' : 'file';
    },
  };
};
