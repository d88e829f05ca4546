import { type Known, known, type Probe } from './probe';
import { part } from './reading/failures';
import { bytesOf } from './reading/files';
import type { RawPart } from './reading/raw';
import { fields, flag, list, moment, text, wrong } from './reading/shape';
import { dnsNamesOf } from './reading/subjectNames';

export interface Certificate {
  /** `My` or `WebHosting`. */
  readonly store: string;
  readonly subject: string;
  readonly issuer: string;
  /** 40 hexadecimal digits in capitals. */
  readonly thumbprint: string;
  readonly friendlyName: string;
  readonly dnsNames: readonly string[];
  /** ISO 8601 in UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly hasPrivateKey: boolean;
}
export interface Certificates {
  readonly certificates: Known<readonly Certificate[]>;
}
/** What `certificates.ps1` gives. */
export interface RawCertificates {
  /** `My` and `WebHosting` of the machine, in this order. */
  readonly stores: readonly { readonly name: string; readonly certificates: RawPart<readonly RawCertificate[]> }[];
}
export interface RawCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly thumbprint: string;
  readonly friendlyName: string;
  /** `2027-01-01T00:00:00.0000000Z` */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly hasPrivateKey: boolean;
  /** The extension 2.5.29.17 (subject alternative names), DER in base64; null where it has none. */
  readonly alternativeNames: string | null;
}
export type CertificatesProbe = Probe<Record<string, never>, Certificates>;

const probe: CertificatesProbe = {
  id: 'certificates',
  reads: 'reading the certificates',
  read(data) {
    const stores = list(fields(data, 'data')('stores'), 'stores', (store, where) => {
      const own = fields(store, where);
      const name = text(own('name'), where);
      return part(own('certificates'), where, (value) => list(value, where, certificateOf(name)), 'key');
    });
    const missing = stores.find((one) => !one.known && one.shortfall.reason !== 'notFound');
    return { certificates: missing ?? known(stores.flatMap((one) => (one.known ? one.value : []))) };
  },
};
export default probe;

const certificateOf =
  (store: string) =>
  (value: unknown, where: string): Certificate => {
    const own = fields(value, where);
    const read = (name: string): string => text(own(name), `${where}.${name}`);
    const thumbprint = read('thumbprint').toUpperCase();
    if (!/^[0-9A-F]{40}$/.test(thumbprint)) throw wrong(`${where}.thumbprint`, 'a thumbprint');
    const names = own('alternativeNames');
    return {
      store,
      subject: read('subject'),
      issuer: read('issuer'),
      thumbprint,
      friendlyName: read('friendlyName'),
      dnsNames: names === null ? [] : dnsNamesOf(bytesOf(names, `${where}.alternativeNames`)),
      notBefore: moment(own('notBefore'), `${where}.notBefore`),
      notAfter: moment(own('notAfter'), `${where}.notAfter`),
      hasPrivateKey: flag(own('hasPrivateKey'), `${where}.hasPrivateKey`),
    };
  };
