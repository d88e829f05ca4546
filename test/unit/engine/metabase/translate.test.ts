import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Step } from '../../../../src/engine/metabase/key';
import { metabaseKeys } from '../../../../src/engine/metabase/keys';
import { metabasePlace } from '../../../../src/engine/metabase/place';
import { adsutilUse, translated, type AdsutilUse, type Translation } from '../../../../src/engine/metabase/translate';
import { adsutilHover } from '../../../../src/engine/render/adsutilHover';
import type { ElementSchema } from '../../../../src/engine/schema/model';
import { findCommands } from '../../../../src/engine/scripts/findCommands';
import { grammarFaults } from '../../../kit/grammars';
import { root } from '../../../kit/knowledge';
import { schema } from '../../../kit/schema';

const PROGRAM = '%windir%\\system32\\inetsrv\\appcmd.exe ';
const PATHS = {
  machine: '',
  server: 'w3svc/',
  scheme: 'w3svc/filters/compression/gzip/',
  pools: 'w3svc/AppPools/',
  pool: 'w3svc/AppPools/Shop/',
  site: 'w3svc/1/',
  content: 'w3svc/1/root/shop/',
};

const useOf = (line: string): AdsutilUse | null => {
  const [command] = findCommands('batch', `cscript.exe //nologo adsutil.vbs ${line}\n`).commands;
  return command ? adsutilUse(command) : null;
};
const translationOf = (line: string): Translation => {
  const use = useOf(line);
  const translation = use && translated(use);
  assert.ok(translation, line);
  return translation;
};
const reasonOf = (use: AdsutilUse | null): string => (typeof use?.successor === 'string' ? use.successor : '');
const appcmdOf = (line: string): string => translationOf(line).appcmd.join(' && ').replaceAll(PROGRAM, '');

describe('adsutil.vbs in the tools of today', () => {
  const rows = readFileSync(path.join(root, 'test/unit/engine/metabase/keys.tsv'), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .slice(1);
  for (const row of rows) {
    const [line = '', wanted = ''] = row.split('\t');
    it(line, () => {
      const use = useOf(line);
      assert.ok(use);
      const none = /^none: (.*)/.exec(wanted)?.[1];
      if (none !== undefined) assert.equal(use.successor, none);
      else assert.equal(appcmdOf(line), wanted);
    });
  }

  it('names each key of its table, and each has a meaning', () => {
    const inTable = new Set(
      rows.map((row) => /([^/\s]+)(?: |$)/.exec(row.split('\t')[0]?.replace(/^set \S*\//, '') ?? '')?.[1]),
    );
    assert.ok(inTable.size > 115);
    for (const { meaning, name } of metabaseKeys) assert.ok(meaning.endsWith('.') && meaning.length < 130, name);
  });

  it('writes what the schema has, for every key at every place', () => {
    let count = 0;
    for (const key of metabaseKeys)
      for (const at of key.at)
        for (const values of [
          null,
          ['1'],
          ['D, 60'],
          ['404,*,FILE,C:\\a.htm'],
          ['.a,C:\\a.dll,5,GET'],
          [':80:'],
          ['6'],
        ]) {
          const place = metabasePlace(PATHS[at].replace(/\/$/, ''));
          assert.equal(place?.at, at);
          if (typeof key.successor === 'string') continue;
          for (const step of key.successor(place, values).steps) {
            count++;
            assertKnown(step, key.name);
          }
        }
    assert.ok(count > 1_000);
  });

  it('takes flags and names of enumerations from the schema', () => {
    for (const [line, section, attribute] of [
      ['w3svc/1/root/AccessFlags 65535', 'system.webServer/handlers', 'accessPolicy'],
      ['w3svc/1/root/DirBrowseFlags 62', 'system.webServer/directoryBrowse', 'showFlags'],
    ] as const) {
      const names = schema.section(section)?.attributes.get(attribute)?.names;
      const [, written = ''] = new RegExp(`/${attribute}:"?([\\w,]+)`).exec(appcmdOf(`set ${line}`)) ?? [];
      assert.ok(written.split(',').length >= 5);
      for (const one of written.split(',')) assert.ok(names?.has(one), `${attribute} ${one}`);
    }
  });

  it('keeps passwords to itself', () => {
    for (const line of [
      'set w3svc/AppPools/Shop/WAMUserPass Secret1!',
      'set w3svc/1/root/AnonymousUserPass Secret1!',
      'set w3svc/1/root/img/UNCPassword Secret1!',
      'set w3svc/wamuserpass Secret1!',
    ]) {
      const use = useOf(line);
      assert.ok(use?.isSecret, line);
      assert.doesNotMatch(adsutilHover(use), /Secret1/);
    }
  });

  it('says the commands of the seed', () => {
    assert.match(reasonOf(useOf('set w3svc/wamuserpass "NewPassword"')), /identity of the application pool/);
    assert.equal(useOf('run synciwam.vbs -v'), null);
  });

  it('says what works on paths', () => {
    assert.equal(appcmdOf('START_SERVER w3svc/1'), 'start site "SITE"');
    assert.equal(appcmdOf('stop_server w3svc/1'), 'stop site "SITE"');
    assert.equal(appcmdOf('enum w3svc/AppPools'), 'list apppool');
    assert.equal(appcmdOf('ENUM w3svc/1/root -s:WEB1'), 'list config "SITE"');
    assert.equal(appcmdOf('CREATE w3svc/AppPools/Shop IIsApplicationPool'), 'add apppool /name:"Shop"');
    assert.equal(
      appcmdOf('CREATE w3svc/1/root/img "IIsWebVirtualDir"'),
      'add vdir /app.name:"SITE/" /path:"/img" /physicalPath:"FOLDER"',
    );
    assert.match(appcmdOf('APPCREATEPOOLPROC w3svc/1/root/shop'), /^add app \/site\.name:"SITE" \/path:"\/shop"/);
    assert.equal(appcmdOf('delete w3svc/AppPools/Shop'), 'delete apppool "Shop"');
    assert.equal(appcmdOf('set w3svc/AppPools/Shop/AppPoolCommand 2'), 'stop apppool "Shop"');
    assert.match(reasonOf(useOf('PAUSE_SERVER w3svc/1')), /paused/);
    assert.match(reasonOf(useOf('FIND w3svc/Path')), /search config/);
  });

  it('claims nothing of what it does not know', () => {
    for (const line of [
      'set w3svc/1/NoSuchKey 1',
      'set smtpsvc/1/MaxConnections 5',
      'set w3svc/1/filters/x/Path a',
      // There it is about one way to compress and not about the whole server.
      'set w3svc/filters/compression/gzip/HcDoDynamicCompression true',
      'dance w3svc',
    ])
      assert.equal(useOf(line), null, line);
    // A value that cannot be one of this key is to be filled in.
    assert.match(appcmdOf('set w3svc/AppPools/Shop/IdleTimeout soon'), /idleTimeout:VALUE$/);
    assert.match(appcmdOf('set w3svc/AppPools/Shop/AppPoolIdentityType 9'), /identityType:VALUE$/);
    assert.match(appcmdOf('set w3svc/1/root/DefaultDoc "a\';b.htm"'), /value='FILE'/);
    assert.match(appcmdOf('set w3svc/1/root/AuthFlags %FLAGS%'), /enabled:VALUE/);
  });

  it('writes PowerShell that its grammar takes and Windows PowerShell knows', async () => {
    for (const row of rows) {
      const line = row.split('\t')[0] ?? '';
      const use = useOf(line);
      const today = use && translated(use);
      for (const text of today ? [...today.webAdministration, ...today.iisAdministration] : []) {
        assert.ok(!(await grammarFaults({ file: 'a.ps1', text: `${text}\n` })), text);
        assert.doesNotMatch(text, /&&|\|\||\?\?|\?\./);
      }
      for (const text of today?.appcmd ?? [])
        assert.ok(!(await grammarFaults({ file: 'a.cmd', text: `${text}\n` })), text);
    }
  });

  it('stays one paragraph a line for hostile paths', () => {
    for (const name of ['`x`', '<b>', '[a](b)', '%USERNAME%', '"&calc"']) {
      const use = useOf(`set w3svc/AppPools/${name}/IdleTimeout 5`);
      if (use) assert.doesNotMatch(adsutilHover(use), /<b>|\]\(b\)|calc/);
    }
  });
});

/** Whether the schema has the attribute or collection that a step names. */
function assertKnown(step: Step, key: string): void {
  if (step.do === 'run') return;
  const { on } = step;
  const entry = (section: string, child: string): ElementSchema | undefined =>
    schema.section(section)?.collection?.entries.get(child);
  const sites = 'system.applicationHost/sites';
  const application =
    entry(sites, 'site')?.elements.get('application') ?? entry(sites, 'site')?.collection?.entries.get('application');
  const start =
    on.of === 'section'
      ? schema.section(on.section)
      : on.of === 'pool' || on.of === 'poolDefaults'
        ? entry('system.applicationHost/applicationPools', 'add')
        : on.of === 'app'
          ? application
          : on.of === 'vdir'
            ? application?.collection?.entries.get('virtualDirectory')
            : entry(sites, 'site');
  assert.ok(start, `${key}: ${JSON.stringify(on)}`);
  const written = step.do === 'add' ? step.collection : step.attribute;
  const names = written.split('.').filter((one) => one !== '');
  let element: ElementSchema = start;
  for (const [place, name] of names.entries()) {
    const child = element.elements.get(name);
    if (child) element = child;
    else
      assert.ok(place === names.length - 1 && step.do !== 'add' && element.attributes.has(name), `${key}: ${written}`);
  }
  if (step.do === 'add') {
    const entries = [...(element.collection?.entries.values() ?? [])];
    for (const [field] of step.fields)
      assert.ok(
        entries.some(({ attributes }) => attributes.has(field)),
        `${key}: ${written} ${field}`,
      );
  }
}
