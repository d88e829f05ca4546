import assert from 'node:assert/strict';
import type { CheckReport } from '../../../../src/engine/render/checked';
import { sarif } from '../../../../src/engine/render/sarif';
import { configRules } from '../../../../src/engine/rules/config/index.generated';
import { unusedSuppression } from '../../../../src/engine/rules/unusedSuppression';
import { checkExample } from '../../../kit/rules';
import { sarifFaults } from '../../../kit/sarifSchema';

interface Log {
  runs: {
    tool: {
      driver: { version: string; rules: { id: string; help: { text: string }; defaultConfiguration: object }[] };
    };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: [{ physicalLocation: { artifactLocation: object; region: Record<string, number> } }];
      relatedLocations?: { physicalLocation: object }[];
      fixes?: { artifactChanges: [{ replacements: { deletedRegion: object; insertedContent?: object }[] }] }[];
      partialFingerprints: Record<string, string>;
    }[];
  }[];
}

const rules = new Map([...configRules, unusedSuppression].map((rule) => [rule.id, rule]));
const report = (text: string, path = 'site/web.config'): CheckReport => {
  const { findings, leftOut, document } = checkExample(text);
  return { files: [{ path, text: document.text, findings, leftOut }], rules };
};
const write = (one: CheckReport): string => sarif(one, { version: '1.2.3', problems: [] });
const run = (one: CheckReport): Log['runs'][number] => (JSON.parse(write(one)) as Log).runs[0]!;

const DUPLICATE =
  '<system.webServer>\n<security><requestFiltering><fileExtensions>\n<add fileExtension=".zz" allowed="true" />\n<add fileExtension=".zz" allowed="true" />\n</fileExtensions></requestFiltering></security>\n</system.webServer>';

describe('findings as SARIF', () => {
  it('are what the official schema wants, for every rule', function () {
    const examples = configRules.flatMap(({ examples: { bad } }) => bad);
    const files = examples.map((example, i) => {
      const { findings, leftOut, document } = checkExample(example);
      return { path: i % 3 ? `a b/${i}/web.config` : `/tmp/${i}/web.config`, text: document.text, findings, leftOut };
    });
    const leftOut = new Map([['unknown-element', 7]]);
    const text = sarif(
      { files: [...files, { path: 'C:/x/web.config', text: '', findings: [], leftOut }], rules },
      { version: '1.2.3', problems: ['"x" could not be read: it is a folder.'] },
    );
    const faults = sarifFaults(text);
    if (!faults) this.skip();
    assert.deepEqual(faults, []);
  });

  it('have their place, the other place and what would be changed', () => {
    const { results, tool } = run(report(DUPLICATE));
    const result = results.find(({ ruleId }) => ruleId === 'duplicate-entry');
    assert.ok(result);
    assert.equal(tool.driver.rules[result.ruleIndex]?.id, 'duplicate-entry');
    assert.equal(tool.driver.version, '1.2.3');
    const [{ physicalLocation }] = result.locations;
    assert.deepEqual(physicalLocation.artifactLocation, { uri: 'site/web.config', uriBaseId: '%SRCROOT%' });
    assert.deepEqual(physicalLocation.region, { startLine: 5, startColumn: 1, endLine: 5, endColumn: 43 });
    assert.equal(result.relatedLocations?.length, 1);
    assert.deepEqual(result.fixes?.[0]?.artifactChanges[0].replacements, [
      { deletedRegion: { startLine: 5, startColumn: 1, endLine: 6, endColumn: 1 } },
    ]);
  });

  it('keep their fingerprint when lines move, and have different ones', () => {
    const prints = (text: string): string[] =>
      run(report(text)).results.flatMap((one) => Object.values(one.partialFingerprints));
    const twice = `${DUPLICATE}<system.web><pagess /></system.web>`;
    assert.deepEqual(prints(`\n\n${twice}`), prints(twice));
    assert.equal(new Set(prints(twice)).size, prints(twice).length);
  });

  it('make no link out of a text of the document', () => {
    const { results } = run(
      report('<system.webServer><directoryBrowse enabled="[x](http://evil)" /></system.webServer>'),
    );
    assert.ok(results[0]?.message.text.includes('\\[x\\](http://evil)'), results[0]?.message.text);
  });

  it('encode paths, and name those outside by their whole address', () => {
    const uri = (path: string): object =>
      run(report('<appSettingss />', path)).results[0]!.locations[0].physicalLocation.artifactLocation;
    assert.deepEqual(uri('a b/ü#.config'), { uri: 'a%20b/%C3%BC%23.config', uriBaseId: '%SRCROOT%' });
    assert.deepEqual(uri('C:/x y/web.config'), { uri: 'file:///C:/x%20y/web.config' });
    assert.deepEqual(uri('/srv/web.config'), { uri: 'file:///srv/web.config' });
  });
});
