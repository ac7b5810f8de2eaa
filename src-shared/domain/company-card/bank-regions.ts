/**
 * Digits 3–4 of a БИК are the region of the bank by ОКАТО. The keys of accounts do not cover them, so the bank's city is the only witness.
 * Region → cities in which its banks sit.
 */
const REGIONS: Readonly<Record<string, string>> = {
  '01': 'барнаул',
  '03': 'краснодар сочи',
  '04': 'красноярск',
  '05': 'владивосток',
  '07': 'ставрополь',
  '08': 'хабаровск',
  '10': 'благовещенск',
  '11': 'архангельск',
  '12': 'астрахань',
  '14': 'белгород',
  '15': 'брянск',
  '17': 'владимир',
  '18': 'волгоград',
  '19': 'вологда череповец',
  '20': 'воронеж',
  '22': 'нижний новгород',
  '24': 'иваново',
  '25': 'иркутск',
  '27': 'калининград',
  '28': 'тверь',
  '29': 'калуга',
  '32': 'кемерово новокузнецк',
  '33': 'киров',
  '34': 'кострома',
  '35': 'симферополь',
  '36': 'самара тольятти',
  '37': 'курган',
  '38': 'курск',
  '40': 'санкт-петербург',
  '41': '',
  '42': 'липецк',
  '45': 'москва',
  '46': '',
  '47': 'мурманск',
  '49': 'великий новгород',
  '50': 'новосибирск',
  '52': 'омск',
  '53': 'оренбург',
  '54': 'орел',
  '56': 'пенза',
  '57': 'пермь',
  '58': 'псков',
  '60': 'ростов-на-дону',
  '61': 'рязань',
  '63': 'саратов',
  '65': 'екатеринбург',
  '66': 'смоленск',
  '67': 'севастополь',
  '68': 'тамбов',
  '69': 'томск',
  '70': 'тула',
  '71': 'тюмень',
  '73': 'ульяновск',
  '75': 'челябинск магнитогорск',
  '76': 'чита',
  '78': 'ярославль',
  '80': 'уфа',
  '81': 'улан-удэ',
  '82': 'махачкала',
  '86': 'петрозаводск',
  '87': 'сыктывкар',
  '88': 'йошкар-ола',
  '89': 'саранск',
  '92': 'казань',
  '93': 'кызыл',
  '94': 'ижевск',
  '95': 'абакан',
  '97': 'чебоксары',
  '98': 'якутск',
};

const CITIES: readonly (readonly [string, string])[] = Object.entries(REGIONS).flatMap(([region, cities]) =>
  cities === ''
    ? []
    : cities
        .replace('нижний новгород', 'нижний_новгород')
        .replace('великий новгород', 'великий_новгород')
        .split(' ')
        .map((city) => [city.replace('_', ' '), region] as const),
);

/** «Москве», «Санкт-Петербурге» → the city as it is called; null when the table does not know it. */
export const cityInNominative = (word: string): string | null => {
  const stem = word
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[аеиуы]$/u, '');
  const known = CITIES.find(([city]) => city.replace(/[аьй]$/u, '') === stem)?.[0];
  return known === undefined
    ? null
    : known.replace(/(?:^|[\s-])\p{L}/gu, (start) => start.toUpperCase()).replace('-На-', '-на-');
};

/** Does the city agree with the region of the БИК; null when the text names no city of the table. */
export const isBicOfCity = (bic: string, text: string): boolean | null => {
  const lower = text.toLowerCase().replaceAll('ё', 'е');
  const known = CITIES.find(([city]) => new RegExp(`(?<![а-я])${city}(?![а-я])`, 'u').test(lower));
  return known === undefined ? null : known[1] === bic.slice(2, 4);
};
