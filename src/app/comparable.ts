/**
 * A configuration file without what differs between machines by nature, so that two servers can be compared: encrypted
 * values and the keys they are encrypted with, and line ends.
 */
export const comparable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\[enc:([\w.-]{1,80}):[^\]]{0,8000}:enc\]/g, '[enc:$1: differs on every machine]')
    .replace(/(\bsessionKey=")[^"]{0,8000}"/g, '$1differs on every machine"')
    .replace(/(\b(?:validationKey|decryptionKey)=")[^",]{0,8000}/g, '$1differs on every machine');
