import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { StandIn } from '../kit/standIn';
import { eventually, never, poolOver, server, surroundings } from '../kit/powershellPool';

const PASSWORD = 'Zebra-7!$(Kenn)"wort\u00e4';
const WRONG = 'Falsch-8!$(Kenn)"wort\u00e4';

/** Every form in which a secret may stand in a text. */
const forms = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
  // Without the last signs: what follows changes them.
  ...(['utf8', 'utf16le'] as const).flatMap((encoding) =>
    [0, 1, 2].map((shift) =>
      Buffer.from(' '.repeat(shift) + secret, encoding)
        .toString('base64')
        .slice(shift ? 4 : 0, -4),
    ),
  ),
];

/** A text with every base64 in it also as what it says, several layers deep. */
function unpacked(text: string, depth = 4): string {
  if (!depth) return text;
  const inner = Array.from(text.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g), ([one]) =>
    unpacked(Buffer.from(one, 'base64').toString('utf8'), depth - 1),
  );
  return [text, ...inner].join('\n');
}

/** A file that may be gone meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const commandLines = (): string =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => textOf(`/proc/${name}/cmdline`))
    .join('\n');

describe('passwords on the way to a server', () => {
  let standIn: StandIn;
  before(async () => {
    standIn = await StandIn.create();
  });
  after(() => standIn.dispose());

  it('stand in no argument, input, log, error, answer or file', async function () {
    if (process.platform !== 'linux') this.skip();
    const began = Date.now();
    const written: string[] = [];
    standIn.behave({
      hosts: {
        web1: { password: PASSWORD, crash: 'once' },
        web2: { password: PASSWORD, hang: 'once' },
        web3: { password: 'something else', echo: true },
      },
    });
    const { pool, log, winrm } = poolOver(standIn.program);
    const recorded = ['web1', 'web2', 'web3'].map(() => surroundings({ passwords: [PASSWORD, WRONG] }));
    const open = (host: string, index: number) =>
      winrm.open(server(host, { user: 'CONTOSO\\op' }), recorded[index]!.around);

    const [first, second] = await Promise.all([open('web1', 0), open('web2', 1)]);
    await assert.rejects(open('web3', 2), (error: unknown) => {
      written.push(inspect(error, { depth: 10, showHidden: true }));
      assert.match(inspect(error), /refused: •••/);
      return true;
    });
    written.push(commandLines());
    written.push(JSON.stringify(await first.ask([{ probe: 'system', asked: { a: 1 } }], never)));
    written.push(JSON.stringify(await first.run('echo x', never)));
    const cancel = new AbortController();
    const asking = second.ask([{ probe: 'system', asked: {} }], cancel.signal);
    await eventually('it works', () => standIn.remote('web2').some(({ works }) => works));
    written.push(commandLines());
    cancel.abort();
    await assert.rejects(asking);
    written.push(JSON.stringify(await second.ask([{ probe: 'system', asked: {} }], never)));
    written.push(inspect([first, second, pool], { depth: 10 }));
    await pool.dispose();

    written.push(...log, ...recorded.flatMap((one) => [...one.log, ...one.phases, ...one.asked.map((a) => a.prompt)]));
    assert.ok(standIn.notes('stdin').length > 10, 'the input was recorded');
    assert.ok(
      standIn.notes('opened').some((line) => line.includes('IIS_DOCTOR_SECRET_')),
      'secrets went some way',
    );
    written.push(unpacked(standIn.everything()));
    for (const name of readdirSync(tmpdir())) {
      const file = path.join(tmpdir(), name);
      const stat = statSync(file, { throwIfNoEntry: false });
      if (stat?.isFile() && stat.mtimeMs >= began && stat.size < 10_000_000) written.push(textOf(file));
    }
    const all = written.join('\n');
    for (const form of [...forms(PASSWORD), ...forms(WRONG)]) assert.ok(!all.includes(form), `found as ${form}`);
  });

  it('would be found', () => {
    const line = Buffer.from(JSON.stringify({ x: PASSWORD })).toString('base64');
    const nested = Buffer.from(`Invoke '${line}'`).toString('base64');
    const text = unpacked(`& (...('${nested}'))`);
    assert.ok(forms(PASSWORD).some((form) => text.includes(form)));
  });
});
