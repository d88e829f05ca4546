import { eventKinds } from '../eventKinds';
import { lines, type Program, type Running } from './program';

/** `taskkill.exe`: ends processes by number or by name. */
export const taskkill: Program = (words, running) => {
  const isForced = words.some((word) => /^[-/]f$/i.test(word));
  const after = (option: string): string[] =>
    words.filter((_, i) => words[i - 1]?.slice(1).toLowerCase() === option && /^[-/]/.test(words[i - 1] ?? ''));
  const ids = after('pid');
  const names = after('im');
  if (!ids.length && !names.length) {
    running.complain(
      lines('ERROR: Invalid syntax. Neither /FI nor /PID nor /IM were specified.', 'Type "TASKKILL /?" for usage.'),
    );
    return 1;
  }
  const codes = [
    ...ids.map((id) => endOne(Number(id), `"${id}"`, isForced, running)),
    ...names.map((name) => endAll(name, isForced, running)),
  ];
  return Math.max(...codes);
};

function endAll(name: string, isForced: boolean, running: Running): number {
  const { machine, complain } = running;
  const workers = name.toLowerCase() === 'w3wp.exe' ? machine.pools.workers : [];
  if (!workers.length) {
    complain(lines(`ERROR: The process "${name}" not found.`));
    return 128;
  }
  return Math.max(
    ...workers.map(({ processId }) => endOne(processId, `"${name}" with PID ${processId}`, isForced, running)),
  );
}

function endOne(processId: number, label: string, isForced: boolean, { machine, say, complain }: Running): number {
  const isWorker = machine.pools.workers.some((one) => one.processId === processId);
  const isService = machine.services.all.some((one) => one.processId === processId && processId !== 0);
  if (!isWorker && !isService) {
    complain(lines(`ERROR: The process ${label} not found.`));
    return 128;
  }
  const shown = label.includes('PID') ? label : `with PID ${processId}`;
  if (machine.spec.isFiltered) {
    complain(lines(`ERROR: The process ${shown} could not be terminated.`, 'Reason: Access is denied.'));
    return 1;
  }
  if (!isForced) {
    complain(
      lines(
        `ERROR: The process ${shown} could not be terminated.`,
        'Reason: This process can only be terminated forcefully (with /F option).',
      ),
    );
    return 1;
  }
  if (isWorker) machine.pools.kill(processId);
  else
    for (const { spec } of machine.services.kill(processId))
      machine.log(eventKinds.serviceEnded, [spec.displayName, 1]);
  say(lines(`SUCCESS: The process ${shown} has been terminated.`));
  return 0;
}
