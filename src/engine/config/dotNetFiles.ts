import type { Schema } from '../schema/schema';
import { withoutSlashesAround } from '../text/slashes';
import type { ConfigDocument } from './document';
import type { EffectiveElement } from './effectiveElement';
import { Hierarchy } from './hierarchy';
import { isAbove, relativeTo } from './paths';

/** One of the up to four installations of the .NET Framework on a server; null where that is not known. */
interface Framework {
  readonly version: '2' | '4' | null;
  readonly bits: 32 | 64 | null;
}

/** What most applications run on today. */
const USUAL: Framework = { version: '4', bits: 64 };
const UNKNOWN: Framework = { version: null, bits: null };

/**
 * The files of the .NET Framework that stand above a document, `machine.config` before the root `web.config`. A server
 * has a pair for each runtime and bitness, and the application pool decides which one holds. Of several that may be
 * meant none is taken.
 *
 * @param candidates all that were found, in any order
 * @param server the `applicationHost.config` above the document, or the document itself; null: unknown
 * @param path configuration path of the document; null: unknown, which means the defaults of the pools
 */
export function dotNetAbove(
  document: Pick<ConfigDocument, 'name' | 'kind'>,
  candidates: readonly ConfigDocument[],
  schema: Schema,
  { server, path }: { readonly server: ConfigDocument | null; readonly path: string | null },
): readonly ConfigDocument[] {
  const others = candidates.filter(({ name }) => name !== document.name);
  if (!others.length || document.kind === 'machine') return [];
  const isRoot = document.kind === 'rootWeb';
  const wanted = isRoot ? frameworkOfPath(document.name) : server ? frameworkOf(server, path, schema) : UNKNOWN;
  return (isRoot ? (['machine'] as const) : (['machine', 'rootWeb'] as const)).flatMap(
    (kind) =>
      meant(
        others.filter((one) => one.kind === kind),
        wanted,
      ) ?? [],
  );
}

/** The one file that is meant; null where there is none, or more than one. */
function meant(files: readonly ConfigDocument[], wanted: Framework): ConfigDocument | null {
  const fitting = files
    .map((file) => ({ file, own: frameworkOfPath(file.name) }))
    .filter(({ own }) => fits(own.version, wanted.version) && fits(own.bits, wanted.bits))
    .map(({ file, own }) => ({ file, score: score(own, wanted) }));
  const best = Math.max(...fitting.map((one) => one.score));
  const [only, another] = fitting.filter((one) => one.score === best);
  return only && !another ? only.file : null;
}

const fits = <T>(own: T | null, wanted: T | null): boolean => own === null || wanted === null || own === wanted;

/** How well a file fits: what is known to be right counts most, then what is usual. */
function score(own: Framework, wanted: Framework): number {
  const of = <T>(one: T | null, sought: T | null, usual: T | null): number => (one === (sought ?? usual) ? 1 : 0);
  return of(own.version, wanted.version, USUAL.version) * 2 + of(own.bits, wanted.bits, USUAL.bits);
}

/** `…/Framework64/v4.0.30319/Config/machine.config`; elsewhere nothing is known. */
function frameworkOfPath(name: string): Framework {
  const found = /\/(?:framework(64)?\/)?v([24])\.0\.\d+\/config\/[^/]+$/i.exec(name.replaceAll('\\', '/'));
  if (!found) return UNKNOWN;
  const isNamed = /\/framework(?:64)?\/[^/]+\/[^/]+\/[^/]+$/i.test(found[0]);
  return { version: found[2] === '2' ? '2' : '4', bits: isNamed ? (found[1] ? 64 : 32) : null };
}

/** What the pool of an application runs on. */
function frameworkOf(server: ConfigDocument, path: string | null, schema: Schema): Framework {
  const pool = poolOf(serverAlone(server, schema), path);
  if (!pool) return UNKNOWN;
  const [, version] = /^v([24])/i.exec(pool.text('managedRuntimeVersion').trim()) ?? [];
  return {
    version: version === '2' || version === '4' ? version : null,
    bits: pool.isTrue('enable32BitAppOnWin64') ? 32 : 64,
  };
}

/** The pool of the application that a path lies in, else the defaults of all pools. */
function poolOf(server: Hierarchy, path: string | null): EffectiveElement | null {
  const pools = server.effective('system.applicationHost/applicationPools', '')?.element;
  const named = path === null ? null : applicationOf(server, path)?.text('applicationPool').toLowerCase();
  const found = pools?.entries.find((pool) => pool.text('name').toLowerCase() === named);
  return found ?? pools?.element('applicationPoolDefaults') ?? null;
}

function applicationOf(server: Hierarchy, path: string): EffectiveElement | null {
  const sites = server.effective('system.applicationHost/sites', '')?.element.entries ?? [];
  const site = sites.find((one) => isAbove(one.text('name'), path));
  const below = (site && relativeTo(site.text('name'), path)) ?? '';
  const around = (site?.entries ?? []).filter((one) => isAbove(withoutSlashesAround(one.text('path')), below));
  return around.sort((a, b) => b.text('path').length - a.text('path').length)[0] ?? null;
}

const alone = new WeakMap<ConfigDocument, Hierarchy>();

function serverAlone(server: ConfigDocument, schema: Schema): Hierarchy {
  let known = alone.get(server);
  if (!known) alone.set(server, (known = new Hierarchy(schema, [{ document: server, path: '' }], true)));
  return known;
}
