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

const replaced = (path: string, leave: (name: string) => boolean): string =>
  path.replace(/%([^%]{1,40})%/g, (whole, name: string) => {
    const key = name.toLowerCase();
    return leave(key) ? whole : (VARIABLES[key] ?? whole);
  });

/** A path with the environment variables replaced that nearly every server has; others stay as written. */
export const expandVariables = (path: string): string => replaced(path, () => false);

/** The same, but for `%ProgramFiles%`: what it leads to depends on whether the process has 32 or 64 bits. */
export const expandFixedVariables = (path: string): string => replaced(path, (name) => name === 'programfiles');
