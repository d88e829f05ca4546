import { readConfig, type ConfigDocument } from '../../engine/config/document';
import type { EffectiveElement } from '../../engine/config/effectiveElement';
import { Hierarchy } from '../../engine/config/hierarchy';
import { applicationPools, bindingsOf, sitesOf, type SiteBinding } from '../../engine/config/server';
import type { Schema } from '../../engine/schema/schema';

/** A virtual directory with its paths as `appcmd` shows them. */
export interface DirectoryView {
  readonly site: string;
  /** The path of its application, `/shop`. */
  readonly application: string;
  readonly path: string;
  readonly physicalPath: string;
}

export interface ApplicationView {
  readonly site: string;
  readonly path: string;
  readonly pool: string;
  readonly directories: readonly DirectoryView[];
}

export interface SiteView {
  readonly name: string;
  readonly id: number;
  readonly element: EffectiveElement;
  readonly bindings: readonly SiteBinding[];
  readonly applications: readonly ApplicationView[];
}

/** What an `applicationHost.config` says, as the services of a simulated machine read it. */
export interface ConfigurationView {
  readonly text: string;
  readonly document: ConfigDocument;
  readonly hierarchy: Hierarchy;
  readonly pools: readonly EffectiveElement[];
  readonly sites: readonly SiteView[];
}

/** @returns null where the text is not well-formed */
export function viewConfiguration(path: string, text: string, schema: Schema): ConfigurationView | null {
  const document = readConfig(path, text, schema);
  if (document?.xml.faults.length !== 0) return null;
  const hierarchy = new Hierarchy(schema, [{ document, path: '' }], true);
  const context = { document, hierarchy };
  return { text, document, hierarchy, pools: applicationPools(context), sites: sitesOf(context).map(viewSite) };
}

function viewSite(element: EffectiveElement): SiteView {
  const name = element.text('name');
  const applications = element.entries.map((one): ApplicationView => {
    const path = one.text('path') || '/';
    const directories = one.entries.map((directory) => ({
      site: name,
      application: path,
      path: directory.text('path') || '/',
      physicalPath: directory.text('physicalPath'),
    }));
    return { site: name, path, pool: one.text('applicationPool'), directories };
  });
  return { name, id: Number(element.text('id')), element, bindings: bindingsOf(element), applications };
}
