import assert from 'node:assert/strict';
import { programArguments } from '../../../../src/transports/demo/commands/commandLine';
import { cmdArgument, psArgument } from '../../../../src/engine/remedies/commands/quoting';
import type { Plan } from '../../../../src/engine/remedies/plan';
import { planBatch } from '../../../../src/engine/remedies/render/batch';
import { planMarkdown } from '../../../../src/engine/remedies/render/markdown';
import { planPowershell } from '../../../../src/engine/remedies/render/powershellScript';
import type { Remedy } from '../../../../src/engine/remedies/remedy';
import { profiles } from '../../../../src/engine/rules/rule';
import { findCommands } from '../../../../src/engine/scripts/findCommands';
import { begin, hostileNames, triedRemedies, type Attempt } from '../../../kit/attempts';
import { grammarFaults } from '../../../kit/grammars';
import { powershellFaults } from '../../../kit/powershell';
import { checkScriptExample } from '../../../kit/scripts';
import { BEGIN } from '../../../kit/simulated';

const tried = triedRemedies();

/** What a script may call: programs of Windows, and cmdlets of Windows PowerShell 3.0. */
const PROGRAMS =
  `appcmd cscript nslookup net sc wevtutil netsh schtasks reg icacls powershell whoami ping find findstr fltmc hostname chcp
  dism cmd`.split(/\s+/);
const CMDLETS =
  `Write-Host Out-Host Out-Null Read-Host New-Object Start-Sleep ForEach-Object Where-Object Get-Item Test-Path
  Set-ItemProperty Get-ItemProperty Remove-ItemProperty Get-Acl Set-Acl Get-Service Get-Content Set-Content Remove-Item
  Out-File Get-ChildItem Get-Process Select-Object Out-String New-ItemProperty New-Item`.split(/\s+/);

describe('scripts made from plans', function () {
  this.timeout(120_000);

  for (const { remedy, attempts } of tried)
    for (const attempt of attempts) {
      const renamings = [
        {},
        ...hostileNames.map((name) => Object.fromEntries((attempt.names ?? []).map((one) => [one, name]))),
      ];
      it(`${remedy.id}, ${attempt.name}: are faultless, whatever things are called`, async () => {
        for (const renaming of attempt.names ? renamings : [{}]) {
          const { plan } = await begin(remedy, attempt, renaming);
          await assertFaultless(plan, remedy, attempt);
        }
      });
    }

  it('quote every name so that a program gets it as it is', () => {
    for (const name of [...hostileNames, 'a"b', '"', '\\', 'a\\"b', '%', '']) {
      if (name !== '')
        assert.deepEqual(programArguments([valueInPowershell(psArgument(`/name:${name}`))]), [`/name:${name}`]);
      assert.deepEqual(takenApart(cmdArgument(`/name:${name}`)), `/name:${name}`);
    }
  });

  it('say in plain lines what servers call things', async () => {
    const { remedy, attempts } = tried.find((one) => one.remedy.id === 'safe-restart') ?? assert.fail();
    const { plan } = await begin(remedy, attempts[0] ?? assert.fail());
    const evil = 'x\r\nnet stop WAS /y\n" & shutdown /r & rem %PATH% \u2028shutdown';
    const bad: Plan = { ...plan, title: evil, server: evil, verdict: evil, evidence: [evil], leftovers: [evil] };
    const batch = planBatch(bad, remedy, BEGIN) ?? '';
    const names = findCommands('batch', batch).commands.map(({ name }) => name);
    assert.ok(!names.includes('net') && !names.includes('shutdown'), names.join(' '));
    const powershell = planPowershell(bad, remedy, BEGIN);
    const own = findCommands('powershell', powershell).commands.map(({ name }) => name);
    assert.ok(!own.includes('net') && !own.includes('shutdown'), own.join(' '));
  });
});

async function assertFaultless(plan: Plan, remedy: Remedy, { name }: Attempt): Promise<void> {
  const label = `${remedy.id}, ${name}`;
  const powershell = planPowershell(plan, remedy, BEGIN);
  assertLines(powershell.slice(1), label);
  const programs = PROGRAMS.map((one) => `${one}.exe`);
  // What nobody but a person runs may call Windows itself.
  const own = plan.runs ? [] : ['Add-Type', 'Import-Module', 'Get-Credential'];
  const faults = await powershellFaults(powershell.slice(1), {
    commands: [...CMDLETS, ...programs, ...own],
    programs: [...programs, 'advapi32.dll', 'kernel32.dll', 'iwam-sync.vbs', 'synciwam.vbs', 'dllhost.exe'],
  });
  assert.deepEqual(
    faults.filter((one) => plan.runs || !one.startsWith('a text that runs')),
    [],
    label,
  );
  assertClean(powershell, 'repair.ps1', label);
  const batch = planBatch(plan, remedy, BEGIN);
  if (batch !== null) {
    assertLines(batch, label);
    assert.ok(!(await grammarFaults({ text: batch, file: 'repair.cmd' })), `the grammar takes it\n${batch}`);
    assertClean(batch, 'repair.cmd', label);
    const labels = [...batch.matchAll(/^:(\w+)/gm)].map(([, one]) => one);
    assert.equal(new Set(labels).size, labels.length, 'every label stands once');
    for (const [, to = ''] of batch.matchAll(/\b(?:goto|call) :(\w+)/g))
      assert.ok(labels.includes(to), `:${to} is there`);
  }
  for (const { name, text } of plan.files ?? []) assertLines(text, name);
  const markdown = planMarkdown(plan, remedy);
  for (const { command } of plan.steps)
    for (const line of command?.powershell.split('\n') ?? [])
      assert.ok(markdown.includes(line), `the runbook has ${line}`);
}

function assertLines(text: string, label: string): void {
  assert.ok(text.endsWith('\r\n'), label);
  assert.ok(!/[^\r]\n/.test(text), `${label}: Windows line ends`);
}

function assertClean(text: string, file: string, label: string): void {
  for (const profile of profiles) {
    const found = checkScriptExample({ text, file }, profile).findings;
    assert.deepEqual(
      found.map(({ rule, start, end }) => `${rule}: ${text.slice(start - 60, end)}`),
      [],
      `${label} ${file}`,
    );
  }
}

/** The value of a word of PowerShell. */
const valueInPowershell = (word: string): string =>
  word.startsWith("'") ? word.slice(1, -1).replace(/(['\u2018\u2019\u201A\u201B])\1/g, '$1') : word;

/** What a program gets from a batch file: cmd takes its own signs away first, then the C runtime reads the line. */
function takenApart(word: string): string {
  let isInside = false;
  let line = '';
  for (let i = 0; i < word.length; i++) {
    const sign = word[i] ?? '';
    if (sign === '%') {
      assert.equal(word[++i], '%', 'percent signs are doubled');
      line += '%';
    } else if (sign === '^' && !isInside) line += word[++i] ?? '';
    else {
      if (sign === '"') isInside = !isInside;
      else assert.ok(isInside || !/[&|<>()]/.test(sign), `${sign} is quoted`);
      line += sign;
    }
  }
  assert.ok(!isInside, 'what follows is not quoted');
  const [found = '', ...more] = programArguments([line.startsWith('"') ? line : line]);
  assert.deepEqual(more, []);
  return found;
}
