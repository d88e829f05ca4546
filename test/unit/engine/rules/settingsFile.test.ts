import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { configRules } from '../../../../src/engine/rules/config/index.generated';
import { readSettings } from '../../../../src/engine/rules/settingsFile';
import { settingsSchema } from '../../../../src/engine/rules/settingsSchema';

const RULES = ['duplicate-entry', 'invalid-boolean'];
const read = (text: string) => readSettings(text, RULES);

describe('a settings file', () => {
  it('says what a project wants', () => {
    const { settings, problems } = read(`{
      // comments are fine
      "$schema": "x",
      "profile": "hardening",
      "rules": { "duplicate-entry": "off", "invalid-boolean": "information", },
      "serverConfig": "server/applicationHost.config",
      "schema": "server/schema",
      "maps": { "C:\\\\inetpub": "src" },
      "exclude": ["legacy"],
    }`);
    assert.deepEqual(problems, []);
    assert.equal(settings.profile, 'hardening');
    assert.deepEqual(
      [...settings.severities],
      [
        ['duplicate-entry', 'off'],
        ['invalid-boolean', 'information'],
      ],
    );
    assert.equal(settings.serverConfig, 'server/applicationHost.config');
    assert.equal(settings.schema, 'server/schema');
    assert.deepEqual([...settings.maps], [['C:\\inetpub', 'src']]);
    assert.deepEqual(settings.exclude, ['legacy']);
  });

  for (const [text, at, message] of [
    ['{ "profil": "hardening" }', '"profil"', /no setting "profil"; did you mean profile\?/],
    ['{ "colour": 1 }', '"colour"', /The settings are .* and exclude\./],
    ['{ "rules": { "duplicate-enty": "off" } }', '"duplicate-enty"', /did you mean duplicate-entry\?/],
    ['{ "rules": { "nothing-like-it": "off" } }', '"nothing-like-it"', /"iis-doctor rules" lists them/],
    [
      '{ "rules": { "duplicate-entry": "warn" } }',
      '"warn"',
      /is one of error, warning, information or off, not "warn"/,
    ],
    ['{ "rules": [] }', '[]', /rules must be an object/],
    ['{ "profile": 1 }', '1', /profile is one of/],
    ['{ "exclude": "a" }', '"a"', /must be a list/],
    ['{ "exclude": [1] }', '1', /must be a text/],
    ['{ "maps": { "C:": 1 } }', '1', /must be a text/],
    ['{ "schema": null }', 'null', /must be a text/],
    ['{ "profile": "hardening", "profile": "hardening" }', '"profile"', /stands twice/],
    ['[]', '[]', /must hold one object/],
    ['{ "rules": ', '', /This is no JSON/],
  ] as const)
    it(`tells what is wrong in ${text}`, () => {
      const { problems } = read(text);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      const [{ start, end, message: said }] = problems as [(typeof problems)[number]];
      assert.match(said, message);
      if (at) assert.equal(text.slice(start, end), at);
    });

  it('may be hostile', () => {
    for (const text of [
      '['.repeat(200_000),
      '{"a":'.repeat(200_000),
      '',
      '\0',
      '"',
      '{"__proto__": {}, "constructor": 1}',
    ])
      assert.ok(read(text).problems.length || text === '', text.slice(0, 20));
    assert.deepEqual(read('').settings.exclude, []);
  });

  it('is what its schema describes', () => {
    const ajv = new Ajv({ strict: false });
    const validate = ajv.compile(settingsSchema(configRules));
    const ids = configRules.map(({ id }) => id);
    for (const text of [
      '{}',
      '{ "profile": "correctness", "rules": { "duplicate-entry": "off" }, "exclude": ["a"], "maps": { "C:": "b" } }',
      '{ "profile": "strict" }',
      '{ "rule": {} }',
      '{ "rules": { "no-rule": "off" } }',
      '{ "rules": { "duplicate-entry": "loud" } }',
      '{ "exclude": "a" }',
    ])
      assert.equal(validate(JSON.parse(text)), readSettings(text, ids).problems.length === 0, text);
  });
});
