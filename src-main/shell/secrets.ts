import { safeStorage } from 'electron';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { saveFile } from '#main/host/process-tools.ts';
import type { Secrets } from '#main/ports/secrets.ts';
import { canKeepSecrets, secretFileName } from './security/secret-storage.ts';

/** Secrets in files that only the operating system's key of this user opens. */
export const createSecrets = (folder: string): Secrets => ({
  read: async (name) => {
    const fileName = secretFileName(name);
    if (fileName === null || !isSafe()) return null;
    const encrypted = await readFile(path.join(folder, fileName)).catch(() => null);
    return encrypted === null ? null : decrypt(encrypted);
  },
  write: async (name, value) => {
    const fileName = secretFileName(name);
    if (fileName === null || !isSafe()) return false;
    const file = path.join(folder, fileName);
    if (value !== null) return saveFile(file, safeStorage.encryptString(value));
    await rm(file, { force: true });
    return true;
  },
});

const isSafe = (): boolean =>
  canKeepSecrets({
    platform: process.platform,
    isAvailable: safeStorage.isEncryptionAvailable(),
    backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : '',
  });

/** A secret of another user or another machine cannot be opened; it is as if there were none. */
const decrypt = (encrypted: Buffer): string | null => {
  try {
    return safeStorage.decryptString(encrypted);
  } catch {
    return null;
  }
};
