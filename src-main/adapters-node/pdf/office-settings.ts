const SCRIPTING = '/org.openoffice.Office.Common/Security/Scripting';

const setting = (name: string, value: string): string =>
  `<item oor:path="${SCRIPTING}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/**
 * First settings of our LibreOffice profile: no macros, and nothing is fetched that a document links to. A picture by
 * link in a .docx would otherwise be asked for over the network while the PDF is made (seen in LibreOffice 7.4).
 */
export const CAUTIOUS_SETTINGS = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">',
  setting('MacroSecurityLevel', '3'),
  setting('DisableMacrosExecution', 'true'),
  setting('BlockUntrustedRefererLinks', 'true'),
  '</oor:items>',
  '',
].join('\n');
