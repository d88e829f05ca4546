import assert from 'node:assert/strict';
import { programPath } from '../../src/transports/powershell/program';
import type { Session } from '../../src/transports/session';
import { eventually, faultIn, lives, never, poolOver, server, surroundings } from '../kit/powershellPool';
import { difficultValues } from './contract';

/** A real PowerShell of this machine: what IIS_DOCTOR_PWSH names, else `pwsh` on the path. */
function realPowerShell(): string | null {
  try {
    return programPath(process.env.IIS_DOCTOR_PWSH ?? 'pwsh');
  } catch {
    return null;
  }
}

/** Stands in for the commands of remoting where there is no WinRM: a session is a scope of the same process. */
const REMOTING = `
function global:New-PSSessionOption { param([int] $OpenTimeout, [int] $IdleTimeout, [int] $MaxConnectionRetryCount, [switch] $SkipCACheck, [switch] $SkipCNCheck, [switch] $SkipRevocationCheck) $PSBoundParameters }
function global:New-PSSession {
  [CmdletBinding()] param($ComputerName, $Name, $SessionOption, $Port, [switch] $UseSSL, $Authentication, $Credential)
  $global:LastSession = $PSBoundParameters
  if ($ComputerName -eq 'refused') { Write-Error -ErrorId 'AccessDenied,PSSessionOpenFailed' -Message 'Zugriff verweigert' }
  else { New-Object PSObject -Property @{ State = 'Opened'; ComputerName = $ComputerName } }
}
function global:Remove-PSSession { param($Session) $Session.State = 'Closed' }
function global:Invoke-Command {
  [CmdletBinding()] param($Session, $ScriptBlock, $ArgumentList)
  if ($Session.State -ne 'Opened') { Write-Error -ErrorId 'PSSessionStateBroken' -Message 'broken'; return }
  & ([scriptblock]::Create([string] $ScriptBlock)) @ArgumentList
}`;

describe('a real PowerShell', () => {
  const program = realPowerShell();
  const { windir } = process.env;
  let made: ReturnType<typeof poolOver>;
  let session: Session;

  before(async function () {
    this.timeout(60_000);
    if (program === null) this.skip();
    // The scripts of the probes look for the system's folder, also where there is no Windows.
    process.env.windir ??= '/tmp';
    made = poolOver(program, {}, 1);
    session = await made.local.open({ name: 'here', transport: 'local' }, surroundings().around);
  });
  after(async () => {
    if (program !== null) await made.pool.dispose();
    if (windir === undefined) Reflect.deleteProperty(process.env, 'windir');
  });

  it('brings difficult values there and back', async () => {
    const asked = { folders: difficultValues.filter((value) => !value.includes('\0')) };
    const [answer] = await session.ask([{ probe: 'web-configs', asked }], never);
    assert.ok(answer?.ok, JSON.stringify(answer));
    const { files } = JSON.parse(answer.data) as { files: { folder: string }[] };
    assert.deepEqual(
      files.map(({ folder }) => folder),
      asked.folders,
    );
  }).timeout(60_000);

  it('answers several probes in one round trip, each by itself', async () => {
    const asked = ['system', 'services', 'system'].map((probe) => ({ probe, asked: {} }));
    const answers = await session.ask(asked, never);
    assert.equal(answers.length, 3);
    for (const answer of answers) assert.ok(answer.ok || answer.error.category !== '', JSON.stringify(answer));
  }).timeout(60_000);

  for (const [command, exitCode, output] of [
    ['\'text\'; "`u{e4}"', 0, /^text\n\u00e4\n$/],
    ["throw 'no'", 1, /no/],
    ['syntax { fault', 1, /./],
    ["Write-Error 'e'; 'on'", 0, /e\n[^]*on\n$/],
    ['$null; 1, 2', 0, /1\s+2/],
    ['Write-Warning w; Write-Host h', 0, /w\n[^]*h\n/],
    [`& '${process.execPath}' -e 'console.log(1); console.error(2); process.exit(7)'`, 7, /1[^]*2|2[^]*1/],
    ["'x' * 3000", 0, /^x{3000}\n$/],
  ] as const)
    it(`runs ${command}`, async () => {
      const heard: string[] = [];
      const result = await session.run(command, never, (piece) => heard.push(piece));
      assert.equal(result.exitCode, exitCode, result.output);
      assert.match(result.output, output);
      assert.equal(heard.join(''), result.output);
    }).timeout(30_000);

  it('tells the exit code of a command that ends its process, and goes on', async () => {
    const [pid] = made.pool.pids;
    assert.equal((await session.run("'a'; exit 3", never)).exitCode, 3);
    assert.equal((await session.run("'b'", never)).output, 'b\n');
    assert.notEqual(made.pool.pids[0], pid);
  }).timeout(60_000);

  it('ends at once when a command is cancelled', async () => {
    const [pid = 0] = made.pool.pids;
    const cancel = new AbortController();
    const running = session.run('Start-Sleep -Seconds 60', cancel.signal);
    setTimeout(() => cancel.abort(new Error('no')), 300);
    await assert.rejects(running, /^Error: no$/);
    await eventually('it has ended', () => !lives(pid));
  }).timeout(60_000);

  it('ends by itself when its input does', async () => {
    await session.run("'up'", never);
    const [pid = 0] = made.pool.pids;
    const began = Date.now();
    await made.pool.dispose();
    assert.ok(!lives(pid));
    assert.ok(Date.now() - began < 1900, 'it was not killed');
    made = poolOver(program ?? '', {}, 1);
    session = await made.local.open({ name: 'here', transport: 'local' }, surroundings().around);
  }).timeout(60_000);

  describe('with a stand-in for remoting', () => {
    before(async function () {
      this.timeout(60_000);
      const secret = made.pool.secrets.keep('Zebra-7!$(x)');
      await made.pool.dispose();
      made = poolOver(program ?? '', {}, 1);
      assert.equal(made.pool.secrets.keep('Zebra-7!$(x)'), secret);
      session = await made.local.open({ name: 'here', transport: 'local' }, surroundings().around);
      assert.equal((await session.run(REMOTING, never)).exitCode, 0);
    });
    const open = () =>
      made.winrm.open(
        server('web1', { user: 'CONTOSO\\op', port: 5999, useSsl: true, authentication: 'Negotiate' }),
        surroundings({ passwords: ['Zebra-7!$(x)'] }).around,
      );
    const said = async (text: string) => (await session.run(text, never)).output.trim();

    it('opens a session with what the setting says and the secret of the environment', async () => {
      const remote = await open();
      assert.equal(
        await said(
          '$s = $global:LastSession; [string]::Join(" ", @($s.ComputerName, $s.Port, [bool] $s.UseSSL, $s.Authentication, $s.SessionOption.Count))',
        ),
        'web1 5999 True Negotiate 3',
      );
      assert.equal(await said('$global:LastSession.Credential.UserName'), 'CONTOSO\\op');
      assert.equal(await said('$global:LastSession.Credential.GetNetworkCredential().Password'), 'Zebra-7!$(x)');
      assert.equal(await said('@(Get-ChildItem Env:IIS_DOCTOR_SECRET*).Count'), '0');
      const [answer] = await remote.ask([{ probe: 'system', asked: {} }], never);
      assert.ok(answer?.ok, JSON.stringify(answer));
      assert.equal((await remote.run("'there'; & { throw 'x' }", never)).exitCode, 1);
      await remote.dispose();
      assert.equal(await said('$global:DoctorSessions.Count'), '0');
    }).timeout(60_000);

    it('opens a session again that broke', async () => {
      const remote = await open();
      await session.run('foreach ($one in $global:DoctorSessions.Values) { $one.State = "Broken" }', never);
      const [answer] = await remote.ask([{ probe: 'system', asked: {} }], never);
      assert.ok(answer?.ok);
      await remote.dispose();
    }).timeout(60_000);

    it('tells a refusal by its id', async () =>
      assert.equal(await faultIn(made.winrm.open(server('refused'), surroundings().around)), 'notAllowed'));
  });
});
