import { existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/** One mounted file system, as `/proc/mounts` names it. */
export type Mount = { readonly point: string; readonly type: string };

const NETWORK_TYPES = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'ncpfs',
  'afs',
  'ceph',
  'glusterfs',
  'lustre',
  'davfs',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.davfs2',
  'fuse.glusterfs',
  'fuse.gvfsd-fuse',
  'fuse.s3fs',
  'fuse.smbnetfs',
]);

/**
 * Does the folder lie on another machine? SQLite's locks and WAL are not safe there: two writers may both believe that they
 * are alone. `path` is absolute and already resolved, so that a mapped drive of Windows shows its server.
 */
export const isNetworkPath = (path: string, platform: NodeJS.Platform, mounts: readonly Mount[]): boolean => {
  if (platform === 'win32') return isUncPath(path);
  const mount = mounts
    .filter(({ point }) => point === '/' || path === point || path.startsWith(`${point}/`))
    .reduce<Mount | null>(
      (longest, next) => (longest && longest.point.length > next.point.length ? longest : next),
      null,
    );
  return mount !== null && NETWORK_TYPES.has(mount.type);
};

/** `\\server\share`, `//server/share`, `\\?\UNC\server`; `\\?\C:\` and `\\.\` are of this machine. */
const isUncPath = (path: string): boolean => {
  const slashes = path.replaceAll('/', '\\');
  if (/^\\\\\?\\UNC\\/iu.test(slashes)) return true;
  return /^\\\\[^\\?.]/u.test(slashes);
};

/** Lines of `/proc/mounts`: device, point, type; a space in the point is written `\040`. A later mount hides an earlier one. */
export const parseMounts = (text: string): readonly Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, point, type] = line.split(' ');
    if (!point || !type) return [];
    return [
      {
        type,
        point: point.replaceAll(/\\(\d{3})/gu, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
      },
    ];
  });

export type MachineDisks = { readonly platform: NodeJS.Platform; readonly mounts: readonly Mount[] };

/** The same question about a folder that may not be there yet; links and mapped drives are followed. */
export const liesOnNetwork = (folder: string, { platform, mounts }: MachineDisks): boolean =>
  isNetworkPath(realPathOf(folder), platform, mounts);

/** Of a folder to be made, the part that is there already. */
const realPathOf = (folder: string): string => {
  if (existsSync(folder)) return realpathSync.native(folder);
  const parent = dirname(folder);
  return parent === folder ? folder : realPathOf(parent);
};
