import {
  IconAlertOctagon, IconAlertTriangle, IconArchive, IconArrowLeft, IconArrowsExchange, IconBarcode, IconBuilding,
  IconBuildingBank, IconCash, IconCheck, IconCheckbox, IconChevronDown, IconChevronRight, IconCircleCheck,
  IconClipboardList, IconClock, IconClockExclamation, IconCopy, IconDownload, IconExternalLink, IconEye,
  IconFileDownload, IconFileImport, IconFilePlus, IconFiles, IconFileText, IconFileTime, IconFolderOpen, IconHandStop,
  IconHelp, IconHistory, IconHourglass, IconKeyboard, IconLayoutKanban, IconListCheck, IconMail, IconMailForward,
  IconMoon, IconPencil, IconPlugConnected, IconPlus, IconPrinter, IconPrinterOff, IconRefresh, IconRefreshAlert,
  IconRoute, IconSearch, IconSend, IconSettings, IconSignature, IconStack2, IconSun, IconTextSize, IconTruck, IconUser,
  IconX, type Icon as TablerIcon,
} from '@tabler/icons-react';
import styles from './icon.module.css';

const ICONS = {
  'alert-octagon': IconAlertOctagon,
  'alert-triangle': IconAlertTriangle,
  archive: IconArchive,
  'arrow-left': IconArrowLeft,
  'arrows-exchange': IconArrowsExchange,
  bank: IconBuildingBank,
  barcode: IconBarcode,
  building: IconBuilding,
  cash: IconCash,
  check: IconCheck,
  checkbox: IconCheckbox,
  'chevron-down': IconChevronDown,
  'chevron-right': IconChevronRight,
  'circle-check': IconCircleCheck,
  'clipboard-list': IconClipboardList,
  clock: IconClock,
  'clock-exclamation': IconClockExclamation,
  copy: IconCopy,
  download: IconDownload,
  'external-link': IconExternalLink,
  eye: IconEye,
  'file-download': IconFileDownload,
  'file-import': IconFileImport,
  'file-plus': IconFilePlus,
  'file-text': IconFileText,
  'file-time': IconFileTime,
  files: IconFiles,
  'folder-open': IconFolderOpen,
  'hand-stop': IconHandStop,
  help: IconHelp,
  history: IconHistory,
  hourglass: IconHourglass,
  keyboard: IconKeyboard,
  'layout-kanban': IconLayoutKanban,
  'list-check': IconListCheck,
  mail: IconMail,
  'mail-forward': IconMailForward,
  moon: IconMoon,
  pencil: IconPencil,
  'plug-connected': IconPlugConnected,
  plus: IconPlus,
  printer: IconPrinter,
  'printer-off': IconPrinterOff,
  refresh: IconRefresh,
  'refresh-alert': IconRefreshAlert,
  route: IconRoute,
  search: IconSearch,
  send: IconSend,
  settings: IconSettings,
  signature: IconSignature,
  stack: IconStack2,
  sun: IconSun,
  'text-size': IconTextSize,
  truck: IconTruck,
  user: IconUser,
  x: IconX,
} satisfies Record<string, TablerIcon>;

export type IconName = keyof typeof ICONS;

type IconProps = {
  readonly name: IconName;
  /** 14 inside chips and small lines, 16 everywhere, 20 in the palette and empty states. */
  readonly size?: 's' | 'm' | 'l';
};

/** One weight of line for every sign. Decorative for a screen reader: a word always stands beside it. */
export const Icon = ({ name, size = 'm' }: IconProps) => {
  const Sign = ICONS[name];
  return <Sign className={styles[size]} stroke={1.75} aria-hidden="true" />;
};
