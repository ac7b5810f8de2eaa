/** Why the browser gets a page of words and not the window. */
export type Refusal = 'usedKey' | 'noKey' | 'foreign' | 'missing' | 'method';

export type RefusalPage = { readonly status: number; readonly html: string };

/** What happened · what is safe · what to do. */
const TEXTS: Readonly<Record<Refusal, { status: number; title: string; text: string }>> = {
  usedKey: {
    status: 403,
    title: 'Эта ссылка уже сработала',
    text: 'Ссылка открывает окно один раз, чтобы им не воспользовался никто другой. Документы и заказы на месте. Вернитесь во вкладку, где окно уже открыто, или запустите программу снова: она напечатает новую ссылку.',
  },
  noKey: {
    status: 403,
    title: 'Окно открывается по ссылке с ключом',
    text: 'По этому адресу браузер пока не знаком программе. Документы и заказы на месте. Откройте ссылку, которую напечатала программа при запуске; если она уже использована, запустите программу снова.',
  },
  foreign: {
    status: 403,
    title: 'Запрос пришёл не из окна «Комплекта»',
    text: 'Программа отвечает только своему окну на этом компьютере. Документы и заказы на месте. Откройте ссылку, которую напечатала программа при запуске.',
  },
  missing: {
    status: 404,
    title: 'Такой страницы нет',
    text: 'Документы и заказы на месте. Откройте начальную страницу окна.',
  },
  method: {
    status: 405,
    title: 'Так обратиться к окну нельзя',
    text: 'Ничего не изменено. Откройте ссылку, которую напечатала программа при запуске.',
  },
};

export const refusalPage = (refusal: Refusal): RefusalPage => {
  const { status, title, text } = TEXTS[refusal];
  const html = `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
</head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
  return { status, html };
};
