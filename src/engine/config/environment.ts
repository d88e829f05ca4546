/** What services see in these variables on nearly every server; a document's path never asks those of this machine. */
const VARIABLES: Readonly<Record<string, string>> = {
  systemdrive: 'C:',
  systemroot: 'C:\\Windows',
  windir: 'C:\\Windows',
  programfiles: 'C:\\Program Files',
  programw6432: 'C:\\Program Files',
  'programfiles(x86)': 'C:\\Program Files (x86)',
  programdata: 'C:\\ProgramData',
  allusersprofile: 'C:\\ProgramData',
  public: 'C:\\Users\\Public',
};

/** A path with the environment variables replaced that nearly every server has; others stay as written. */
export const expandVariables = (path: string): string =>
  path.replace(/%([^%]{1,40})%/g, (whole, name: string) => VARIABLES[name.toLowerCase()] ?? whole);
