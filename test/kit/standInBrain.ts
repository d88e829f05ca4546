/**
 * What the servers behind the stand-in answer: a machine of the simulated farm, or one that gives back what it was asked
 * and knows `echo` and `exit`.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SimulatedFarm } from '../../src/transports/demo/simulatedFarm';

/** The folders that data are read from; the one who starts the stand-in says so. */
const folders = (process.env.IIS_DOCTOR_STAND_IN_DATA ?? '').split(path.delimiter);

let farm: SimulatedFarm | null = null;

async function simulated(machine: string) {
  // Not at the start: most servers of tests are none of the farm.
  const { SimulatedFarm } = await import('../../src/transports/demo/simulatedFarm');
  farm ??= new SimulatedFarm({
    loadData: (file) => {
      const files = folders.map((folder) => path.join(folder, file));
      return readFile(files.find(existsSync) ?? file, 'utf8');
    },
  });
  const server = await farm.server(machine);
  if (!server) throw new Error(`The farm has no ${machine}.`);
  return server;
}

const QUESTION = /^Write-Answer '(?<number>\w+)' '(?<probe>[^']+)' '(?<asked>[^']*)'/gm;

/** The lines that the text of a question makes a PowerShell print. */
export async function answerLines(script: string, host: string, machine: string | undefined): Promise<string[]> {
  if (machine !== undefined) return (await simulated(machine)).answerText(script);
  return [...script.matchAll(QUESTION)].map(({ groups }) => {
    const asked: unknown = JSON.parse(Buffer.from(groups?.asked ?? '', 'base64').toString('utf8'));
    const data = JSON.stringify({ host, probe: groups?.probe, asked });
    const answer = Buffer.from(`{"ok":true,"data":${data}}`).toString('base64');
    return `IIS-DOCTOR ${groups?.number ?? ''} ${groups?.probe ?? ''} ${answer}`;
  });
}

/** What a command prints and ends with. */
export async function runLines(
  command: string,
  machine: string | undefined,
): Promise<{ readonly lines: readonly string[]; readonly exitCode: number }> {
  if (machine !== undefined) {
    const { output, exitCode } = await (await simulated(machine)).run(command);
    return { lines: output === '' ? [] : output.replace(/\r?\n$/, '').split(/\r?\n/), exitCode };
  }
  const lines = command.split('; ').map((one) => one.replace(/^echo /, ''));
  const exit = /^exit (?<code>\d+)$/.exec(lines.at(-1) ?? '')?.groups?.code;
  return { lines: exit === undefined ? lines : lines.slice(0, -1), exitCode: Number(exit ?? 0) };
}
