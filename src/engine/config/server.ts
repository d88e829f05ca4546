import type { Range } from '../text/range';
import { bindingOf, type Binding } from './bindings';
import type { ConfigDocument } from './document';
import type { EffectiveElement } from './effectiveElement';
import type { Hierarchy } from './hierarchy';

/** A document that is looked at, and what holds in it. */
export interface ServerContext {
  readonly document: ConfigDocument;
  readonly hierarchy: Hierarchy;
}

/** A section of `applicationHost.config` as it holds for the whole server; null where another file is looked at. */
export function serverSection(path: string, { document, hierarchy }: ServerContext): EffectiveElement | null {
  return document.kind === 'applicationHost' ? (hierarchy.effective(path, '')?.element ?? null) : null;
}

/** The application pools of the `applicationHost.config` that is looked at, `applicationPoolDefaults` worked in. */
export const applicationPools = (context: ServerContext): readonly EffectiveElement[] =>
  serverSection('system.applicationHost/applicationPools', context)?.entries ?? [];

/** The application pools and, behind them, `applicationPoolDefaults` where the file has it. */
export function poolsAndDefaults(context: ServerContext): readonly EffectiveElement[] {
  const defaults = serverSection('system.applicationHost/applicationPools', context)?.elements.get(
    'applicationPoolDefaults',
  );
  return defaults ? [...applicationPools(context), defaults] : applicationPools(context);
}

/** Pools that belong to Exchange: it runs them as LocalSystem, watches over them itself and wants them as they are. */
const isOfExchange = (pool: string): boolean => pool.startsWith('MSExchange');

/** As `poolsAndDefaults`, without the pools that belong to a product and must stay as it sets them up. */
export const adjustablePools = (context: ServerContext): readonly EffectiveElement[] =>
  poolsAndDefaults(context).filter((pool) => !isOfExchange(pool.text('name')));

/** Whether a site belongs to a product that wants it as it is. */
export const belongsToProduct = (site: EffectiveElement): boolean =>
  site.entries.some((application) => isOfExchange(application.text('applicationPool')));

/** The sites of the `applicationHost.config` that is looked at, `siteDefaults` worked in. */
export const sitesOf = (context: ServerContext): readonly EffectiveElement[] =>
  serverSection('system.applicationHost/sites', context)?.entries ?? [];

/** The sites and, behind them, `siteDefaults` where the file has it. */
export function sitesAndDefaults(context: ServerContext): readonly EffectiveElement[] {
  const defaults = serverSection('system.applicationHost/sites', context)?.elements.get('siteDefaults');
  return defaults ? [...sitesOf(context), defaults] : sitesOf(context);
}

/** A binding of a site. */
export interface SiteBinding extends Binding {
  readonly element: EffectiveElement;
  /** Bits: 1 SNI, 2 central certificate store, 4 no HTTP/2 … 0 where it is no number. */
  readonly sslFlags: number;
}

/** By the element around the sites: one weak entry for all of them, because each costs the garbage collector time. */
const known = new WeakMap<EffectiveElement, Map<EffectiveElement, readonly SiteBinding[]>>();

/** The bindings of a site that have both attributes; read once, because a dozen rules look at them. */
export function bindingsOf(site: EffectiveElement): readonly SiteBinding[] {
  const around = site.parent ?? site;
  let all = known.get(around);
  if (!all) known.set(around, (all = new Map<EffectiveElement, readonly SiteBinding[]>()));
  let bindings = all.get(site);
  if (!bindings) all.set(site, (bindings = readBindings(site)));
  return bindings;
}

function readBindings(site: EffectiveElement): readonly SiteBinding[] {
  const found: SiteBinding[] = [];
  for (const element of site.element('bindings')?.entries ?? []) {
    const binding = element.origin && bindingOf(element.origin.element);
    if (!binding) continue;
    const { protocol, form, address, port, portNumber, host, fault } = binding;
    const sslFlags = Number(element.own('sslFlags')) || 0;
    // Field by field: a server has tens of thousands of them, and spreading objects of several shapes is slow.
    found.push({ protocol, form, address, port, portNumber, host, fault, element, sslFlags });
  }
  return found;
}

/** Whether a web site begins to listen when IIS starts. */
export const startsByItself = (site: EffectiveElement): boolean => site.isTrue('serverAutoStart');

/**
 * Where an attribute of the effective configuration is written, else the name of the nearest element around it that is.
 *
 * @param attribute absent: the element itself
 */
export function writtenAt(element: EffectiveElement, attribute?: string): Range {
  const written = attribute === undefined ? null : (element.value(attribute).origin?.attribute ?? null);
  if (written) return written.raw === '' ? { start: written.start, end: written.end } : written.valueRange;
  for (let one: EffectiveElement | null = element; one; one = one.parent)
    if (one.origin) return one.origin.element.nameRange;
  return { start: 0, end: 0 };
}
