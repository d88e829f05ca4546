import type { Known, Probe } from './probe';
import type { RawPart } from './reading/raw';

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
