import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PinHasher } from '../ports/pin.ts';

// 16 MB and some 50 ms a try: four digits cannot be made strong, only slow, and the window's lock is not the disk's.
const COST = { N: 16_384, r: 8, p: 1 } as const;
const KEY_BYTES = 32;

/** `scrypt$N$salt$key`, both parts base64url. The cost stands first so that a later program may tell old hashes from new ones. */
export const scryptPins: PinHasher = {
  hash: async (pin) => {
    const salt = randomBytes(16);
    const key = await derive(pin, salt, COST.N);
    return ['scrypt', COST.N, salt.toString('base64url'), key.toString('base64url')].join('$');
  },
  matches: async (pin, hash) => {
    const [name, cost, salt, key] = hash.split('$');
    if (name !== 'scrypt' || cost !== String(COST.N) || !salt || !key) return false;
    const expected = Buffer.from(key, 'base64url');
    const given = await derive(pin, Buffer.from(salt, 'base64url'), COST.N);
    return expected.length === given.length && timingSafeEqual(expected, given);
  },
};

const derive = (pin: string, salt: Buffer, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFC'), salt, KEY_BYTES, { ...COST, N: cost }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
