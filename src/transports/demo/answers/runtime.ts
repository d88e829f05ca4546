import type { RawEvents } from '../../../engine/probes/events';
import type { RawHttpBindings } from '../../../engine/probes/http-bindings';
import type { RawServices, StartType } from '../../../engine/probes/services';
import type { RawSystem } from '../../../engine/probes/system';
import type { RawFeatures } from '../../../engine/probes/features';
import type { RawWorkerProcesses } from '../../../engine/probes/worker-processes';
import { appcmd } from '../appcmd/appcmd';
import { netsh } from '../commands/netsh';
import { sc } from '../commands/sc';
import { wevtutil } from '../commands/wevtutil';
import { useOf } from '../requests';
import { askedNumber, failedPart, momentText } from '../../rawParts';
import { output } from './common';
import type { Answers } from './answers';

const STARTS: Readonly<Record<StartType, number>> = { boot: 0, system: 1, automatic: 2, manual: 3, disabled: 4 };
const LOGS = ['System', 'Application', 'Microsoft-Windows-IIS-Configuration/Operational'];

export const runtimeAnswers: Pick<
  Answers,
  'events' | 'features' | 'http-bindings' | 'services' | 'system' | 'worker-processes'
> = {
  system: (machine): RawSystem => {
    const { name, windows, iis, isFiltered } = machine.spec;
    return {
      computer: name,
      windows: {
        value: {
          productName: windows.product,
          currentVersion: '6.3',
          major: 10,
          minor: 0,
          build: String(windows.build),
          revision: windows.revision,
        },
      },
      iis: { value: iis },
      powershell: `5.1.${windows.build}.${windows.revision}`,
      languageMode: 'FullLanguage',
      administrator: { value: !isFiltered },
      account: 'CONTOSO\\webops',
      culture: 'en-US',
      now: momentText(machine.agenda.time),
      variables: machine.variables,
    };
  },
  features: (machine): RawFeatures => ({
    components: { value: machine.spec.components.map((name) => ({ name, value: 1 })) },
  }),
  services: async (machine): Promise<RawServices> => ({
    services: await output(machine, sc, ['queryex', 'type=', 'service', 'state=', 'all', 'bufsize=', '262144']),
    http: await output(machine, sc, ['queryex', 'HTTP']),
    registry: {
      value: machine.services.all.map(({ spec, start, account, dependsOn }) => ({
        name: spec.name,
        start: STARTS[start],
        account: spec.isDriver ? null : account,
        dependsOn,
      })),
    },
  }),
  'worker-processes': async (machine): Promise<RawWorkerProcesses> => ({
    workers: await output(machine, appcmd, ['list', 'wp', '/xml']),
    requests: await output(machine, appcmd, ['list', 'requests', '/xml']),
    processes: {
      value: machine.pools.workers.map((worker) => ({
        processId: worker.processId,
        use: machine.spec.isFiltered
          ? failedPart('Access is denied', 'NotSpecified', '0x80004005')
          : { value: { ...useOf(machine, worker), started: momentText(worker.started) } },
      })),
    },
  }),
  'http-bindings': async (machine): Promise<RawHttpBindings> => ({
    certificates: await output(machine, netsh, ['http', 'show', 'sslcert']),
    reservations: await output(machine, netsh, ['http', 'show', 'urlacl']),
    listenAddresses: await output(machine, netsh, ['http', 'show', 'iplisten']),
  }),
  events: async (machine, asked): Promise<RawEvents> => {
    const age = askedNumber(asked.hours, 24) * 3_600_000;
    const query = `*[System[TimeCreated[timediff(@SystemTime) <= ${Math.round(age)}]]]`;
    const options = [`/q:${query}`, '/f:RenderedXml', '/rd:true', `/c:${askedNumber(asked.limit, 200)}`, '/uni:true'];
    const logs = LOGS.map(async (log) => ({ log, output: await output(machine, wevtutil, ['qe', log, ...options]) }));
    return { logs: await Promise.all(logs) };
  },
};
