import type { RawCertificates } from '../../../engine/probes/certificates';
import type { RawDcomPermissions } from '../../../engine/probes/dcom-permissions';
import type { RawFileTail } from '../../../engine/probes/file-tail';
import type { RawIdentifiers } from '../../../engine/probes/identifiers';
import type { RawLogFolders } from '../../../engine/probes/log-folders';
import type { MachineCertificate } from '../httpSys';
import type { Machine } from '../machine';
import type { ComSpec } from '../machineSpec';
import { askedList, askedNumber, askedText, failedPart, momentText, noSuchFile, base64Of } from '../../rawParts';
import type { Answers } from './answers';

const DAY = 86_400_000;
/** What Windows Server ships with, as far as it matters: administrators and SYSTEM may launch, the limits let all activate locally. */
const DEFAULT_LAUNCH = 'O:BAG:BAD:(A;;CCDCSW;;;SY)(A;;CCDCLCSWRP;;;BA)(A;;CCDCSW;;;IU)';
const LAUNCH_LIMITS = 'O:BAG:BAD:(A;;CCDCLCSWRP;;;BA)(A;;CCDCSW;;;WD)';
const MOST_BYTES = 4_194_304;

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const noKey = (key: string): ReturnType<typeof failedPart> =>
  failedPart(`Cannot find path 'HKLM:\\${key}' because it does not exist.`, 'ObjectNotFound', '0x80131501');

export const lookupAnswers: Pick<
  Answers,
  'certificates' | 'dcom-permissions' | 'file-tail' | 'identifiers' | 'log-folders'
> = {
  certificates: (machine): RawCertificates => ({
    stores: (['My', 'WebHosting'] as const).map((name) => ({
      name,
      certificates: {
        value: machine.http.certificates
          .filter(({ store }) => store === name)
          .map((one) => ({
            subject: one.subject,
            issuer: one.issuer ?? 'CN=Contoso Issuing CA 2, O=Contoso, C=DE',
            thumbprint: one.thumbprint,
            friendlyName: one.friendlyName,
            notBefore: momentText(machine.made + one.validFrom * DAY),
            notAfter: momentText(machine.made + one.validTo * DAY),
            hasPrivateKey: !one.withoutKey,
            alternativeNames: alternativeNames(one),
          })),
      },
    })),
  }),
  'dcom-permissions': (machine, asked): RawDcomPermissions => {
    const [clsid, wanted] = [askedText(asked.clsid), askedText(asked.appId)];
    const found = registered(machine, clsid).find(({ as }) => as === 'class');
    const appId = wanted === '' ? (found?.appId ?? '') : wanted;
    const application = registered(machine, appId).find(({ as }) => as === 'application');
    return {
      class: found
        ? { value: { name: found.name, appId: found.appId ?? null } }
        : noKey(`SOFTWARE\\Classes\\CLSID\\${clsid}`),
      application: application
        ? {
            value: {
              appId: application.guid,
              name: application.name,
              localService: application.service ?? null,
              launch: application.launch ?? null,
              access: application.access ?? null,
              owner: { value: application.owner ?? 'O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464' },
            },
          }
        : noKey(`SOFTWARE\\Classes\\AppID\\${appId}`),
      machine: { value: { defaultLaunch: DEFAULT_LAUNCH, launchLimits: LAUNCH_LIMITS } },
    };
  },
  identifiers: (machine, asked): RawIdentifiers => ({
    guids: askedList(asked.guids).map((guid) => ({
      guid,
      registered: {
        value: registered(machine, guid).map(({ as, name, path }) => ({
          as,
          name,
          path: path ?? null,
          is32Bit: false,
        })),
      },
    })),
    sids: askedList(asked.sids).map((sid) => {
      const account = machine.spec.accountsBySid?.[sid] ?? WELL_KNOWN[sid];
      return {
        sid,
        account: account
          ? { value: account }
          : failedPart('Some or all identity references could not be translated.', 'NotSpecified', '0x80131501'),
      };
    }),
  }),
  'log-folders': (machine, asked): RawLogFolders => ({
    folders: askedList(asked.folders).map((folder) => {
      if (!machine.disk.isFolder(folder))
        return {
          folder,
          files: failedPart(
            `Could not find a part of the path '${machine.disk.full(folder)}'.`,
            'ObjectNotFound',
            '0x80070003',
          ),
        };
      const inner = machine.disk
        .foldersIn(folder)
        .filter((name) => /^(?:w3svc|ftpsvc)\d+$|^httperr$/.test(name))
        .map((name) => `${folder}\\${name}`);
      const limit = askedNumber(asked.limit, 50);
      const files = [folder, ...inner].flatMap((one) =>
        [...machine.disk.filesIn(one)].sort((a, b) => b.modified - a.modified).slice(0, limit),
      );
      return {
        folder,
        files: {
          value: files.map(({ path, bytes, modified }) => ({
            path,
            size: bytes.length,
            modified: momentText(modified),
          })),
        },
      };
    }),
  }),
  'file-tail': (machine, asked): RawFileTail => {
    const path = askedText(asked.path);
    const file = machine.disk.file(path);
    if (!file) return { tail: noSuchFile(machine.disk.full(path)) };
    const size = file.bytes.length;
    const from = Math.max(0, size - Math.min(askedNumber(asked.bytes, 65_536), MOST_BYTES));
    return { tail: { value: { size, from, bytes: base64Of(file.bytes.subarray(from)) } } };
  },
};

const registered = (machine: Machine, guid: string): readonly ComSpec[] =>
  (machine.spec.registry ?? []).filter((one) => isSame(one.guid, guid));

const WELL_KNOWN: Readonly<Record<string, string>> = {
  'S-1-5-18': 'NT AUTHORITY\\SYSTEM',
  'S-1-5-19': 'NT AUTHORITY\\LOCAL SERVICE',
  'S-1-5-20': 'NT AUTHORITY\\NETWORK SERVICE',
  'S-1-5-32-544': 'BUILTIN\\Administrators',
  'S-1-5-32-568': 'BUILTIN\\IIS_IUSRS',
  'S-1-5-17': 'NT AUTHORITY\\IUSR',
};

/** The DNS names of a certificate as the extension for alternative names has them: DER in base64. */
function alternativeNames({ dnsNames }: MachineCertificate): string | null {
  if (!dnsNames.length) return null;
  const names = dnsNames.flatMap((name) => [0x82, name.length, ...new TextEncoder().encode(name)]);
  const length = names.length < 128 ? [names.length] : [0x82, names.length >> 8, names.length & 0xff];
  return base64Of(Uint8Array.from([0x30, ...length, ...names]));
}
