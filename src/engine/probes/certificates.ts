import type { Known, Probe } from './probe';

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
export type CertificatesProbe = Probe<Record<string, never>, Certificates>;
