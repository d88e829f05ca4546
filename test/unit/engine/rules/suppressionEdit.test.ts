import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/engine/config/edits';
import { readConfig } from '../../../../src/engine/config/document';
import { hierarchyOf } from '../../../../src/engine/config/surroundings';
import { checkConfig } from '../../../../src/engine/rules/checkConfig';
import { configRules } from '../../../../src/engine/rules/config/index.generated';
import type { ConfigRule } from '../../../../src/engine/rules/configRule';
import { suppressionEdit } from '../../../../src/engine/rules/suppressionEdit';
import type { Finding } from '../../../../src/engine/rules/rule';
import { readXml } from '../../../../src/engine/xml/parse';
import { asExample, shipped, wholeFile } from '../../../kit/rules';
import { schema } from '../../../kit/schema';

const check = (text: string, file = 'web.config', rules: readonly ConfigRule[] = configRules): readonly Finding[] => {
  const document = readConfig(file, text, schema);
  if (!document) return [];
  const hierarchy = hierarchyOf(document, schema, { server: null, shipped });
  return checkConfig(document, { rules, schema, hierarchy, choice: { profile: 'hardening' } }).findings;
};

/** Suppresses each finding of a rule in turn; each edit leaves the form as it was and silences what it is for. */
function assertSuppressible(text: string, rules: readonly ConfigRule[], file?: string): number {
  const faults = readXml(text).faults.length;
  const findings = check(text, file, rules).filter(
    ({ rule }) => rule !== 'xml-not-well-formed' && rule !== 'unused-suppression',
  );
  for (const finding of findings) {
    const edit = suppressionEdit(readXml(text), finding);
    assert.ok(edit, `${finding.rule} can be suppressed in ${text}`);
    const edited = applyEdits(text, [edit]);
    assert.equal(readXml(edited).faults.length, faults, `the form of ${edited}`);
    const left = check(edited, file, rules);
    const same = ({ rule, message }: Finding): boolean => rule === finding.rule && message === finding.message;
    assert.ok(left.filter(same).length < findings.filter(same).length, `${finding.rule} is silent in ${edited}`);
    assert.ok(!left.some(({ rule }) => rule === 'unused-suppression'), edited);
  }
  return findings.length;
}

const layouts: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'on one line': (text) => text.replace(/\r?\n\s*/g, ''),
  'on one line with a declaration': (text) => `<?xml version="1.0"?>${text.replace(/\r?\n\s*/g, '')}`,
  'with tags spread over lines': (text) => text.replace(/ (?=[\w:]+=")/g, '\n      '),
  'with CR LF and tags spread over lines': (text) => text.replace(/ (?=[\w:]+=")/g, '\r\n\t').replace(/\r?\n/g, '\r\n'),
  'behind a comment that ends on the line': (text) => `<!-- a\n b -->${text.replace(/\r?\n\s*/g, '')}`,
  'with a byte-order mark and an emoji': (text) => `\uFEFF<!-- \u{1F600} -->${text}`,
  'with ends of tags on lines of their own': (text) =>
    text.replace(/ ?\/>/g, '\n/>').replace(/<\/([\w.]+)>/g, '</$1\n>'),
};

describe('the suppression that is put above a finding', () => {
  for (const [name, layout] of Object.entries(layouts))
    it(`leaves every bad example of every rule well-formed and silent, ${name}`, () => {
      let count = 0;
      for (const rule of configRules)
        for (const example of rule.examples.bad) {
          const { file } = asExample(example);
          const text = wholeFile(asExample(example).text);
          if (readXml(text).faults.length) continue;
          count += assertSuppressible(layout(text), [rule], file);
        }
      assert.ok(count > 20);
    });

  it('has the indentation of its line', () => {
    const text =
      '<configuration>\r\n  <system.webServer>\r\n\t  <directoryBrowse enable="1" />\r\n  </system.webServer>\r\n</configuration>';
    const [finding] = check(text);
    assert.ok(finding);
    assert.equal(
      applyEdits(text, [suppressionEdit(readXml(text), finding)!]).split('\r\n')[2],
      '\t  <!-- iis-doctor-disable-next-line unknown-attribute: because ... -->',
    );
  });

  it('joins the suppression that stands there', () => {
    const text =
      '<configuration>\n<system.webServer>\n<!-- iis-doctor-disable-next-line invalid-number: old -->\n<directoryBrowse enable="1" /></system.webServer></configuration>';
    const finding = check(text).find(({ rule }) => rule === 'unknown-attribute')!;
    assert.match(
      applyEdits(text, [suppressionEdit(readXml(text), finding)!]),
      /<!-- iis-doctor-disable-next-line invalid-number, unknown-attribute: old -->\n<directoryBrowse/,
    );
  });
});
