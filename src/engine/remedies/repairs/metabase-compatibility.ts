import { serviceIs } from '../commands/checks';
import { program } from '../commands/programs';
import type { Command } from '../plan';
import { planBase } from '../planBase';
import { ServiceGraph } from '../serviceGraph';
import type { Remedy } from '../remedy';

const FEATURES = ['IIS-Metabase', 'IIS-LegacyScripts'] as const;

const feature = (verb: 'enable' | 'disable', name: string): Command =>
  program(
    'dism.exe',
    ['/online', `/${verb}-feature`, `/featurename:${name}`, ...(verb === 'enable' ? ['/all'] : []), '/norestart'],
    900,
  );

const metabaseCompatibility: Remedy = {
  id: 'metabase-compatibility',
  title: 'Install the compatibility with the metabase of IIS 6',
  purpose:
    'For old scripts (adsutil.vbs, IIS://, IIsWebService in WMI) that fail with 0x80005000 on IIS 7 and later. The better way is to write them anew.',
  versions: 'IIS 7 and later; dism with /all from Windows 8 and Server 2012 on',
  rights: 'administrator on the server',
  doesNot: [
    'It brings no metabase: scripts see what applicationHost.config says, without permissions and backups of the metabase.',
    'It does not run by itself: installing features may ask for a restart of Windows.',
  ],
  doNot: [
    'Do not install it only because one call of adsutil.vbs fails: that call has an equivalent in appcmd or PowerShell.',
    'Do not copy adsutil.vbs from another server.',
  ],
  sources: [
    {
      document: 'Metabase Compatibility with IIS 7 and Above (Microsoft Learn)',
      url: 'https://learn.microsoft.com/iis/get-started/whats-new-in-iis-7/metabase-compatibility-with-iis-7-and-above',
      says: 'The compatibility layer maps calls of the old interfaces to applicationHost.config',
      read: '2026-11-24',
    },
  ],
  parameters: [],
  needs: ['services', 'features'],
  answers: ['adsutil-wamuserpass'],
  plan({ server, services }) {
    const graph = services?.services.known ? new ServiceGraph(services.services.value) : null;
    if (graph?.get('IISADMIN'))
      return {
        because: `IISADMIN is there on ${server}, so the compatibility is installed. If scripts fail all the same, look whether it runs, and run them as 32 or 64 bit as they were written.`,
      };
    return {
      ...planBase('metabase-compatibility', server),
      title: `Install the compatibility with the metabase of IIS 6 on ${server}`,
      verdict:
        'The interfaces of IIS 6 are not installed. Scripts that can be changed should be: hover over a call of adsutil.vbs to see what replaces it.',
      evidence: graph ? ['There is no service IISADMIN.'] : [],
      runs: false,
      steps: [
        ...FEATURES.map((name) => ({
          id: name.toLowerCase(),
          title: `Switch on the feature ${name}`,
          why: 'Exit code 3010: it is installed, Windows wants to be restarted before it works.',
          command: feature('enable', name),
          stops: [],
          accepts: [3010],
          undo: { title: `Switch the feature ${name} off`, command: feature('disable', name), accepts: [3010] },
        })),
      ],
      verification: [serviceIs('IISADMIN', 'running')],
      leftovers: ['On Windows Server the same is: Install-WindowsFeature Web-Metabase, Web-Lgcy-Scripting.'],
    };
  },
};

export default metabaseCompatibility;
