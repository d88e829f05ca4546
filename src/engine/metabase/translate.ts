import type { Command, Word } from '../scripts/command';
import type { Range } from '../text/range';
import { asAppcmd } from './appcmd';
import type { Successor } from './key';
import { findKey } from './keys';
import { metabasePlace, type MetabasePlace } from './place';
import { asIisAdministration, asWebAdministration } from './powershell';
import { hasPlaceholder } from './values';
import { verbSuccessor } from './verbs';

/** A command line of adsutil.vbs that we can say in today's tools, or of which we know why not. */
export interface AdsutilUse extends Range {
  /** Upper case: `GET`, `SET`, `START_SERVER`. */
  readonly verb: string;
  /** The name of the key, null for commands on paths. */
  readonly key: string | null;
  readonly meaning: string;
  readonly place: MetabasePlace | null;
  /** Whether the value in the command line must not be shown. */
  readonly isSecret: boolean;
  /** The word with path and key. */
  readonly path: Range;
  /** Why there is no equivalent, or what is to be done. */
  readonly successor: string | Successor;
}

/** What a command does by adsutil.vbs; null where it is another one, or something that is not known. */
export function adsutilUse({ program, arguments: words }: Command): AdsutilUse | null {
  const all: readonly Word[] = [program, ...words];
  const at = all.findIndex(({ value }) => /(?:^|\\)adsutil\.vbs$/i.test(value));
  const [tool, verbWord, path, ...rest] = at < 0 ? [] : all.slice(at).filter(({ value }) => !/^-s:/i.test(value));
  if (!tool || !verbWord) return null;
  const verb = verbWord.value.toUpperCase();
  const values = rest.map((word) => (word.isLiteral ? word.value : '?'));
  const range = { start: tool.start, end: (rest.at(-1) ?? path ?? verbWord).end };
  if (verb !== 'GET' && verb !== 'SET') {
    const found = verbSuccessor(verb, path?.value ?? '', values);
    if (!found) return null;
    const { meaning } = found.verb;
    return {
      ...range,
      verb,
      key: null,
      meaning,
      place: found.place,
      isSecret: false,
      path: path ?? verbWord,
      successor: found.successor,
    };
  }
  if (!path) return null;
  const end = path.value.lastIndexOf('/');
  const place = metabasePlace(path.value.slice(0, Math.max(end, 0)));
  const key = place && findKey(path.value.slice(end + 1), place);
  if (!key) return null;
  const { name, meaning, isSecret = false } = key;
  const successor =
    typeof key.successor === 'string' ? key.successor : key.successor(place, verb === 'GET' ? null : values);
  return { ...range, verb, key: name, meaning, place, isSecret, path, successor };
}

/** The same in today's tools, a line or statement each; words in capitals are to be filled in. */
export interface Translation {
  readonly appcmd: readonly string[];
  readonly webAdministration: readonly string[];
  readonly iisAdministration: readonly string[];
}

/** @returns null where there is no equivalent */
export const translated = ({ successor }: AdsutilUse): Translation | null =>
  typeof successor === 'string'
    ? null
    : {
        appcmd: asAppcmd(successor.steps),
        webAdministration: asWebAdministration(successor.steps),
        iisAdministration: asIisAdministration(successor.steps),
      };

/**
 * Whether nothing has to be filled in but the name of a site whose number is known, and nothing is left out, so that the
 * steps can take the place of the command.
 */
export const isComplete = ({ place, isSecret, successor }: AdsutilUse): boolean =>
  !isSecret &&
  typeof successor !== 'string' &&
  successor.note === undefined &&
  ((place?.at !== 'site' && place?.at !== 'content') || place.siteId !== null) &&
  !hasPlaceholder(JSON.stringify(successor.steps));
