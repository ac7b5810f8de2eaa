import type { z } from 'zod';
import type { orderImport } from '../contract/imports.ts';

type TripInput = NonNullable<z.input<typeof orderImport>['trip']>;

/** A vehicle with the driver who goes with it. */
export type DemoVehicle = {
  readonly vehicle: NonNullable<TripInput['vehicle']>;
  readonly driver: NonNullable<TripInput['driver']>;
};

/** Plates have the number 000 and licences the series 99, which nobody is given. */
export const VEHICLES = {
  meatVan: {
    vehicle: {
      type: 'Фургон-рефрижератор',
      make: 'ГАЗ 3302',
      plate: 'М000СК71',
      capacityT: '1.5',
      capacityM3: '9',
      ownership: 1,
    },
    driver: driver('Рулев', 'Захар', 'Кириллович', '01'),
  },
  meatTruck: {
    vehicle: {
      type: 'Рефрижератор',
      make: 'ГАЗон NEXT',
      plate: 'О000ТУ71',
      capacityT: '4.5',
      capacityM3: '24',
      ownership: 4,
      ownershipDocument: 'договор лизинга № Л-71/3',
    },
    driver: driver('Полозов', 'Юрий', 'Харитонович', '02'),
  },
  volgaTent: {
    vehicle: {
      type: 'Тягач с тентованным полуприцепом',
      make: 'КАМАЗ 5490',
      plate: 'К000АМ58',
      trailerPlate: 'АК000058',
      capacityT: '20',
      capacityM3: '86',
      ownership: 1,
    },
    driver: driver('Каюров', 'Тимур', 'Олегович', '03'),
  },
  southTent: {
    vehicle: {
      type: 'Тягач с тентованным полуприцепом',
      make: 'Sitrak C7H',
      plate: 'Х000ЕР61',
      trailerPlate: 'ЕР000061',
      capacityT: '20',
      capacityM3: '82',
      ownership: 1,
    },
    driver: driver('Стеценко', 'Андрей', 'Романович', '04'),
  },
  fiveTonner: {
    vehicle: {
      type: 'Тентованный грузовик',
      make: 'Isuzu Forward',
      plate: 'Н000НО52',
      capacityT: '5',
      capacityM3: '36',
      ownership: 1,
    },
    driver: driver('Петросян', 'Карен', 'Арташесович', '05'),
  },
  catalogueVan: {
    vehicle: {
      type: 'Цельнометаллический фургон',
      make: 'Sollers Atlant',
      plate: 'С000КТ78',
      capacityT: '1.2',
      capacityM3: '12',
      ownership: 1,
    },
    driver: driver('Ладожин', 'Пётр', 'Севастьянович', '07'),
  },
  furnitureVan: {
    vehicle: {
      type: 'Мебельный фургон',
      make: 'ГАЗ Валдай',
      plate: 'В000ЕР69',
      capacityT: '3',
      capacityM3: '22',
      ownership: 3,
      ownershipDocument: 'договор аренды № 5/А',
    },
    driver: driver('Лучкин', 'Марат', 'Егорович', '06'),
  },
} as const satisfies Readonly<Record<string, DemoVehicle>>;

export type VehicleKey = keyof typeof VEHICLES;

function driver(lastName: string, firstName: string, middleName: string, tail: string) {
  return {
    lastName,
    firstName,
    middleName,
    phone: `+7 (000) 000-90-${tail}`,
    licence: `99000000${tail}`,
    passport: `99 00 0000${tail}, выдан отделом полиции 01.02.2015`,
  };
}
