import assert from 'node:assert/strict';
import { hierarchyOf } from '../../../../src/engine/config/surroundings';
import { unlockedElement } from '../../../../src/engine/config/unlocked';
import { exampleDocument, shipped } from '../../../kit/rules';
import { schema } from '../../../kit/schema';

const below = (text: string) => hierarchyOf(exampleDocument(text), schema, { server: null, shipped });

describe('what holds in a section that is locked for the file', () => {
  const section = 'system.webServer/security/access';
  const hierarchy = below(
    '<system.webServer><security><access sslFlags="Ssl" /></security></system.webServer><location path="a"><system.webServer><security><access sslFlags="None" /></security></system.webServer></location>',
  );

  it('is what the file itself says', () => {
    assert.equal(hierarchy.effective(section)?.element.text('sslFlags'), 'None');
    assert.equal(unlockedElement(hierarchy, schema, section)?.text('sslFlags'), 'Ssl');
    assert.equal(unlockedElement(hierarchy, schema, section, 'a')?.text('sslFlags'), 'None');
  });

  it('is what is inherited, where the file says nothing', () =>
    assert.equal(unlockedElement(below('<appSettings />'), schema, section)?.text('sslFlags'), 'None'));
});

describe('entries that .NET lets replace others', () => {
  const values = (hierarchy: ReturnType<typeof below>, section: string, attribute: string): string[] =>
    hierarchy.effective(section, 'x')?.element.entries.map((entry) => entry.text(attribute)) ?? [];

  it('in appSettings the deeper one counts', () => {
    const hierarchy = below(
      '<appSettings><add key="a" value="1" /></appSettings><location path="x"><appSettings><add key="A" value="2" /></appSettings></location>',
    );
    assert.deepEqual(values(hierarchy, 'appSettings', 'value'), ['2']);
    assert.deepEqual(hierarchy.effective('appSettings', 'x')?.problems, []);
  });

  it('in connectionStrings only one that says the same', () => {
    const twice = (second: string) =>
      below(
        `<connectionStrings><add name="a" connectionString="x" /></connectionStrings><location path="x"><connectionStrings><add name="a" connectionString="${second}" /></connectionStrings></location>`,
      ).effective('connectionStrings', 'x')?.problems.length;
    assert.equal(twice('x'), 0);
    assert.equal(twice('y'), 1);
  });
});
