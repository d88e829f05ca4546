import { applyEdits, escapeValue, insertChild, setAttribute } from '../../../engine/config/edits';
import { readConfig } from '../../../engine/config/document';
import { APPLICATION_HOST, type Machine } from '../machine';
import { failure } from './failure';
import { sectionNamed } from './targets';

/** Locks or unlocks a section for the whole server, by its declaration, or for one path, by a location tag. */
export function setLock(machine: Machine, name: string, path: string, mode: 'Allow' | 'Deny'): string {
  const section = sectionNamed(machine, name);
  const text = machine.disk.text(APPLICATION_HOST) ?? '';
  const document = readConfig(APPLICATION_HOST, text, machine.schema);
  const root = document?.root;
  if (!document || !root) throw failure('Cannot read configuration.', 13);
  const shown = ['MACHINE/WEBROOT/APPHOST', path].filter((part) => part !== '').join('/');
  const done = `${mode === 'Allow' ? 'Unlocked' : 'Locked'} section "${section.path}" at configuration path "${shown}".\r\n`;
  if (path === '') {
    const declared = document.declarations.get(section.path);
    if (!declared) throw failure(`Unknown config section "${name}".  Replace with -? for help.`);
    machine.writeFile(
      APPLICATION_HOST,
      applyEdits(text, [setAttribute(declared.element, 'overrideModeDefault', mode)]),
    );
    return done;
  }
  const tag = document.sections.find(
    (use) => use.path === section.path && use.location?.path.toLowerCase() === path.toLowerCase(),
  )?.location;
  if (tag) {
    machine.writeFile(APPLICATION_HOST, applyEdits(text, [setAttribute(tag.element, 'overrideMode', mode)]));
    return done;
  }
  const names = section.path.split('/');
  const inner = names.reduceRight((xml, one) => (xml === '' ? `<${one} />` : `<${one}>${xml}</${one}>`), '');
  const xml = `<location path="${escapeValue(path)}" overrideMode="${mode}">${inner}</location>`;
  machine.writeFile(APPLICATION_HOST, applyEdits(text, [insertChild(text, root, xml)]));
  return done;
}
