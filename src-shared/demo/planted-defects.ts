/** What is wrong on purpose, so that the check before issuing has something to find. */
export type DefectName =
  | 'noKpp'
  | 'wrongAccountKey'
  | 'zeroPrice'
  | 'noSignatory'
  | 'oldVatRate'
  | 'unloadingBeforeLoading'
  | 'noCargoMass'
  | 'expiredAuthority'
  | 'expiredContract'
  | 'twinName';

/** Order by order; every other order of the demo set is meant to be clean. */
export const plantedDefects: readonly { readonly order: string; readonly what: DefectName }[] = [
  { order: '1193', what: 'twinName' },
  { order: '1196', what: 'unloadingBeforeLoading' },
  { order: '1198', what: 'expiredAuthority' },
  { order: '1202', what: 'noSignatory' },
  { order: '1207', what: 'noKpp' },
  { order: '1208', what: 'noCargoMass' },
  { order: '1214', what: 'expiredAuthority' },
  { order: '1216', what: 'wrongAccountKey' },
  { order: '1225', what: 'expiredContract' },
  { order: '1228', what: 'zeroPrice' },
  { order: '1237', what: 'oldVatRate' },
];
