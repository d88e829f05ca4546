import { type Known, known, unknown } from '../probe';
import { refusal } from './failures';
import type { RawOutput } from './raw';

/** A row `label : value`; labels are translated, so a row is known by its value, its depth and its place. */
interface Row {
  readonly depth: number;
  readonly value: string;
}

/** Labels hold colons too, `IP:port`, but none with a blank behind it. */
const ROW = /^([ \t]+)\S.{0,120}?[:：]\s(.*)$/;

function rowsOf(text: string): Row[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const found = ROW.exec(line);
    return found ? [{ depth: (found[1] ?? '').length, value: (found[2] ?? '').trim() }] : [];
  });
}

/** `netsh.exe` underlines its headings in every language; without one it has printed something else. */
const hasHeading = (text: string): boolean => /^-{5,}\s*$/m.test(text);

function read<T>(output: RawOutput, items: (text: string) => readonly T[]): Known<readonly T[]> {
  const found = items(output.text);
  if (found.length || hasHeading(output.text)) return known(found);
  return output.exitCode === 0 ? unknown('notUnderstood', output.text.trim().slice(0, 1000)) : refusal(output);
}

export interface SslBinding {
  readonly endpoint: string;
  readonly kind: 'address' | 'hostName' | 'centralStore';
  readonly thumbprint: string;
  readonly store: string;
  readonly applicationId: string;
}

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.%]{2,60}\]):(\d{1,5})$/i;
const HOST = /^[^\s:/\\]{1,255}:(\d{1,5})$/;
const HASH = /^[0-9a-f]{40,128}$/i;
const NONE = /^\(.{1,20}\)$/;
const APPLICATION = /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i;

/** `netsh.exe http show sslcert`. */
export const sslBindings = (output: RawOutput): Known<readonly SslBinding[]> =>
  read(output, (text) => {
    const rows = rowsOf(text);
    return rows.flatMap((row, at) => {
      // The rows of a binding: where, which certificate, whose, from which store; a binding without one says "(null)".
      const [hash, application, store] = rows.slice(at + 1, at + 4).map(({ value }) => value);
      if (hash === undefined || !(HASH.test(hash) || NONE.test(hash)) || !APPLICATION.test(application ?? ''))
        return [];
      const place = placeOf(row.value);
      return place
        ? [
            {
              ...place,
              thumbprint: HASH.test(hash) ? hash.toUpperCase() : '',
              applicationId: application ?? '',
              store: store === undefined || NONE.test(store) ? '' : store,
            },
          ]
        : [];
    });
  });

function placeOf(value: string): Pick<SslBinding, 'endpoint' | 'kind'> | null {
  if (ADDRESS.test(value)) return { endpoint: value, kind: 'address' };
  if (HOST.test(value)) return { endpoint: value, kind: 'hostName' };
  return /^\d{1,5}$/.test(value) ? { endpoint: `*:${value}`, kind: 'centralStore' } : null;
}

const URL_PREFIX = /^https?:\/\/\S+$/i;
const SDDL_SID = /;;;(S-1-[0-9-]{1,180})\)/g;

/** `netsh.exe http show urlacl`: one for each user of a URL; a user whom nobody knows is given as SID, if it tells. */
export const urlReservations = (output: RawOutput): Known<readonly { url: string; user: string }[]> =>
  read(output, (text) => {
    const rows = rowsOf(text);
    return rows.flatMap((row, at) => {
      if (!URL_PREFIX.test(row.value)) return [];
      const next = rows.findIndex((one, i) => i > at && URL_PREFIX.test(one.value));
      const below = rows.slice(at + 1, next < 0 ? undefined : next);
      const depth = Math.min(...below.map((one) => one.depth));
      const strangers = below.flatMap(({ value }) => Array.from(value.matchAll(SDDL_SID), ([, sid]) => sid ?? ''));
      const users = below.filter((one) => one.depth === depth && !/^[DOGS]:.*\(/.test(one.value));
      return users.map(({ value }) => ({
        url: row.value,
        // "Can't lookup sid, Error: 1332"
        user: /^\d+$/.test(value) ? (strangers[0] ?? '') : value,
      }));
    });
  });

const LISTENED = /^[ \t]+(\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f.%]{0,40}){2,8})\s*$/i;

/** `netsh.exe http show iplisten`. */
export const listenAddresses = (output: RawOutput): Known<readonly string[]> =>
  read(output, (text) => text.split(/\r?\n/).flatMap((line) => LISTENED.exec(line)?.[1] ?? []));
