import { expect, test } from 'vitest';
import { findProgram, usualOfficePaths } from '#main/adapters-node/pdf/find-soffice.ts';

test('on Windows the console twin comes first, then the folders of the installer', () => {
  const paths = usualOfficePaths({
    platform: 'win32',
    env: {
      Path: 'C:\\Windows;D:\\Офис',
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    },
  });
  expect(paths).toEqual([
    'C:\\Windows\\soffice.com',
    'C:\\Windows\\soffice.exe',
    'D:\\Офис\\soffice.com',
    'D:\\Офис\\soffice.exe',
    'C:\\Program Files\\LibreOffice\\program\\soffice.com',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com',
    'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
  ]);
});

test('on macOS the program is looked for inside the application', () => {
  expect(usualOfficePaths({ platform: 'darwin', env: {} })[0]).toBe(
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  );
});

test('on Linux PATH comes before the usual folders, each folder once', () => {
  const paths = usualOfficePaths({ platform: 'linux', env: { PATH: '/opt/my office:/usr/bin::/usr/bin' } });
  expect(paths.slice(0, 3)).toEqual(['/opt/my office/soffice', '/opt/my office/libreoffice', '/usr/bin/soffice']);
  expect(paths.filter((path) => path === '/usr/bin/soffice')).toHaveLength(1);
  expect(paths).toContain('/usr/lib/libreoffice/program/soffice');
});

test('the first program that is really there is taken', async () => {
  expect(await findProgram(['/nowhere/soffice', process.execPath])).toBe(process.execPath);
  expect(await findProgram(['/nowhere/soffice'])).toBeNull();
});
