import type { Knowledge } from '../knowledge/knowledge';
import type { LogRecord } from '../logs/record';
import { messageOf, parametersOf } from './parameters';
import { providerNamed } from './provider';

/** What events call the things that repairs ask for. */
const SAME: Readonly<Record<string, string>> = { apppoolid: 'pool', apppool: 'pool', sitename: 'site' };
const VALUE_LIMIT = 500;

/**
 * The parameters of a record by their names in lower case; what the event calls differently stands under the usual name as
 * well, such as an application pool under `pool`. Long values and those of several lines are left out.
 *
 * @param source the provider, where the record itself does not name it
 */
export function recordValues(
  text: string,
  record: LogRecord,
  source: string | null,
  knowledge: Knowledge,
): Readonly<Record<string, string>> {
  const provider = providerNamed(record.provider ?? source ?? '', knowledge)?.name;
  const type =
    provider === undefined || record.eventId === null ? undefined : knowledge.eventType(provider, record.eventId);
  const message = messageOf(text, record);
  const parameters = parametersOf(text, record, type, message, record.end);
  const values: Record<string, string> = {};
  for (const name of new Set([...(type?.parameters ?? []), ...record.data.keys()])) {
    const value = parameters.get(name)?.trim() ?? '';
    if (value === '' || value.length > VALUE_LIMIT || /[\u0000-\u001F\u007F]/.test(value)) continue;
    const key = name.toLowerCase();
    values[key] ??= value;
    const usual = SAME[key];
    if (usual !== undefined) values[usual] ??= value;
  }
  // The account in front of it may have blanks, where the pattern of a message may lose its way.
  const sid = /\bSID\s{0,20}\((S-1-[\d-]{1,180})\)/i.exec(message)?.[1];
  if (sid !== undefined && !('sid' in values) && type?.parameters.includes('sid')) values.sid = sid;
  // One right in two words: `Local Activation`.
  const { locality, right } = values;
  if (locality !== undefined && right !== undefined) values.right = `${locality} ${right}`;
  return values;
}
