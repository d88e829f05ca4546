import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { masked, maskedConfiguration, type RepairEntry } from '../../../../src/app/repair/repairLog';
import { readRepairLog, repairLogPage } from '../../../../src/app/repair/repairLogPage';
import { diskFiles } from '../../../../src/editor/wizard/privateFiles.node';
import { RepairRecords } from '../../../../src/editor/wizard/repairRecords';

const entry = (more: Partial<RepairEntry> = {}): RepairEntry => ({
  at: '2026-11-24T12:00:00.000Z',
  run: 'a',
  server: 'WEB-01',
  user: 'CONTOSO\\webops',
  plan: 'Recycle "Shop"',
  what: 'step',
  title: 'Recycle the pool',
  result: 'done',
  ...more,
});

describe('the repair log', () => {
  let folder: string;
  const failed: unknown[] = [];
  const NOW = Date.UTC(2026, 10, 24, 12);
  const records = (): RepairRecords =>
    new RepairRecords(
      diskFiles(folder),
      () => NOW,
      (error) => failed.push(error),
    );
  beforeEach(() => {
    failed.length = 0;
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'iis-doctor-log-')), 'repairs');
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

  it('is only added to, line by line in order, for the owner alone', async () => {
    const log = records();
    await Promise.all(Array.from({ length: 20 }, (_, i) => log.append(entry({ title: `step ${i}` }))));
    await records().append(entry({ title: 'of the next window' }));
    const { entries, torn } = readRepairLog(await log.text());
    assert.equal(torn, 0);
    assert.deepEqual(
      entries.map(({ title }) => title),
      [...Array.from({ length: 20 }, (_, i) => `step ${i}`), 'of the next window'],
    );
    if (process.platform !== 'win32') {
      assert.equal(statSync(path.join(folder, 'repairs.jsonl')).mode & 0o777, 0o600);
      assert.equal(statSync(folder).mode & 0o777, 0o700);
    }
    assert.deepEqual(failed, []);
  });

  it('says so when it cannot be written, and stops no repair', async () => {
    writeFileSync(folder, 'a file where the folder is to be');
    await records().append(entry());
    assert.equal(failed.length, 1);
  });

  it('is shown as a page where nothing of a server is markup', () => {
    const lines = [
      entry({ what: 'started', result: 'started' }),
      entry({
        title: '<img src=x onerror=alert(1)> [x](command:y)',
        command: 'net.exe stop WAS',
        output: '```\n# evil',
        exitCode: 0,
      }),
      entry({ what: 'ended', result: 'done' }),
      entry({ run: 'b', plan: 'Later', server: '`x`' }),
    ];
    const page = repairLogPage(`${lines.map((one) => JSON.stringify(one)).join('\n')}\n{"at":"torn`);
    assert.ok(page.indexOf('## Later') < page.indexOf('## Recycle'));
    assert.match(page, /\*\*not ended\*\*/);
    assert.match(page, /1 lines of the file could not be read/);
    assert.doesNotMatch(page, /(?<!\\)(?:<img|\]\(command)/);
    assert.match(page, /````text/);
    assert.match(repairLogPage(''), /Nothing has been run/);
  });

  it('keeps copies for a month, and shows them without secrets', async () => {
    const log = records();
    const name = await log.keep('WEB-01', 'C:\\inetpub\\..\\..\\web.config', '<x password="hunter2" />');
    assert.doesNotMatch(name, /[\\/]/);
    assert.equal(await log.before('web-01', 'c:\\inetpub\\..\\..\\WEB.config'), '<x password="********" />');
    assert.equal(await log.before('web-02', 'C:\\web.config'), null);
    await log.append(entry());
    const old = (NOW - 31 * 24 * 60 * 60 * 1000) / 1000;
    for (const file of readdirSync(folder)) utimesSync(path.join(folder, file), old, old);
    await log.keep('WEB-01', 'C:\\web.config', '<x />');
    const left = readdirSync(folder);
    assert.equal(left.length, 2);
    assert.ok(left.includes('repairs.jsonl') && !left.includes(name));
    assert.equal(readFileSync(path.join(folder, 'repairs.jsonl'), 'utf8').trim().split('\n').length, 1);
  });

  for (const secret of [
    '<add name="db" connectionString="Server=x;User Id=sa;Password=hunter2" />',
    "<processModel userName='a' password='hunter2' />",
    '<machineKey validationKey="hunter2" decryptionKey="hunter2" />',
    '<add key="ClientSecret" value="hunter2" />',
    '<environmentVariable name="Api_Token" value="hunter2" />',
    '<x y="Pwd=hunter2;" />',
    'password="[enc:IISWASOnlyAesProvider:hunter2:enc]"',
  ])
    it(`masks ${secret}`, () => {
      assert.doesNotMatch(maskedConfiguration(secret), /hunter2/);
      assert.match(maskedConfiguration(secret), /\*{8}/);
    });

  it('masks what commands print', () => {
    assert.doesNotMatch(masked('Set password: hunter2\r\nPWD=hunter2;'), /hunter2/);
    assert.equal(maskedConfiguration('<site name="Shop" id="2" />'), '<site name="Shop" id="2" />');
  });
});
