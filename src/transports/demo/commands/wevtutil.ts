import type { Machine } from '../machine';
import type { LoggedEvent } from '../eventLog';
import { messageOf } from '../eventLog';
import { lines, type Program, type Running } from './program';

const LOGS = ['System', 'Application', 'Microsoft-Windows-IIS-Configuration/Operational', 'Security', 'Setup'];

/** `wevtutil.exe qe <log>`: the events of a log, with the conditions that scripts of ours write. */
export const wevtutil: Program = (words, running) => {
  const [verb = '', log = '', ...options] = words;
  if (!/^(?:qe|query-events)$/i.test(verb)) {
    running.complain(lines(`The specified command is not supported: ${verb}.`));
    return 87;
  }
  const known = LOGS.find((one) => one.toLowerCase() === log.toLowerCase());
  if (known === undefined) {
    running.complain(lines(`Failed to open log ${log}. The specified channel could not be found.`));
    return 15_007;
  }
  if (known === 'Security' && running.machine.spec.isFiltered) {
    running.complain(lines('Failed to read events. Access is denied.'));
    return 5;
  }
  const option = (...names: readonly string[]): string | undefined =>
    options
      .map((word) => /^[-/]([a-z]+):(.*)$/is.exec(word))
      .find((found) => found && names.includes(found[1]?.toLowerCase() ?? ''))?.[2];
  const found = matching(running.machine, known, option('q', 'query') ?? '*');
  if (found === null) {
    running.complain(lines('Failed to read events. The specified query is invalid.'));
    return 15_001;
  }
  const isNewestFirst = option('rd', 'reversedirection')?.toLowerCase() === 'true';
  const ordered = isNewestFirst ? found : [...found].reverse();
  print(ordered.slice(0, Number(option('c', 'count') ?? ordered.length)), option('f', 'format') ?? 'XML', running);
  return 0;
};

function print(events: readonly LoggedEvent[], format: string, { machine, say }: Running): void {
  for (const [i, event] of events.entries())
    if (/^(?:rendered)?xml$/i.test(format)) {
      const xml = machine.events.xml(event);
      say(lines(/^rendered/i.test(format) ? xml : xml.replace(/<RenderingInfo .*<\/RenderingInfo>/s, '')));
    } else
      say(
        lines(
          `Event[${i}]:`,
          `  Log Name: ${event.kind.log}`,
          `  Source: ${event.kind.provider}`,
          `  Date: ${new Date(event.time).toISOString()}`,
          `  Event ID: ${event.kind.id}`,
          '  Description: ',
          messageOf(event.kind, event.values),
          '',
        ),
      );
}

/** The events that an XPath wants, newest first; null where it asks in a way that is not known here. */
function matching(machine: Machine, log: string, query: string): readonly LoggedEvent[] | null {
  const all = machine.events.read(log);
  if (query.trim() === '*') return all;
  if (!/^\s*\*\s*\[\s*System\b/.test(query)) return null;
  const names = [...query.matchAll(/@Name\s*=\s*['"]([^'"]{1,200})['"]/g)].map(([, name = '']) => name.toLowerCase());
  const ids = [...query.matchAll(/\bEventID\s*=\s*(\d{1,6})/g)].map(([, id]) => Number(id));
  const levels = [...query.matchAll(/\bLevel\s*=\s*(\d)/g)].map(([, level]) => Number(level));
  const data = [...query.matchAll(/Data\[@Name='([^']{1,60})'\]='([^']{0,400})'/g)];
  // Other conditions on the data would be passed over in silence.
  const others = query.replace(/\*\[EventData\[(?:Data\[@Name='[^']*'\]='[^']*'(?: and )?)+\]\]/g, '');
  if (others.includes('EventData')) return null;
  const age = /timediff\(@SystemTime\)\s*<=\s*(\d{1,15})/.exec(query)?.[1];
  const now = machine.agenda.time;
  return all.filter(
    ({ kind, time, values }) =>
      (!names.length || names.includes(kind.provider.toLowerCase())) &&
      (!ids.length || ids.includes(kind.id)) &&
      (!levels.length || levels.includes(kind.level)) &&
      data.every(([, name = '', value]) => values[(kind.names ?? []).indexOf(name)] === value) &&
      (age === undefined || now - time <= Number(age)),
  );
}
