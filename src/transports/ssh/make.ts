import path from 'node:path';
import { defaultSshLimits, MOST_CONNECTIONS, type SshSettings } from './settings';
import { SshTransport } from './ssh';

/** The transport with its usual limits. @param folder where the files that ship with it lie */
export const makeSshTransport = (
  given: Pick<SshSettings, 'version' | 'program' | 'log'> & { readonly folder: string },
): SshTransport =>
  new SshTransport(
    {
      ...given,
      connections: MOST_CONNECTIONS,
      files: {
        helper: path.join(given.folder, 'ssh-helper.js'),
        script: path.join(given.folder, 'ssh-askpass.sh'),
        node: process.execPath,
      },
      limits: defaultSshLimits,
    },
    process.platform,
  );
