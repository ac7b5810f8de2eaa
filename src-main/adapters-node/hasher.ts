import { createHash } from 'node:crypto';
import type { Hasher } from '../ports/hasher.ts';

export const sha256Hasher: Hasher = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
