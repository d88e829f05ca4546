import assert from 'node:assert/strict';
import { jobLines } from '../../../src/transports/powershell/job';
import { scripts } from '../../../src/transports/powershell/scripts.generated';
import { powershellFaults, type Permitted } from '../../kit/powershell';

const permitted: Permitted = {
  commands: [
    ...['ConvertFrom-Json', 'ConvertTo-Json', 'ForEach-Object', 'Get-CimInstance', 'Get-Command', 'Get-Process'],
    ...['Invoke-Command', 'New-Object', 'New-PSSession', 'New-PSSessionOption', 'Out-String', 'Remove-Item'],
    ...['Remove-PSSession', 'Select-Object', 'Stop-Process', 'Wait-Process', 'Where-Object'],
  ],
  programs: [],
};

/** A text of ours is made a script here, and a command that the user has seen; nothing else is. */
const isOurs = (fault: string): boolean => fault.startsWith('a text that runs');

describe('the scripts of the PowerShell processes', () => {
  for (const [name, script] of Object.entries(scripts)) {
    it(`${name}: plain Windows PowerShell`, async () => {
      const own = Array.from(script.matchAll(/^function global:([\w-]+)/gm), ([, one]) => one ?? '');
      const faults = await powershellFaults(script, { ...permitted, commands: [...permitted.commands, ...own] });
      assert.deepEqual(
        faults.filter((fault) => !isOurs(fault)),
        [],
      );
    });

    it(`${name}: is ASCII`, () => assert.match(script, /^[\n\x20-\x7e]*\n$/));
  }

  it('make scripts of our texts and of commands only', () => {
    const made = (name: string) => Array.from((scripts[name] ?? '').matchAll(/\[scriptblock\]::Create\((\$\w+)\)/g));
    assert.deepEqual(
      made('process').map(([, text]) => text),
      ['$Text', '$Text'],
    );
    assert.deepEqual(
      made('run').map(([, text]) => text),
      ['$Command'],
    );
  });

  it('change no setting of this machine', () =>
    assert.doesNotMatch(Object.values(scripts).join(''), /TrustedHosts|WSMan:|Basic|Unencrypted|Set-Item|Enable-/i));
});

describe('the lines of a job', () => {
  it('are two, in ASCII, with every value as base64', () => {
    const lines = jobLines('1.2.3', 'abc', {
      kind: 'run',
      asked: { key: "'; Stop-Computer #" },
      text: '\u2018 $(x)',
      command: 'net stop WAS /y\n& calc',
    });
    assert.equal(lines.length, 2);
    for (const line of lines) assert.match(line, /^[\x20-\x7e]+$/);
    const encoded = /FromBase64String\('(?<text>[^']+)'\)/.exec(lines[0] ?? '')?.groups?.text ?? '';
    const script = Buffer.from(encoded, 'base64').toString('utf8');
    assert.match(script, /^# IIS Doctor 1\.2\.3 run\nInvoke-DoctorJob 'abc' 'run'(?: '[A-Za-z0-9+/=]+'){3}\n$/);
    assert.equal(lines[1], "'IIS-DOCTOR abc .end ' + $ExecutionContext.SessionState.LanguageMode");
  });
});
