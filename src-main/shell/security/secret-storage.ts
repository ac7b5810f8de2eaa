/** What the system says about its safe place for secrets. */
export type SecretStorage = {
  readonly platform: NodeJS.Platform;
  readonly isAvailable: boolean;
  /** Linux only. */
  readonly backend: string;
};

/**
 * On Linux without a key ring Electron «encrypts» with a password that stands in its source (`basic_text`). Anybody can
 * undo that, so nothing is kept there and the person is asked for the key each time.
 */
export const canKeepSecrets = ({ platform, isAvailable, backend }: SecretStorage): boolean =>
  isAvailable && !(platform === 'linux' && (backend === 'basic_text' || backend === 'unknown'));

/** The file of a secret; null for a name that could lead elsewhere. */
export const secretFileName = (name: string): string | null =>
  /^[\w-][\w.-]{0,80}$/u.test(name) ? `${name}.bin` : null;
