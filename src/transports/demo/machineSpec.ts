import type { Product } from '../../engine/schema/products';
import type { Machine } from './machine';
import type { PoolTraits } from './pools';
import type { ServiceSpec } from './services';
import type { OwnConfiguration } from './text/applicationHost';

/** A certificate in a store of the machine. */
export interface CertificateSpec {
  readonly store: 'My' | 'WebHosting';
  readonly subject: string;
  readonly issuer?: string;
  readonly friendlyName: string;
  readonly dnsNames: readonly string[];
  /** Days from the day the farm was made; negative: in the past. */
  readonly validFrom: number;
  readonly validTo: number;
  readonly withoutKey?: true;
}

/** A binding of a certificate in HTTP.sys. */
export interface TlsBinding {
  /** `0.0.0.0:443`, or `shop.contoso.example:443` for one with SNI. */
  readonly endpoint: string;
  readonly thumbprint: string;
  readonly appId: string;
  readonly store: string;
}

/** A COM class or application in the registry. */
export interface ComSpec {
  readonly guid: string;
  readonly as: 'class' | 'application' | 'interface' | 'typeLibrary' | 'eventProvider';
  readonly name: string;
  readonly path?: string;
  /** Of a class: the application it belongs to. */
  readonly appId?: string;
  readonly service?: string;
  /** SDDL. */
  readonly launch?: string;
  readonly access?: string;
  readonly owner?: string;
}

/** Something that happened before anybody looked, or happens again and again. */
export interface Happening {
  /** Minutes before the farm was made; the machine ran for a day by then. */
  readonly minutesAgo: number;
  /** And again after so many minutes, for ever. */
  readonly every?: number;
  readonly act: (machine: Machine) => void;
}

/** How a machine of the farm is set up. */
export interface MachineSpec {
  readonly name: string;
  readonly windows: { readonly product: string; readonly build: number; readonly revision: number };
  readonly iis: { readonly major: number; readonly minor: number };
  /** An address of a documentation range. */
  readonly address: string;
  /** Whose sections its `applicationHost.config` declares and its schema files describe. */
  readonly products: readonly Product[];
  /** Values of `InetStp\Components`. */
  readonly components: readonly string[];
  readonly services: readonly ServiceSpec[];
  readonly configuration: OwnConfiguration;
  /** Texts of other files by path; `%SystemDrive%` and its like may stand in it. */
  readonly files: Readonly<Record<string, string>>;
  readonly traits: Readonly<Record<string, PoolTraits>>;
  readonly accounts?: Readonly<Record<string, string>>;
  readonly certificates?: readonly CertificateSpec[];
  /** Endpoint by what it presents: the friendly name of a certificate, or a thumbprint that is in no store. */
  readonly tls?: Readonly<Record<string, string>>;
  readonly reservations?: readonly { readonly url: string; readonly user: string }[];
  readonly listenOn?: readonly string[];
  /** Programs other than HTTP.sys that listen. */
  readonly listeners?: readonly { readonly port: number; readonly program: string }[];
  readonly registry?: readonly ComSpec[];
  /** Account names by SID. */
  readonly accountsBySid?: Readonly<Record<string, string>>;
  readonly happenings?: readonly Happening[];
  /** The session has no administrator token: what Windows shows to administrators only is refused. */
  readonly isFiltered?: true;
}
