/** How the texts end that Windows has for codes; people copy them with the number behind. Lower case. */
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
  1051: ['running services are dependent on'],
  1053: ['control request in a timely fashion'],
  1056: ['service is already running'],
  1058: ['no enabled devices associated with it'],
  1060: ['does not exist as an installed service'],
  1061: ['cannot accept control messages at this time'],
  1062: ['the service has not been started'],
  1068: ['dependency service or group failed to start'],
  1069: ['did not start due to a logon failure'],
  1072: ['has been marked for deletion'],
  1311: ['to service the logon request'],
  1312: ['it may already have been terminated'],
  1326: ['user name or password is incorrect', 'unknown user name or bad password'],
  1330: ['password has expired', 'password for this account has expired'],
  1331: ['account is currently disabled', 'account currently disabled'],
  1332: ['account names and security ids was done'],
  1385: ['requested logon type at this computer'],
  1450: ['to complete the requested service'],
  1455: ['too small for this operation to complete'],
  1460: ['because the timeout period expired'],
  1722: ['the rpc server is unavailable'],
  1726: ['the remote procedure call failed'],
  1753: ['available from the endpoint mapper'],
  1909: ['may not be logged on to'],
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
