import type { RawApplicationPools } from '../../../engine/probes/application-pools';
import type { RawConfigurationFiles } from '../../../engine/probes/configuration-files';
import type { RawSites } from '../../../engine/probes/sites';
import type { RawWebConfigs } from '../../../engine/probes/web-configs';
import { appcmd } from '../appcmd/appcmd';
import { CONFIG_FOLDER } from '../machine';
import { askedList, failedPart } from '../../rawParts';
import { output, rawFile } from './common';
import type { Answers } from './answers';

const NET = 'C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\Config';

export const configurationAnswers: Pick<
  Answers,
  'application-pools' | 'configuration-files' | 'sites' | 'web-configs'
> = {
  'application-pools': async (machine): Promise<RawApplicationPools> => ({
    pools: await output(machine, appcmd, ['list', 'apppool', '/xml']),
  }),
  sites: async (machine): Promise<RawSites> => ({
    sites: await output(machine, appcmd, ['list', 'site', '/xml']),
    applications: await output(machine, appcmd, ['list', 'app', '/xml']),
    virtualDirectories: await output(machine, appcmd, ['list', 'vdir', '/xml']),
  }),
  'configuration-files': (machine, asked): RawConfigurationFiles => {
    const known = askedList(asked.known);
    const denied = failedPart('Access to the path is denied.', 'PermissionDenied', '0x80070005');
    const names = ['redirection.config', 'applicationHost.config', 'administration.config'];
    const paths = [...names.map((name) => `${CONFIG_FOLDER}\\${name}`), `${NET}\\machine.config`, `${NET}\\web.config`];
    // The folder of the configuration is for administrators; that of .NET is for everybody.
    const isRefused = (path: string): boolean => machine.spec.isFiltered === true && path.startsWith(CONFIG_FOLDER);
    return {
      local: CONFIG_FOLDER,
      shared: machine.spec.isFiltered ? denied : { value: '' },
      files: paths.map((path) =>
        isRefused(path) ? { path, ...denied } : rawFile(path, machine.disk.file(path), known),
      ),
      schemas: machine.spec.isFiltered
        ? denied
        : {
            value: machine.disk.filesIn(`${CONFIG_FOLDER}\\schema`).map((file) => rawFile(file.path, file, known)),
          },
    };
  },
  'web-configs': (machine, asked): RawWebConfigs => ({
    files: askedList(asked.folders).map((folder) => {
      const path = `${machine.disk.full(folder)}\\web.config`;
      if (path.startsWith('\\\\'))
        return {
          folder,
          path,
          ...failedPart(`Access to the path '${path}' is denied.`, 'PermissionDenied', '0x80070005'),
        };
      return { folder, ...rawFile(path, machine.disk.file(path)) };
    }),
  }),
};
