import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import type { PerformanceReport } from '../../src/protocol/languageServer';
import { hoverText } from '../kit/languageClient';
import { ConfigClient, placeOf, textIn } from '../kit/configClient';

const BATCH = '@echo off\r\n  net stop WAS\r\nnet start W3SVC\r\n';

describe('scripts in the language server', () => {
  let client: ConfigClient;
  beforeEach(async () => {
    client = new ConfigClient();
    client.settings = { check: { profile: 'recommended' } };
    await client.start();
  });
  afterEach(() => client.stop());

  const check = async (uri: string, text: string, languageId: string, version = 1): Promise<Diagnostic[]> => {
    client.diagnostics.length = 0;
    await client.open(uri, text, languageId, version);
    return client.diagnosticsOf(uri);
  };
  const actions = (uri: string, text: string, only?: string[]): Promise<CodeAction[]> =>
    client.at('codeAction', uri, undefined, {
      range: { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } },
      context: { diagnostics: [], ...(only && { only }) },
    });
  const editsOf = (action: CodeAction | undefined): TextEdit[] =>
    ((action?.edit?.documentChanges ?? []) as TextDocumentEdit[]).flatMap(({ edits }) => edits as TextEdit[]);

  for (const [uri, languageId, text] of [
    ['file:///w/a.cmd', 'bat', BATCH],
    ['file:///w/a.CMD', 'plaintext', BATCH],
    ['untitled:Untitled-1', 'bat', BATCH],
    ['file:///w/a.ps1', 'powershell', 'if ($x) {\n  net.exe stop WAS\n}\n'],
    ['file:///w/a.vbs', 'vb', 'CreateObject("WScript.Shell").Run "net stop WAS"\n'],
    ['file:///w/azure-pipelines.yml', 'yaml', 'steps:\n  - script: net stop WAS\n'],
    ['file:///w/release.yml', 'azure-pipelines', 'jobs:\n  - job: a\n    steps:\n      - script: net stop WAS\n'],
    ['file:///w/Dockerfile', 'dockerfile', 'FROM servercore/iis\nRUN net stop WAS\n'],
    ['file:///w/Jenkinsfile', 'groovy', "node { bat 'net stop WAS' }\n"],
  ] as const)
    it(`are checked: ${uri} as ${languageId}`, async () => {
      const [finding, ...others] = await check(uri, text, languageId);
      assert.equal(finding?.code, 'net-stop-without-y');
      assert.equal(finding.source, 'iis-doctor');
      assert.match(textIn(text, finding.range), /^net(?:\.exe)? stop WAS$/);
      assert.deepEqual(others, []);
    });

  it('are checked in the fences of Markdown', async () => {
    const [finding] = await check('file:///w/README.md', '# Restart\n\n```cmd\niisreset\n```\n', 'markdown');
    assert.equal(finding?.code, 'iisreset');
  });

  it('are none in YAML of another kind, and cost it no question', async () => {
    assert.deepEqual(await check('file:///w/values.yml', 'script: net stop WAS\n', 'yaml'), []);
  });

  it('are checked again as they change, each version once', async () => {
    const uri = 'file:///w/a.cmd';
    await check(uri, BATCH, 'bat');
    const end = { line: 1, character: 14 };
    await client.change(uri, 2, [{ range: { start: end, end }, text: ' /y' }]);
    assert.deepEqual(await client.diagnosticsOf(uri), []);
    client.settings = { check: { severities: { 'net-stop-without-y': 'error' } } };
    await client.change(uri, 3, [{ text: BATCH }]);
    assert.equal((await client.diagnosticsOf(uri))[0]?.severity, 1);
    await client.close(uri);
    assert.deepEqual(await client.diagnosticsOf(uri), []);
  });

  it('are not checked where checks are off', async () => {
    client.settings = { check: { enabled: false } };
    assert.deepEqual(await check('file:///w/a.cmd', BATCH, 'bat'), []);
  });

  it('follow the settings of the project', async () => {
    client.files.set('file:///w/.iis-doctor.json', '{ "rules": { "net-stop-without-y": "off" } }');
    assert.deepEqual(await check('file:///w/b.cmd', BATCH, 'bat'), []);
  });

  it('have fixes, suppressions in their own language and the page of the rule', async () => {
    const uri = 'file:///w/a.cmd';
    await check(uri, BATCH, 'bat', 5);
    const [fix, suppress, show] = await actions(uri, BATCH);
    assert.equal(fix?.title, 'Add /y');
    assert.deepEqual(
      editsOf(fix).map(({ newText }) => newText),
      [' /y'],
    );
    assert.equal((fix.edit?.documentChanges?.[0] as TextDocumentEdit).textDocument.version, 5);
    assert.equal(suppress?.title, 'Suppress With Reason: net-stop-without-y');
    assert.deepEqual(editsOf(suppress), [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        newText: '  rem iis-doctor-disable-next-line net-stop-without-y: because ...\r\n',
      },
    ]);
    assert.equal(show?.title, 'Show Rule net-stop-without-y');
    const page = await client.connection.sendRequest<{ markdown: string } | null>('iisDoctor/rulePage', {
      rule: 'net-stop-without-y',
    });
    assert.match(page?.markdown ?? '', /for scripts/);
  });

  it('are suppressed with the sign of their language', async () => {
    const text = 'steps:\n  - powershell: |\n      net.exe stop WAS\n';
    await check('file:///w/azure-pipelines.yml', text, 'yaml');
    const suppress = (await actions('file:///w/azure-pipelines.yml', text)).find(({ title }) =>
      title.startsWith('Suppress'),
    );
    assert.equal(
      editsOf(suppress)[0]?.newText,
      '      # iis-doctor-disable-next-line net-stop-without-y: because ...\n',
    );
  });

  it('offer all safe fixes at once where they are asked for', async () => {
    await check('file:///w/a.cmd', BATCH, 'bat');
    for (const { kind } of await actions('file:///w/a.cmd', BATCH, ['source.fixAll']))
      assert.equal(kind, 'source.fixAll.iisDoctor');
  });

  it('are left alone above 4 million characters, which the performance report says once', async () => {
    const uri = 'file:///w/long.cmd';
    assert.deepEqual(await check(uri, 'net stop WAS\r\n'.repeat(300_000), 'bat'), []);
    const { shortfalls } = await client.connection.sendRequest<PerformanceReport>('iisDoctor/performanceReport');
    assert.deepEqual(
      shortfalls.filter(({ feature }) => feature === 'diagnostics'),
      [{ uri, feature: 'diagnostics', reason: 'documentTooLong', count: 4_200_000, limit: 4_000_000 }],
    );
  });

  for (const [name, languageId, line, wanted] of [
    ['a.cmd', 'bat', 'call iisreset.exe /noforce', 'iisre|set'],
    ['a.cmd', 'bat', 'net stop WAS /y', 'st|op'],
    ['a.ps1', 'powershell', "Start-Process iisreset -ArgumentList '/restart'", 'iisre|set'],
    ['a.yml', 'azure-pipelines', '- script: iisreset', 'iisre|set'],
    ['a.cmd', 'bat', 'cscript synciwam.vbs -v', 'synci|wam'],
  ] as const)
    it(`explain the command in ${line}`, async () => {
      const uri = `file:///w/${name}`;
      const text = `${line}\n`;
      await client.open(uri, text, languageId);
      const { line: row, character } = placeOf(text, wanted);
      assert.notEqual(hoverText(await client.hover(uri, row, character)), '', line);
    });

  for (const [name, text, at, ...wanted] of [
    ['a.cmd', 'iisreset /noforce\n', '/no|force', '**iisreset /noforce**', 'Takes down'],
    ['azure-pipelines.yml', 'steps:\n- powershell: |\n    Stop-Service WAS\n', 'Stop|-Service', 'Stop-Service WAS'],
    ['README.md', '```cmd\nnet stop HTTP /y\n```\n', 'HT|TP', 'net stop HTTP', 'WinRM'],
    ['Dockerfile', 'FROM servercore/iis\nRUN appcmd set apppool X /queueLength:9\n', 'queue|Length', 'HTTP.sys'],
    ['Jenkinsfile', "bat 'taskkill /f /im w3wp.exe'\n", 'task|kill', 'counts as a crash'],
  ] as const)
    it(`say what the command does: ${at} in ${name}`, async () => {
      const uri = `file:///w/${name}`;
      await client.open(uri, text, 'plaintext');
      const { line, character } = placeOf(text, at);
      const shown = hoverText(await client.hover(uri, line, character));
      for (const one of wanted) assert.ok(shown.includes(one), shown);
      assert.ok(shown.split('Known from').length <= 2, 'said once');
    });

  for (const [line, wanted] of [
    [
      'cscript //nologo adsutil.vbs set W3SVC/AppPools/Shop/IdleTimeout 90',
      [
        'appcmd.exe set apppool "Shop" /processModel.idleTimeout:01:30:00',
        "Set-ItemProperty 'IIS:\\AppPools\\Shop' -Name processModel.idleTimeout -Value '01:30:00'",
        "$m.ApplicationPools['Shop'].ProcessModel.IdleTimeout = [timespan]'01:30:00'",
      ],
    ],
    [
      'cscript adsutil.vbs get w3svc/1/MaxConnections',
      ['list site "SITE" /text:limits.maxConnections', 'list site /id:1'],
    ],
    ['cscript adsutil.vbs set w3svc/AnonymousPasswordSync 1', ['No equivalent']],
  ] as const)
    it(`translate ${line}`, async () => {
      await client.open('file:///w/t.cmd', `${line}\n`, 'bat');
      const text = hoverText(await client.hover('file:///w/t.cmd', 0, line.indexOf('adsutil') + 2));
      for (const one of wanted) assert.ok(text.includes(one), text);
    });

  it('translate no key whose equivalent is not certain', async () => {
    const line = 'cscript adsutil.vbs set w3svc/1/NoSuchKey 1';
    await client.open('file:///w/t.cmd', `${line}\n`, 'bat');
    assert.doesNotMatch(hoverText(await client.hover('file:///w/t.cmd', 0, 12)), /appcmd\.exe set|NoSuchKey/);
  });

  for (const [what, name, text] of [
    ['nested quotes', 'a.cmd', 'cmd /c "'.repeat(12_000)],
    ['a string that nothing ends', 'a.ps1', `"${'$('.repeat(50_000)}`],
    ['a line of 100 kB', 'a.vbs', `x = ${'"a" & '.repeat(16_000)}`],
    ['a line of 100 kB in a pipeline', 'azure-pipelines.yml', `- script: "${'\\"'.repeat(50_000)}`],
    ['brackets', 'Dockerfile', `RUN [${'["'.repeat(50_000)}`],
  ] as const)
    it(`are answered for ${what}`, async () => {
      const started = Date.now();
      await check(`file:///w/${name}`, text, 'plaintext');
      assert.ok(Date.now() - started < 5_000);
      await actions(`file:///w/${name}`, text);
    });
});
