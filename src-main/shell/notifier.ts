import { Notification } from 'electron';
import type { Notifier } from '#main/ports/notifier.ts';

export const systemNotifier: Notifier = {
  notify: (title, body) => {
    if (Notification.isSupported()) new Notification({ title, body }).show();
    return Promise.resolve();
  },
};
