import { digits } from './chance';
import { eventKinds } from './eventKinds';
import type { Machine } from './machine';
import type { CertificateSpec, TlsBinding } from './machineSpec';

/** The application in whose name IIS Manager and `appcmd` bind certificates. */
export const IIS_APPLICATION = '{4dc3e181-e14b-4a21-b022-59fc669b0914}';

export interface MachineCertificate extends CertificateSpec {
  /** 40 hexadecimal digits in capitals. */
  readonly thumbprint: string;
}

/** What HTTP.sys keeps in its own configuration, and the certificates that it can find. */
export class HttpSys {
  readonly certificates: readonly MachineCertificate[];
  readonly tls: TlsBinding[];
  readonly reservations: { readonly url: string; readonly user: string }[];
  readonly listenOn: string[];
  readonly #machine: Machine;

  constructor(machine: Machine) {
    this.#machine = machine;
    const { certificates = [], tls = {}, reservations = [], listenOn = [] } = machine.spec;
    this.certificates = certificates.map((one) => ({
      ...one,
      thumbprint: digits(40, machine.seed, one.friendlyName).toUpperCase(),
    }));
    this.tls = Object.entries(tls).map(([endpoint, what]) => {
      const certificate = this.certificates.find(({ friendlyName }) => friendlyName === what);
      const thumbprint = certificate?.thumbprint ?? what.toUpperCase();
      return { endpoint, thumbprint, appId: IIS_APPLICATION, store: certificate?.store.toUpperCase() ?? 'MY' };
    });
    this.reservations = [...reservations];
    this.listenOn = [...listenOn];
  }

  certificate(thumbprint: string): MachineCertificate | undefined {
    return this.certificates.find((one) => one.thumbprint === thumbprint.toUpperCase());
  }

  binding(endpoint: string): TlsBinding | undefined {
    return this.tls.find((one) => one.endpoint.toLowerCase() === endpoint.toLowerCase());
  }

  bind(binding: TlsBinding): void {
    this.tls.push(binding);
    this.#machine.log(eventKinds.bindingCreated, ['\\Device\\Http\\ReqQueue', binding.endpoint]);
  }

  unbind(binding: TlsBinding): void {
    this.tls.splice(this.tls.indexOf(binding), 1);
    this.#machine.log(eventKinds.bindingDeleted, ['\\Device\\Http\\ReqQueue', binding.endpoint]);
  }
}
