import assert from 'node:assert/strict';
import type { AttributeData, SchemaData } from '../../../../src/engine/schema/data';
import type { AttributeSchema, ElementSchema } from '../../../../src/engine/schema/model';
import { Schema } from '../../../../src/engine/schema/schema';
import { checkValue, isEncrypted, namedAs, type ValueProblem } from '../../../../src/engine/schema/values';
import { attributeOf, schema } from '../../../kit/schema';

/** An attribute as a schema would have it. */
function attributeFrom(data: AttributeData): AttributeSchema {
  const made: SchemaData = { sections: { s: { attributes: { a: data } } } };
  const attribute = new Schema(made).section('s')?.attributes.get('a');
  assert.ok(attribute);
  return attribute;
}

const problem = (value: string, data: AttributeData): ValueProblem['kind'] | null =>
  checkValue(value, attributeFrom(data))?.kind ?? null;

interface Case {
  readonly what: string;
  readonly is: AttributeData;
  readonly good: readonly string[];
  readonly bad: Readonly<Partial<Record<ValueProblem['kind'], readonly string[]>>>;
}

const cases: readonly Case[] = [
  {
    what: 'bool',
    is: { type: 'bool' },
    good: ['true', 'false', 'True', 'FALSE', ' true '],
    bad: { notBool: ['yes', '1', '0', 'truee', 'on'], empty: ['', '  '] },
  },
  {
    what: 'enum',
    is: { type: 'enum', names: { Integrated: 0, Classic: 1 } },
    good: ['Integrated', 'classic', 'CLASSIC', '1', ' Classic'],
    bad: { unknownName: ['Classical', 'Integrated,Classic', 'true'], empty: [''] },
  },
  { what: 'enum without names', is: { type: 'enum' }, good: ['x'], bad: { empty: [''] } },
  {
    what: 'flags',
    is: { type: 'flags', names: { None: 0, Read: 1, Script: 512 } },
    good: ['Read', 'Read, Script', 'read,script', '', ' ', 'Read,', '513', 'Read ,  Script'],
    bad: { unknownName: ['Reed', 'Read Script', 'Read;Script', 'Read, Execute', 'Read|Script'] },
  },
  {
    what: 'uint',
    is: { type: 'uint' },
    good: ['0', '4294967295', '007', '0xFF', '0xffffffff', ' 5 '],
    bad: {
      outOfRange: ['4294967296', '-1', '0x100000000', '9'.repeat(5000)],
      notNumber: ['1.5', '1,000', 'ten', '5 MB', '0x', '0xg', '+5', 'Infinite'],
      empty: [''],
    },
  },
  {
    what: 'int',
    is: { type: 'int' },
    good: ['-2147483648', '2147483647', '-1'],
    bad: { outOfRange: ['-2147483649', '2147483648'], notNumber: ['-', '--1', '1e3'] },
  },
  {
    what: 'int64',
    is: { type: 'int64' },
    good: ['-9223372036854775808', '9223372036854775807'],
    bad: { outOfRange: ['-9223372036854775809', '9223372036854775808'] },
  },
  {
    what: 'int that may be infinite',
    is: { type: 'int', infinite: true },
    good: ['Infinite', 'infinite', '5'],
    bad: {},
  },
  {
    what: 'integerRange',
    is: { type: 'uint', validation: 'integerRange 10,65535' },
    good: ['10', '65535', '1000'],
    bad: { outOfRange: ['9', '65536', '4294967296', '-10'] },
  },
  {
    what: 'integerRange with a negative end',
    is: { type: 'int', validation: 'integerRange -1,999' },
    good: ['-1', '999'],
    bad: { outOfRange: ['-2', '1000'] },
  },
  {
    what: 'integerRange that excludes',
    is: { type: 'uint', validation: 'integerRange 0,1023,exclude' },
    good: ['1024', '4294967295'],
    bad: { outOfRange: ['0', '1023', '4294967296'] },
  },
  {
    what: 'a range that we cannot read',
    is: { type: 'uint', validation: 'integerRange a,b' },
    good: ['5'],
    bad: {},
  },
  {
    what: 'timeSpan',
    is: { type: 'timeSpan' },
    good: ['00:20:00', '1.05:00:00', '29:00:00', '00:00:00.1', '-00:01:00', '10675199.02:48:05.4775807', '20'],
    bad: {
      notTimeSpan: [
        '20 minutes',
        '00:20',
        '1.05:00',
        '00:20:00:',
        '1h',
        '00.20.00',
        'PT20M',
        '1.2.3',
        ':20:00',
        '00:aa:00',
      ],
      infinite: ['Infinite'],
      empty: [''],
    },
  },
  {
    what: 'timeSpan that may be infinite',
    is: { type: 'timeSpan', infinite: true },
    good: ['Infinite', '00:00:01'],
    bad: {},
  },
  {
    what: 'timeSpanRange',
    is: { type: 'timeSpan', validation: 'timeSpanRange 60,2592000,60' },
    good: ['00:01:00', '30.00:00:00', '720:00:00', '00:20:00'],
    bad: {
      outOfRange: ['00:00:59', '00:00:00', '30.00:01:00', '-00:01:00'],
      notMultiple: ['00:01:30', '00:20:01'],
    },
  },
  {
    what: 'timeSpanRange that excludes',
    is: { type: 'timeSpan', validation: 'timeSpanRange 1,59,1,exclude' },
    good: ['00:00:00', '00:01:00'],
    bad: { outOfRange: ['00:00:01', '00:00:59'] },
  },
  {
    what: 'a time in minutes',
    is: { type: 'timeSpan', format: 'minutes', validation: 'timeSpanRange 60,6000,60' },
    good: ['1', '100'],
    bad: { outOfRange: ['0', '101'], notTimeSpan: ['00:20:00', '20m', '1.5'] },
  },
  {
    what: 'a time in seconds',
    is: { type: 'timeSpan', format: 'seconds', validation: 'timeSpanRange 0,110,1' },
    good: ['0', '110'],
    bad: { outOfRange: ['111', '-1'], notTimeSpan: ['00:00:30'] },
  },
  { what: 'string', is: {}, good: ['', ' anything ', '%SystemDrive%\\x'], bad: {} },
  {
    what: 'nonEmptyString',
    is: { validation: 'nonEmptyString', expanded: true },
    good: ['x', ' ', '%windir%'],
    bad: { empty: [''] },
  },
  {
    what: 'requireTrimmedString',
    is: { validation: 'requireTrimmedString' },
    good: ['x', 'a b', ''],
    bad: { blanksAtEnds: [' x', 'x ', '\tx', ' '] },
  },
  {
    what: 'applicationPoolName',
    is: { validation: 'applicationPoolName' },
    good: ['DefaultAppPool', '.NET v4.5 Classic', "Bob's (test) #1", 'Käse_-.!'],
    bad: { forbiddenCharacters: '|<>&\\"/[]+=;:,?*@'.split('').map((sign) => `a${sign}b`) },
  },
  {
    what: 'siteName',
    is: { validation: 'siteName' },
    good: ['Default Web Site', 'a.b:80', 'a&b'],
    bad: { forbiddenCharacters: ['a/b', 'a?b'] },
  },
  ...(['applicationPath', 'virtualDirectoryPath'] as const).map((kind) => ({
    what: kind,
    is: { validation: kind },
    good: ['/', '/a', '/a/b', '/.well-known', '/a..b', '/a.'],
    bad: { badPath: ['', 'a', 'a/b', '/a/', '//', '/.', '/..', '/a/../b', '/a/./b', '/a/..'] },
  })),
  {
    what: 'a secret',
    is: { encrypted: true, validation: 'nonEmptyString' },
    good: ['[enc:IISWASOnlyAesProvider:NqCVuw==:enc]', '[enc:AesProvider::enc]', 'plain'],
    bad: { empty: [''] },
  },
];

describe('checkValue', () => {
  for (const { what, is, good, bad } of cases) {
    it(`${what}: lets through what is right`, () => {
      for (const value of good) assert.equal(problem(value, is), null, value.slice(0, 40));
    });
    for (const [kind, values] of Object.entries(bad))
      it(`${what}: says ${kind}`, () => {
        for (const value of values) assert.equal(problem(value, is), kind, value.slice(0, 40));
      });
  }

  it('says what was meant and what is allowed', () => {
    assert.deepEqual(checkValue('Intergrated', attributeFrom({ type: 'enum', names: { Integrated: 0, Classic: 1 } })), {
      kind: 'unknownName',
      name: 'Intergrated',
      names: ['Integrated', 'Classic'],
      meant: 'Integrated',
    });
    assert.deepEqual(checkValue('Read, Scirpt', attributeOf('system.webServer/handlers', '@accessPolicy')), {
      kind: 'unknownName',
      name: 'Scirpt',
      names: [...attributeOf('system.webServer/handlers', '@accessPolicy').names.keys()],
      meant: 'Script',
    });
    assert.deepEqual(checkValue('5', attributeFrom({ type: 'uint', validation: 'integerRange 10,65535' })), {
      kind: 'outOfRange',
      min: 10,
      max: 65535,
      exclude: false,
      unit: null,
    });
    assert.deepEqual(checkValue('99999999999', attributeFrom({ type: 'uint' })), {
      kind: 'outOfRange',
      min: 0,
      max: 4294967295,
      exclude: false,
      unit: null,
    });
    assert.deepEqual(
      checkValue('00:01:30', attributeFrom({ type: 'timeSpan', validation: 'timeSpanRange 0,600,60' })),
      {
        kind: 'notMultiple',
        seconds: 60,
      },
    );
    assert.deepEqual(checkValue('a/b?c/d', attributeFrom({ validation: 'siteName' })), {
      kind: 'forbiddenCharacters',
      found: '/?',
    });
    for (const [value, why] of [
      ['a', 'noSlashAtStart'],
      ['/a/', 'slashAtEnd'],
      ['/a/..', 'dotSegment'],
    ])
      assert.deepEqual(checkValue(value ?? '', attributeFrom({ validation: 'applicationPath' })), {
        kind: 'badPath',
        why,
      });
  });

  it('agrees with every default of the schema', () => {
    const wrong: string[] = [];
    let checked = 0;
    const visit = (element: ElementSchema, path: string): void => {
      for (const attribute of element.attributes.values()) {
        if (attribute.defaultValue === null) continue;
        checked++;
        const found = checkValue(attribute.defaultValue, attribute);
        if (found) wrong.push(`${path}/@${attribute.name}="${attribute.defaultValue}": ${found.kind}`);
      }
      for (const child of [...element.elements.values(), ...(element.collection?.entries.values() ?? [])])
        visit(child, `${path}/${child.name}`);
    };
    for (const path of schema.paths) visit(schema.section(path)!, path);
    assert.ok(checked > 900, `${checked} defaults`);
    assert.deepEqual(wrong, []);
  });

  it('takes hostile values in linear time', () => {
    const start = performance.now();
    for (const sign of ['9', ':', '1:', '1.', '-', ',', ' ', '/', '[enc:', 'a'])
      for (const is of [
        { type: 'timeSpan', validation: 'timeSpanRange 0,60,60' },
        { type: 'uint', validation: 'integerRange 0,60' },
        { type: 'flags', names: { None: 0 } },
        { encrypted: true, validation: 'applicationPath' },
        { validation: 'applicationPoolName' },
        { validation: 'requireTrimmedString' },
      ] as const)
        problem(sign.repeat(50_000), is);
    assert.ok(performance.now() - start < 2000);
  });
});

describe('reading values', () => {
  it('the schema’s spelling of a name', () => {
    const attribute = attributeFrom({ type: 'enum', names: { RemoteOnly: 0, On: 1, Off: 2 } });
    assert.equal(namedAs('off', attribute), 'Off');
    assert.equal(namedAs('On', attribute), 'On');
    assert.equal(namedAs('of', attribute), null);
  });

  it('secrets', () => {
    assert.ok(isEncrypted('[enc:AesProvider:abc:enc]'));
    assert.ok(!isEncrypted('enc:AesProvider:abc:enc') && !isEncrypted('[enc:abc]') && !isEncrypted('[enc:a:b'));
  });
});
