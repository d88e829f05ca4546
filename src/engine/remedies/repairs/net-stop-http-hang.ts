import { serviceIs } from '../commands/checks';
import { netStart, netStop, program } from '../commands/programs';
import type { Check } from '../plan';
import { planBase } from '../planBase';
import { ServiceGraph } from '../serviceGraph';
import type { Remedy } from '../remedy';

const AGENT = 'MsDepSvc';

const dependsOnHttp = (): Check => ({
  says: `${AGENT} depends on HTTP.`,
  command: program('sc.exe', ['enumdepend', 'HTTP', '65536']),
  expects: { kind: 'contains', text: `SERVICE_NAME: ${AGENT}` },
  otherwise: `Look at what sc.exe qc ${AGENT} prints behind DEPENDENCIES.`,
});

const netStopHttpHang: Remedy = {
  id: 'net-stop-http-hang',
  title: 'Let HTTP stop again: Web Deploy',
  purpose:
    'The agent of Web Deploy holds HTTP.sys open without Windows knowing, so that "net stop http" never ends. Tells Windows of the dependency.',
  versions: 'IIS 7 and later with the Web Deployment Agent Service',
  rights: 'administrator on the server',
  doesNot: ['It does not end any service by force, and it changes nothing in HTTP.sys itself.'],
  doNot: [
    'Do not end the process of the agent while a deployment runs.',
    'Do not write only HTTP behind depend=: that takes away the other services that it needs.',
  ],
  sources: [
    {
      document: 'Microsoft Support, KB 2597817: HTTP service fails to stop',
      says: 'The Web Deployment Agent Service lacks the dependency on HTTP; it is registered with sc config, or the agent stopped first',
      read: '2026-11-24',
    },
    {
      document: 'sc config (Microsoft Learn)',
      url: 'https://learn.microsoft.com/windows-server/administration/windows-commands/sc-config',
      says: 'depend= takes the names with slashes between them, and replaces those that were there',
      read: '2026-11-24',
    },
  ],
  parameters: [],
  needs: ['services', 'system'],
  answers: [],
  plan(snapshot) {
    const { server, services, system } = snapshot;
    if (!services?.services.known)
      return { because: 'The services of the server could not be read. Connect as an administrator.' };
    if (system && !system.administrator)
      return {
        because: `${system.account} is no administrator on ${server}, and only administrators set services up.`,
      };
    const graph = new ServiceGraph(services.services.value);
    const agent = graph.get(AGENT);
    if (!agent)
      return {
        because: `There is no ${AGENT} on ${server}. If HTTP does not stop, another program holds it: netsh.exe http show servicestate lists the processes with request queues.`,
      };
    if (agent.dependsOn.some((one) => one.toLowerCase() === 'http'))
      return { because: `${AGENT} depends on HTTP already, so it is stopped with it. Another program holds HTTP.` };
    const hangs = graph.get('HTTP')?.state === 'stopPending';
    const list = (names: readonly string[]): string => (names.length ? names.join('/') : '/');
    return {
      ...planBase('net-stop-http-hang', server),
      title: `Make ${AGENT} depend on HTTP on ${server}`,
      verdict: hangs
        ? `HTTP is stopping and waits for ${AGENT}. Once the agent stops, HTTP does too.`
        : `${AGENT} uses HTTP.sys but does not say so: whoever stops HTTP waits for ever.`,
      evidence: [`${AGENT}: ${agent.state}, depends on ${agent.dependsOn.join(', ') || 'nothing'}`],
      steps: [
        ...(hangs && agent.state === 'running'
          ? [
              {
                id: 'stop',
                title: `Stop ${AGENT}`,
                why: 'It lets go of HTTP, which then ends its stop. Exit code 2: it is stopped already.',
                command: netStop(AGENT),
                stops: ['Deployments by Web Deploy that run right now.'],
                accepts: [2],
                check: serviceIs(AGENT, 'stopped', 120),
                undo: { title: `Start ${AGENT}`, command: netStart(AGENT), accepts: [2] },
              },
            ]
          : []),
        {
          id: 'depend',
          title: `Add HTTP to what ${AGENT} depends on`,
          why: 'The others stay. Windows then stops the agent before HTTP.',
          command: program('sc.exe', ['config', AGENT, 'depend=', list([...agent.dependsOn, 'HTTP'])]),
          stops: [],
          check: dependsOnHttp(),
          undo: {
            title: 'Take HTTP off again',
            command: program('sc.exe', ['config', AGENT, 'depend=', list(agent.dependsOn)]),
          },
        },
      ],
      verification: [dependsOnHttp()],
      leftovers: hangs
        ? ['HTTP is stopped afterwards: start W3SVC and everything else that is to run.']
        : ['Who stops HTTP from now on stops the agent as well and has to start it again.'],
    };
  },
};

export default netStopHttpHang;
