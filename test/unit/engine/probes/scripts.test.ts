import assert from 'node:assert/strict';
import { asOneLine, questionText } from '../../../../src/engine/probes/envelope';
import { probes } from '../../../../src/engine/probes/index.generated';
import { scripts } from '../../../../src/engine/probes/scripts.generated';
import { textOfBase64 } from '../../../../src/engine/text/base64';
import { defaultAliases, type Permitted, powershellFaults } from '../../../kit/powershell';

/** All that the scripts of probes may call. None of it changes anything. */
const permitted: Permitted = {
  commands: [
    ...[
      'ConvertFrom-Json',
      'ConvertTo-Json',
      'Get-Acl',
      'New-Object',
      'Select-Object',
      'Set-StrictMode',
      'Sort-Object',
    ],
  ],
  programs: ['appcmd.exe', 'sc.exe', 'netsh.exe', 'wevtutil.exe'],
  methods: [
    ...['Combine', 'IsPathRooted', 'GetFileName', 'Exists', 'GetFiles', 'GetDirectories', 'GetLastWriteTimeUtc'],
    ...['GetString', 'GetBytes', 'GetEncoding', 'FromBase64String', 'ToBase64String', 'ToArray', 'Replace', 'ToString'],
    ...['ToLowerInvariant', 'ToUniversalTime', 'StartsWith', 'Substring', 'TrimEnd', 'Join', 'Resize', 'Min', 'Seek'],
    ...['Open', 'OpenBaseKey', 'OpenSubKey', 'GetValue', 'GetValueNames', 'GetSubKeyNames', 'Close', 'CopyTo', 'Read'],
    ...['BeginRead', 'EndRead', 'WaitForExit', 'ComputeHash', 'Load', 'SelectSingleNode', 'GetAttribute'],
    ...['ExpandEnvironmentVariables', 'GetEnvironmentVariable', 'GetProcessesByName', 'GetCurrent', 'IsInRole'],
    ...['GetSddlForm', 'GetSecurityDescriptorSddlForm', 'Translate'],
    // Starts one of the four programs; what it may be told is looked at below.
    'Start',
  ],
};

/** What the programs are told. */
const orders =
  /^(?:list (?:site|app|vdir|apppool|wp|requests) \/xml|queryex (?:type= service state= all bufsize= 262144|HTTP)|http show (?:sslcert|urlacl|iplisten))$/;

describe('the scripts of the probes', () => {
  const names = Object.keys(scripts).filter((name) => name !== 'prelude');

  it('stand beside one reader each', () => {
    assert.equal(names.length, 15);
    assert.deepEqual(Object.keys(probes).sort(), [...names].sort());
    for (const [id, probe] of Object.entries(probes)) assert.equal(probe.id, id);
    for (const { reads } of Object.values(probes)) assert.match(reads, /^[a-z][\w .]+$/);
  });

  for (const [name, script] of Object.entries(scripts)) {
    it(`${name}: plain Windows PowerShell that changes nothing`, async () => {
      const whole = name === 'prelude' ? script : `${scripts.prelude ?? ''}${script}`;
      assert.deepEqual(await powershellFaults(whole, permitted), []);
    });

    it(`${name}: tells programs nothing but to list`, () => {
      const told = Array.from(script.matchAll(/Read-Program \$\w+ (?:'([^']*)'|(\$\w+))/g));
      assert.equal(told.length, script.match(/Read-Program \$/g)?.length ?? 0);
      for (const [, order, variable] of told)
        if (order !== undefined) assert.match(order, orders);
        else assert.deepEqual([name, variable], ['events', '$arguments']);
    });

    it(`${name}: is ASCII and ends with a line end, its lines are short`, () => {
      assert.match(script, /^[\n\x20-\x7e]*\n$/);
      for (const line of script.split('\n')) assert.ok(line.length <= 460, line);
    });
  }

  it('run in any language of Windows: they compare no words of programs', () => {
    for (const [name, script] of Object.entries(scripts))
      assert.doesNotMatch(script, /-(?:match|like) '(?!\^\(\?:W3SVC)/, name);
  });
});

describe('the scan of scripts', () => {
  const may: Permitted = { commands: ['Get-Item'], programs: ['sc.exe'], methods: ['Open'] };
  for (const [what, text, fault] of [
    ['a torn block', 'if ($a) { Get-Item', /no PowerShell/],
    ['an alias that hides a program', 'sc query', /an alias/],
    ['an alias of one sign', 'Get-Item | % { $_ }', /an alias|no PowerShell|not permitted/],
    ['a command that changes something', 'Set-Content x y', /command that is not permitted/],
    ['a program without its ending', 'netsh http show sslcert', /command that is not permitted/],
    ['another program', "$a = 'cmd.exe'", /program that is not permitted/],
    ['a method that writes', '$stream.Write($a)', /method that is not permitted/],
    ['a static method that deletes', "[IO.File]::Delete('x')", /method that is not permitted/],
    ['a pipeline chain', 'Get-Item a && Get-Item b', /pipeline chain/],
    ['a default for null', '$a = $b ?? 1', /null-conditional|no PowerShell/],
    ['a ternary', '$a = $b ? 1 : 2', /no PowerShell/],
    ['::new()', '$a = [Uri]::new(1)', /::new/],
    ['a class', 'class A { }', /keyword/],
    ['Invoke-Expression', 'Invoke-Expression $a', /a text that runs/],
    ['a text that runs by a method', '[scriptblock]::Create($a)', /a text that runs/],
    ['a parameter of PowerShell 7', 'Get-Item -AsHashtable', /PowerShell 6 or 7/],
  ] as const)
    it(`finds ${what}`, async () => {
      const faults = await powershellFaults(text, may);
      assert.ok(
        faults.some((one) => fault.test(one)),
        faults.join('\n') || 'none',
      );
    });

  it('reads texts and comments as such', async () => {
    const text = `# sc && iex ?? class X\nGet-Item 'a && b ?? c ::new('\n"x && $y"\n$a = 'sc.exe'\n$s.Open($a)\n`;
    assert.deepEqual(await powershellFaults(text, { ...may, programs: ['sc.exe'] }), []);
  });

  it('knows the aliases that hide something', () => {
    for (const alias of ['sc', 'where', '%', '?', 'curl', 'wget', 'sort', 'start', 'kill', 'type', 'dir', 'fc', 'set'])
      assert.ok(defaultAliases.has(alias), alias);
    assert.ok(defaultAliases.size > 150);
  });
});

describe('the text of a question', () => {
  const hostile = {
    dollar: '$(Stop-Service WAS) ${env:x} $x',
    quotes: '\' " \u2018 \u2019 \u201c \u201d \u201e `',
    lines: 'a\r\nb\nc\u2028d\u0085e\0',
    signs: '% & | ; < > ^ @ # { } [ ] ( )',
    long: "'$(x)\u{1F600}".repeat(1500),
  };

  it('holds values as base64 of JSON only', () => {
    const text = questionText('0.1.0', 'q7', [{ probe: 'web-configs', asked: { folders: Object.values(hostile) } }]);
    assert.match(text, /^# IIS Doctor 0\.1\.0 web-configs\n/);
    const [, asked = ''] = /^Write-Answer 'q7' 'web-configs' '([A-Za-z0-9+/=]+)' \{$/m.exec(text) ?? [];
    assert.deepEqual(JSON.parse(textOfBase64(asked)), { folders: Object.values(hostile) });
    assert.ok(hostile.long.length > 10_000);
    for (const value of Object.values(hostile)) assert.ok(!text.includes(value));
  });

  it('stays ASCII in one line whatever it holds', () => {
    const line = asOneLine(questionText('0.1.0', 'q7', [{ probe: 'web-configs', asked: hostile }]));
    assert.match(line, /^& \(\[scriptblock\]::Create\([A-Za-z0-9[\].:()]*\('[A-Za-z0-9+/=]+'\)\)\)\)$/);
    const [, encoded = ''] = /'([^']+)'/.exec(line) ?? [];
    assert.match(textOfBase64(encoded), /Write-Answer 'q7'/);
  });

  it('is whole PowerShell for all probes together', async () => {
    const all = Object.keys(probes).map((probe) => ({ probe, asked: {} }));
    assert.deepEqual(await powershellFaults(questionText('0.1.0', 'q1', all), permitted), []);
  });

  it('is refused for a probe that there is not', () => {
    assert.throws(() => questionText('0.1.0', 'q1', [{ probe: "x' ; y", asked: {} }]), /There is no probe/);
  });
});
