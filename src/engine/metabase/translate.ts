import type { Command, Word } from '../scripts/command';
import type { Range } from '../text/range';
import { metabaseKeys, type MetabaseKey } from './keys';

/** A command line of adsutil.vbs that reads or writes one key. */
export interface AdsutilUse extends Range {
  readonly verb: 'get' | 'set';
  readonly key: MetabaseKey;
  /** The name of a pool or the number of a site; null where it is not known. */
  readonly target: string | null;
  /** Null where it is not known, or cannot be the value of this key. */
  readonly value: string | null;
}

/** What a command does by adsutil.vbs; null where it is another one, or the key has no translation that is certain. */
export function adsutilUse({ program, arguments: words }: Command): AdsutilUse | null {
  const all: readonly Word[] = [program, ...words];
  const at = all.findIndex(({ value }) => /(?:^|\\)adsutil\.vbs$/i.test(value));
  const [tool, verbWord, path, value] = at < 0 ? [] : all.slice(at);
  const verb = verbWord?.value.toLowerCase();
  if (!tool || !path || (verb !== 'get' && verb !== 'set')) return null;
  const parts = path.value.replace(/^\/?(?:LM\/)?/i, '').split('/');
  const name = parts.pop()?.toLowerCase();
  const key = metabaseKeys.find((one) => one.name.toLowerCase() === name);
  const target = key && targetOf(key, parts);
  if (!key || target === undefined) return null;
  const known = value?.isLiteral ? converted(value.value, key.value) : null;
  return { start: tool.start, end: (value ?? path).end, verb, key, target, value: verb === 'set' ? known : null };
}

/** @returns undefined where the path is none of this key */
function targetOf({ of }: MetabaseKey, parts: readonly string[]): string | null | undefined {
  const [service = '', second = '', third = ''] = parts;
  if (service.toLowerCase() !== 'w3svc') return undefined;
  if (of === 'service') return parts.length === 1 ? null : undefined;
  if (of === 'site') return parts.length === 2 ? (/^\d+$/.test(second) ? second : null) : undefined;
  if (second.toLowerCase() !== 'apppools' || parts.length !== 3) return undefined;
  return /^[\w .()-]+$/.test(third) ? third : null;
}

function converted(value: string, kind: MetabaseKey['value']): string | null {
  switch (kind) {
    case 'boolean':
      return /^(?:1|true)$/i.test(value) ? 'true' : /^(?:0|false)$/i.test(value) ? 'false' : null;
    case 'integer':
      return /^\d{1,10}$/.test(value) ? value : null;
    case 'minutes':
      return /^\d{1,6}$/.test(value) ? timeSpan(Number(value) * 60) : null;
    case 'seconds':
      return /^\d{1,6}$/.test(value) ? timeSpan(Number(value)) : null;
    case 'text':
      return /^[\w .:\\()-]+$/.test(value) && !value.endsWith('\\') ? value : null;
  }
}

function timeSpan(seconds: number): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const rest = seconds % 86_400;
  const time = `${two(Math.floor(rest / 3_600))}:${two(Math.floor((rest % 3_600) / 60))}:${two(rest % 60)}`;
  return days > 0 ? `${days}.${time}` : time;
}

/** The same in today's tools; words in capitals are to be filled in. */
export interface Translation {
  readonly appcmd: string;
  readonly webAdministration: string;
  readonly iisAdministration: string;
}

/** @returns null where there is no equivalent */
export function translated({ verb, key, target, value }: AdsutilUse): Translation | null {
  const { attribute, of } = key;
  if (attribute === null || of === 'service') return null;
  const isPool = of === 'pool';
  const name = isPool ? (target ?? 'POOL') : 'SITE';
  const kind = isPool ? 'apppool' : 'site';
  const drive = `'IIS:\\${isPool ? 'AppPools' : 'Sites'}\\${name}'`;
  const member = attribute.replace(/(?:^|\.)[a-z]/g, (letters) => letters.toUpperCase());
  const object = `${isPool ? 'ApplicationPools' : 'Sites'}['${name}'].${member}`;
  const program = '%windir%\\system32\\inetsrv\\appcmd.exe';
  if (verb === 'get')
    return {
      appcmd: `${program} list ${kind} "${name}" /text:${attribute}`,
      webAdministration: `Get-ItemProperty ${drive} -Name ${attribute}`,
      iisAdministration: `(Get-IISServerManager).${object}`,
    };
  const written = value ?? 'VALUE';
  const literal = powerShellValue(written, key.value);
  return {
    appcmd: `${program} set ${kind} "${name}" /${attribute}:${/[ ()]/.test(written) ? `"${written}"` : written}`,
    webAdministration: `Set-ItemProperty ${drive} -Name ${attribute} -Value ${literal}`,
    iisAdministration: `$m = Get-IISServerManager; $m.${object} = ${
      key.value === 'minutes' || key.value === 'seconds' ? `[timespan]${literal}` : literal
    }; $m.CommitChanges()`,
  };
}

function powerShellValue(value: string, kind: MetabaseKey['value']): string {
  if (value === 'VALUE') return value;
  return kind === 'boolean' ? `$${value}` : kind === 'integer' ? value : `'${value}'`;
}
