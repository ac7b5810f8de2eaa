import type { Role } from '../domain/users/rights.ts';
import { addDays, type IsoDate } from '../kernel/date.ts';

/** A person of the demo office, as `users.save` takes him. */
export type DemoPerson = {
  readonly login: string;
  readonly fullName: string;
  readonly position: string;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
};

/** Who acts for whom and when, as `users.substitute` takes it. */
export type DemoSubstitution = {
  readonly absent: string;
  readonly substitute: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
};

const person = (login: string, fullName: string, position: string, ...roles: Role[]): DemoPerson => ({
  login,
  fullName,
  position,
  roles,
  isActive: true,
});

/**
 * Nineteen people of product.md §8.3. Nobody has the role `security`: a process that needs it must say so instead of
 * waiting for ever.
 */
export const PEOPLE: readonly DemoPerson[] = [
  person('stolyarov', 'Столяров Лев Ильич', 'Генеральный директор', 'director'),
  person('zvonkova', 'Звонкова Ксения Романовна', 'Коммерческий директор', 'commercialDirector'),
  person('makarenko', 'Макаренко Илья Эдуардович', 'Финансовый директор', 'financeDirector'),
  person('kuzma', 'Кузьма Степан Денисович', 'Управляющий производством «Свинина»', 'productionHead'),
  person('yarovaya', 'Яровая Дина Захаровна', 'Управляющая производством «Полуфабрикаты»', 'productionHead'),
  person('dorozhkin', 'Дорожкин Фёдор Назарович', 'Руководитель логистики', 'logisticsHead'),
  person('petrov', 'Петров Артём Игоревич', 'Менеджер', 'manager'),
  person('orlova', 'Орлова Светлана Павловна', 'Менеджер', 'manager'),
  person('nechay', 'Нечай Лидия Остаповна', 'Менеджер', 'manager'),
  person('putilin', 'Путилин Егор Семёнович', 'Логист', 'logistician'),
  person('rubakina', 'Рубакина Тамара Олеговна', 'Логист', 'logistician'),
  person('belova', 'Белова Вера Аркадьевна', 'Офис-менеджер', 'officeManager'),
  person('schetova', 'Счётова Галина Фоминична', 'Главный бухгалтер', 'accountant'),
  person('zakonov', 'Законов Марк Леонидович', 'Юрист', 'lawyer'),
  person('girevaya', 'Гиревая Полина Андреевна', 'Оператор отгрузки', 'shippingOperator'),
  person('kraskina', 'Краскина Злата Юрьевна', 'Дизайнер', 'designer'),
  person('rulev', 'Рулев Захар Кириллович', 'Водитель', 'driver'),
  person('skladov', 'Складов Матвей Глебович', 'Кладовщик', 'storekeeper'),
  person('admin', 'Серверов Ян Богданович', 'Администратор', 'administrator'),
];

/** The finance director is on vacation, the chief accountant acts for him. */
export const substitutionsOn = (today: IsoDate): DemoSubstitution[] => [
  { absent: 'makarenko', substitute: 'schetova', from: addDays(today, -4), to: addDays(today, 9) },
];

export type ManagerLogin = 'petrov' | 'orlova' | 'nechay';

/** «Петров А. И.» as orders name their manager. */
export const managerName = (login: ManagerLogin): string => {
  const [lastName = '', firstName = '', middleName = ''] = (
    PEOPLE.find((one) => one.login === login)?.fullName ?? ''
  ).split(' ');
  return `${lastName} ${firstName.charAt(0)}. ${middleName.charAt(0)}.`;
};
