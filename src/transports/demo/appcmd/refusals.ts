import { readConfig } from '../../../engine/config/document';
import { Hierarchy, type Level } from '../../../engine/config/hierarchy';
import type { MergeProblem } from '../../../engine/config/merge';
import { pathsAbove } from '../../../engine/config/paths';
import { attribute } from '../../../engine/xml/tree';
import type { Machine } from '../machine';
import { configurationError } from './failure';
import { folderOf, LOCKED } from './targets';

/** Throws an AppcmdFailure where a file on the way to a path says what IIS refuses about a section. */
export function refuseBroken(machine: Machine, section: string, path: string): void {
  const [name = ''] = path.split('/');
  const site = machine.configuration.sites.find((one) => one.name.toLowerCase() === name.toLowerCase());
  let levels: readonly Level[] = [{ document: machine.configuration.document, path: '' }];
  refuse(levels, section, machine);
  for (const at of pathsAbove(path).slice(1)) {
    const folder = folderOf(site, at);
    const file = `${machine.disk.full(folder ?? '')}\\web.config`;
    const text = folder === null ? undefined : machine.disk.text(file);
    const document = text === undefined ? null : readConfig(file, text, machine.schema);
    if (!document) continue;
    if (document.xml.faults.length) throw configurationError(file, 0, 'Configuration file is not well-formed XML', 13);
    levels = [...levels, { document, path: at }];
    refuse(levels, section, machine);
  }
}

function refuse(levels: readonly Level[], section: string, { schema }: Machine): void {
  const { document } = levels.at(-1) ?? {};
  if (!document) return;
  const problem = new Hierarchy(schema, levels, true)
    .problems()
    .find((one) => one.section.path === section && one.kind !== 'removeWithoutMatch');
  // A <remove> for what is not there does nothing.
  if (!problem || problem.kind === 'removeWithoutMatch') return;
  const [description, exitCode] = words(problem);
  const line = document.text.slice(0, problem.element.start).split('\n').length;
  throw configurationError(document.name, line, description, exitCode);
}

function words(problem: Exclude<MergeProblem, { kind: 'removeWithoutMatch' }>): readonly [string, number] {
  switch (problem.kind) {
    case 'duplicate':
      return [
        `Cannot add duplicate collection entry of type '${problem.element.name}' with ${problem.key.length > 1 ? 'combined key attributes' : 'unique key attribute'} '${problem.key.join(', ')}' respectively set to '${problem.key.map((name) => attribute(problem.element, name) ?? '').join(', ')}'`,
        183,
      ];
    case 'lockedSection':
      return [LOCKED, 33];
    case 'lockedAttribute':
    case 'lockedElement':
      return ['Lock violation', 33];
  }
}
