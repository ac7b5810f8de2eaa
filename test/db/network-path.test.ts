import { describe, expect, test } from 'vitest';
import { isNetworkPath, parseMounts } from '#main/db/network-path.ts';

const MOUNTS = parseMounts(
  [
    '/dev/sda1 / ext4 rw 0 0',
    'server:/home /mnt/общая nfs4 rw 0 0',
    '//server/docs /mnt/Общие\\040документы cifs rw 0 0',
    '/dev/sdb1 /mnt/общая/локальный ext4 rw 0 0',
    'anna@server: /home/anna/remote fuse.sshfs rw 0 0',
    '',
  ].join('\n'),
);

describe('a network path', () => {
  test.each([
    ['linux', '/home/anna/.local/share/komplekt', false],
    ['linux', '/mnt/общая', true],
    ['linux', '/mnt/общая/Комплект', true],
    ['linux', '/mnt/общая-копия/Комплект', false],
    ['linux', '/mnt/общая/локальный/Комплект', false],
    ['linux', '/mnt/Общие документы/Комплект', true],
    ['linux', '/home/anna/remote/base', true],
    ['win32', 'C:\\Users\\Анна\\AppData\\Local\\Komplekt', false],
    ['win32', '\\\\server\\docs\\Komplekt', true],
    ['win32', '//server/docs/Komplekt', true],
    ['win32', '\\\\?\\UNC\\server\\docs', true],
    ['win32', '\\\\?\\C:\\Komplekt', false],
    ['win32', '\\\\.\\C:\\Komplekt', false],
  ] as const)('on %s, is %s one? %s', (platform, path, expected) => {
    expect(isNetworkPath(path, platform, MOUNTS)).toBe(expected);
  });

  test('what is mounted later over the same point counts', () => {
    const mounts = parseMounts('/dev/sda1 /data ext4 rw 0 0\nserver:/x /data nfs rw 0 0\n');
    expect(isNetworkPath('/data/base', 'linux', mounts)).toBe(true);
  });
});
