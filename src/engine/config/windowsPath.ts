const VARIABLES: Readonly<Record<string, string>> = {
  windir: 'c:\\windows',
  systemroot: 'c:\\windows',
  systemdrive: 'c:',
};

/**
 * A path of Windows in a form that is equal for equal files: lower case, without quotes, the variables of the system
 * folder replaced as on nearly every machine. Other variables stay.
 */
export const comparablePath = (path: string): string =>
  path
    .trim()
    .replace(/^"([^"]*)"$/, '$1')
    .replaceAll('/', '\\')
    .toLowerCase()
    .replace(/%(\w+)%/g, (whole, name: string) => VARIABLES[name] ?? whole);

/** Whether a path leads to the drive that Windows is on, as far as its text tells. */
export const isOnSystemDrive = (path: string): boolean => {
  const comparable = comparablePath(path);
  return (
    comparable === 'c:' ||
    comparable.startsWith('c:\\') ||
    /^%(?:programfiles|programdata|public|allusersprofile)/.test(comparable)
  );
};
