import assert from 'node:assert/strict';
import { probes } from '../../src/engine/probes/index.generated';
import { questionText, readEnvelope } from '../../src/engine/probes/envelope';
import { answers } from '../../src/transports/demo/answers/answers';
import { realClock, VirtualClock } from '../../src/transports/demo/clock';
import { FOLDER_ONLY, serverNames, UNREACHABLE } from '../../src/transports/demo/simulatedFarm';
import { demoTransport } from '../../src/transports/demo/transport';
import type { Session, Transport } from '../../src/transports/session';
import { type TransportError } from '../../src/transports/transportError';
import { loadData } from '../kit/knowledge';
import { MADE, simulatedServer } from '../kit/simulatedFarm';
import { contract, difficultValues, question, readAnswer } from './contract';

const address = (name: string) => ({ name, transport: 'demo', path: name }) as const;
const never = new AbortController().signal;
const open = (transport: Transport, name: string): Promise<Session> =>
  transport.open(address(name), {
    signal: never,
    phase: () => undefined,
    password: () => Promise.resolve(null),
    confirm: () => Promise.resolve(false),
    log: () => undefined,
  });

for (const name of ['WEB-01', 'WEB-02', 'WEB-03'])
  contract(`the simulated ${name}`, () => ({
    transport: demoTransport({ loadData, clock: realClock }),
    server: address(name),
    bad: { server: address('WEB-99'), faults: ['hostNotFound'] },
    commands: {
      harmless: { text: 'hostname.exe', output: new RegExp(`^${name}\\r\\n$`) },
      failing: { text: 'net.exe start NoSuchService', exitCode: 2 },
    },
    long: 'Start-Sleep -Seconds 20',
  }));

contract('the simulated server of which only files are there', () => ({
  transport: demoTransport({ loadData, clock: new VirtualClock(MADE) }),
  server: address(FOLDER_ONLY),
  bad: { server: address(UNREACHABLE), faults: ['unreachable'] },
  probes: ['configuration-files', 'web-configs', 'log-folders', 'file-tail', 'events'],
  commands: null,
}));

describe('the simulated farm', () => {
  const transport = demoTransport({ loadData, clock: new VirtualClock(MADE) });

  it('answers every probe that there is, and no other one', () => {
    assert.deepEqual(Object.keys(answers).sort(), Object.keys(probes).sort());
  });

  it('has at most six servers, one of which does not answer', async () => {
    assert.ok(serverNames.length <= 6);
    const opened = await Promise.allSettled(serverNames.map((name) => open(transport, name)));
    const failed = opened.flatMap((one, i) => (one.status === 'rejected' ? [serverNames[i]] : []));
    assert.deepEqual(failed, [UNREACHABLE]);
  });

  it('says why there is no live session with a server of IIS 6, and gives its metabase', async () => {
    const session = await open(transport, FOLDER_ONLY);
    const [services, files, events] = await session.ask(
      [question('services'), question('configuration-files'), question('events')],
      never,
    );
    assert.ok(services?.ok === false && services.error.message.includes('Windows Server 2003'));
    const read = JSON.stringify(readAnswer('configuration-files', files));
    assert.match(read, /"reason":"notHere"/);
    assert.match(read, /MetaBase\.xml/);
    assert.match(JSON.stringify(readAnswer('events', events)), /IWAM_OLD-IIS6/);
    await assert.rejects(
      session.run('hostname', never),
      (error) => (error as TransportError).fault === 'notSupportedHere',
    );
  });

  it('shows to a session without administrator token what Windows shows it', async () => {
    const session = await open(transport, 'WEB-04');
    const [sites, files, services] = await session.ask(
      [question('sites'), question('configuration-files'), question('services')],
      never,
    );
    assert.match(JSON.stringify(readAnswer('sites', sites)), /"reason":"needsAdministrator"/);
    assert.match(JSON.stringify(readAnswer('configuration-files', files)), /"reason":"needsAdministrator"/);
    assert.match(JSON.stringify(readAnswer('services', services)), /"name":"W3SVC"/);
    const stopped = await session.run('net.exe stop W3SVC', never);
    assert.equal(stopped.exitCode, 2);
    assert.match(stopped.output, /System error 5/);
  });

  it('prints for the text of questions what a PowerShell prints', async () => {
    const server = await simulatedServer('WEB-01');
    const folders = difficultValues;
    const text = questionText('1.0.0', 'a1', [question('system'), { probe: 'web-configs', asked: { folders } }]);
    const lines = await server.answerText(text);
    assert.equal(lines.length, 2);
    const [system, configs] = lines.map((line) => readEnvelope(line, 'a1'));
    assert.ok(system?.ok && system.probe === 'system');
    assert.match(system.data, /"computer":"WEB-01"/);
    assert.ok(configs?.ok);
    const { files } = JSON.parse(configs.data) as { files: { folder: string }[] };
    assert.deepEqual(
      files.map(({ folder }) => folder),
      folders,
    );
    assert.deepEqual(await server.answerText('hostname'), ['WEB-01']);
  });

  it('is the same for the same seed and time, and changes with the time', async () => {
    const ask = async (minutes: number): Promise<string> => {
      const clock = new VirtualClock(MADE);
      const server = await simulatedServer('WEB-02', clock);
      await clock.wait(minutes * 60_000);
      return JSON.stringify([
        await server.answer('worker-processes', {}),
        await server.answer('events', { hours: 99 }),
      ]);
    };
    assert.equal(await ask(5), await ask(5));
    assert.notEqual(await ask(5), await ask(6));
  });
});
