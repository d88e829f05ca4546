import type { Known, Probe } from './probe';
import { program } from './reading/failures';
import { listenAddresses, sslBindings, urlReservations } from './reading/netsh';
import type { RawProgram } from './reading/raw';
import { fields } from './reading/shape';

/** What `netsh http show sslcert` lists: which certificate HTTP.sys presents where. */
export interface CertificateBinding {
  /** `0.0.0.0:443`, `www.contoso.com:443`, `*:443` for the central store. */
  readonly endpoint: string;
  readonly kind: 'address' | 'hostName' | 'centralStore';
  readonly thumbprint: string;
  readonly store: string;
  /** The application that made it, a GUID in braces. */
  readonly applicationId: string;
}
export interface UrlReservation {
  readonly url: string;
  readonly user: string;
}
export interface HttpBindings {
  readonly certificates: Known<readonly CertificateBinding[]>;
  readonly reservations: Known<readonly UrlReservation[]>;
  /** Addresses that HTTP.sys listens on; empty: all. */
  readonly listenAddresses: Known<readonly string[]>;
}
/** What `http-bindings.ps1` gives. */
export interface RawHttpBindings {
  /** `netsh.exe http show sslcert` */
  readonly certificates: RawProgram;
  /** `netsh.exe http show urlacl` */
  readonly reservations: RawProgram;
  /** `netsh.exe http show iplisten` */
  readonly listenAddresses: RawProgram;
}
export type HttpBindingsProbe = Probe<Record<string, never>, HttpBindings>;

const probe: HttpBindingsProbe = {
  id: 'http-bindings',
  reads: 'reading the bindings of HTTP.sys',
  read(data) {
    const own = fields(data, 'data');
    return {
      certificates: program(own('certificates'), 'certificates', sslBindings),
      reservations: program(own('reservations'), 'reservations', urlReservations),
      listenAddresses: program(own('listenAddresses'), 'listenAddresses', listenAddresses),
    };
  },
};
export default probe;
