import { bizprocMethods } from './bizproc.ts';
import { channelMethods } from './channels.ts';
import { dictionaryMethods } from './dictionaries.ts';
import { diskMethods } from './disk.ts';
import { documentMethods } from './documents.ts';
import { itemMethods } from './items.ts';
import type { Method, MethodTable } from './method.ts';
import { paymentMethods } from './payments.ts';
import { settingsMethods } from './portal-settings.ts';
import { productRowMethods } from './product-rows.ts';
import { requisiteMethods } from './requisites.ts';
import { systemMethods } from './system.ts';
import { taskMethods } from './tasks.ts';
import { timelineMethods } from './timeline.ts';

const allMethods = (): MethodTable => {
  const methods: MethodTable = {
    ...itemMethods,
    ...productRowMethods,
    ...requisiteMethods,
    ...dictionaryMethods,
    ...settingsMethods,
    ...taskMethods,
    ...timelineMethods,
    ...diskMethods,
    ...documentMethods,
    ...paymentMethods,
    ...channelMethods,
    ...bizprocMethods,
  };
  const system = systemMethods((name) => {
    const isExisting = name in methods || name in system || name === 'batch';
    return { isExisting, isAvailable: isExisting };
  });
  return { ...methods, ...system };
};

/** Every method of REST v2 that the fake portal knows. */
const METHODS: MethodTable = allMethods();

const BY_LOWER_NAME = new Map(Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), method]));

/** Names are told apart without their case. */
export const methodNamed = (name: string): Method | undefined => BY_LOWER_NAME.get(name.toLowerCase());
