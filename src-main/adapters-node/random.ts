import { randomBytes, randomUUID } from 'node:crypto';
import type { Random } from '../ports/random.ts';

export const systemRandom: Random = {
  uuid: () => randomUUID(),
  token: (bytes) => randomBytes(bytes).toString('base64url'),
};
