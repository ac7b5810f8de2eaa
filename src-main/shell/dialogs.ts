import { app, dialog, type BrowserWindow, type Session } from 'electron';
import path from 'node:path';
import type { AppError } from '#shared/contract/errors.ts';
import { errorText } from '#shared/text/error-texts.ts';
import { copyName } from './copy-name.ts';

/** A file that the page gives away is saved where the person says in a dialog of the system; the page never learns where. */
export const askWhereToSave = (session: Session): void => {
  session.on('will-download', (event, item) => {
    const name = copyName(item.getFilename());
    if (name === null) event.preventDefault();
    else item.setSaveDialogOptions({ title: 'Сохранить файл', defaultPath: path.join(app.getPath('downloads'), name) });
  });
};

/** The base could not be opened: there is no window yet that could say it. */
export const showRefusal = (error: AppError): void => dialog.showErrorBox('Комплект не открылся', errorText(error));

/** The core has stopped under an open window. True: the person wants to start anew. */
export const askToRestart = async (window: BrowserWindow): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Комплект',
    message: 'Работа с базой прервалась',
    detail: 'Всё, что программа подтвердила, сохранено. Перезапустите её, чтобы продолжить.',
    buttons: ['Перезапустить', 'Закрыть'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
};
