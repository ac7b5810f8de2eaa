import { isAppAddress } from './app-address.ts';

/** Who sent a message to main, as Electron tells it. */
export type Sender = {
  /** Null when the frame is gone already. */
  readonly address: string | null;
  readonly isOurWindow: boolean;
  readonly isMainFrame: boolean;
};

/** Only the page of our window itself may speak to main: no frame inside it, no other page, no other window. */
export const isTrustedSender = ({ address, isOurWindow, isMainFrame }: Sender): boolean =>
  isOurWindow && isMainFrame && address !== null && isAppAddress(address);
