/** How the texts end that Windows has for codes below 1000; people copy them with the number behind. Lower case. */
const ENDINGS: Readonly<Record<number, readonly string[]>> = {
  2: ['cannot find the file specified'],
  3: ['cannot find the path specified'],
  5: [
    'access is denied',
    'access denied',
    'zugriff verweigert',
    'accès refusé',
    'acceso denegado',
    'accesso negato',
    'toegang geweigerd',
    'acesso negado',
    'отказано в доступе',
    '拒绝访问',
    '存取被拒',
    'アクセスが拒否されました',
  ],
  6: ['the handle is invalid'],
  13: ['the data is invalid'],
  32: ['being used by another process'],
  50: ['the request is not supported'],
  53: ['the network path was not found'],
  64: ['network name is no longer available'],
  67: ['the network name cannot be found'],
  87: ['the parameter is incorrect'],
  121: ['semaphore timeout period has expired'],
  123: ['volume label syntax is incorrect'],
  126: ['specified module could not be found'],
  127: ['specified procedure could not be found'],
  183: ['when that file already exists'],
  193: ['is not a valid win32 application'],
  267: ['the directory name is invalid'],
  995: ['a thread exit or an application request'],
};

/**
 * Whether a text ends with the words that Windows has for a code, as in `Access is denied. (5)`.
 *
 * @param before what stands before the number and its parenthesis
 */
export function isSystemText(before: string, code: number): boolean {
  const endings = ENDINGS[code];
  if (!endings) return false;
  const sentence = before
    .toLowerCase()
    .replace(/\s{1,80}/g, ' ')
    .replace(/[\s.。!:"']{1,8}$/, '');
  return endings.some((ending) => sentence.endsWith(ending));
}
