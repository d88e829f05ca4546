import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, hoverOver, open } from '../../kit/editor';

const situations = [
  {
    file: 'logs/dcom-10010-iwam.log',
    over: '3d14228D-fbe1-11d0-995d00c04fd919c1',
    says: [/IIS Out-of-Process Pooled/, /IWAM/, /Low \\?\(In Process/, /WAMUserPass/, /\*\*Do not:\*\*.*DCOM rights/],
  },
  {
    file: 'logs/dcom-10010-iwam.log',
    over: 'did not register',
    says: [/needs action/, /dllhost\.exe/, /synciwam\.vbs/, /\*\*Do not:\*\*.*empty password/],
  },
  {
    file: 'logs/dcom-10028-remote-admin.txt',
    over: 'communicate with the computer WEB02',
    says: [
      /safe to ignore/,
      /OpenRemote/,
      /second try without delegation succeeds/,
      /\*\*Do not:\*\*.*unconstrained delegation/,
    ],
  },
  {
    file: 'logs/dcom-10028-remote-admin.txt',
    over: 'communicate with the computer OLDPRINT',
    says: [/look closer/, /hexadecimal/],
  },
  {
    file: 'logs/dcom-10016-runtimebroker.log',
    over: 'D63B10C5',
    says: [
      /^\*\*RuntimeBroker\*\* · by design/,
      /Ignore or filter/,
      /\*\*Do not:\*\*.*TrustedInstaller/,
      /\*\*Known from:\*\*.*4022522/,
    ],
  },
  { file: 'logs/dcom-10016-runtimebroker.xml', over: '10016', says: [/RuntimeBroker/, /by design/] },
  {
    file: 'logs/iisreset-access-denied.txt',
    over: '0x80070425',
    says: [/still stopping or starting/, /noforce/, /\*\*Do not:\*\*.*kill/],
  },
  {
    file: 'logs/iisreset-access-denied.txt',
    over: 'net stop WAS /y',
    says: [/NetTcpActivator/, /\*\*Do not:\*\*.*net start WAS/],
  },
  { file: 'logs/iisreset-access-denied.txt', over: 'Restart attempt failed', says: [/RPCSS/, /noforce/] },
  { file: 'logs/iisreset-access-denied.txt', over: 'S-1-5-82-3006700770', says: [/DefaultAppPool/] },
  { file: 'scripts/restart.cmd', over: 'iisreset /restart', says: [/recycle apppool/, /net stop WAS/] },
  {
    file: 'configuration/shop/web.config',
    over: '0x80070021',
    says: [/locked at a parent level/, /nothing to do with it/],
  },
] as const;

describe('a hover', () => {
  for (const { file, over, says } of situations)
    it(`over ${over} in ${file}`, async () => {
      const text = await hoverOver(await open(file), over);
      for (const pattern of says) assert.match(text, pattern);
      assert.match(text, /\[Full Explanation\]\(command:iisDoctor\.showExplanation\?/);
      assert.ok(text.split('\n\n[Full')[0]!.length <= (file.startsWith('scripts/') ? 1_600 : 900));
    });

  it('comes in an untitled document into which somebody pastes', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'CSLID {D63B10C5-BB46-4990-A94F-E40B9D520160}'));
    assert.match(await hoverOver(document, 'D63B10C5'), /RuntimeBroker/);
  });

  it('comes in JSON only while the text concerns IIS', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: '{ "id": "S-1-5-18" }' });
    const editor = await vscode.window.showTextDocument(document);
    const hovers = () =>
      vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(10),
      );
    assert.deepEqual(await hovers(), []);
    await editor.edit((edit) => edit.insert(document.positionAt(1), ' "provider": "DistributedCOM",'));
    assert.match(await hoverOver(document, 'S-1-5-18'), /SYSTEM/);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 1, 0, 31)));
    await eventually('the hover is gone', async () => (await hovers()).length === 0);
  });
});

describe('a code lens', () => {
  const FIX = 'Fix This…';
  /** Of a kind: verdicts, or what leads to a repair. */
  const lensTitles = (document: vscode.TextDocument, isFix = false): Promise<string[]> =>
    eventually('code lenses', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        50,
      );
      const titles = lenses.map(({ command }) => command?.title ?? '').filter((title) => (title === FIX) === isFix);
      return titles.length ? titles : null;
    });

  it('stands above every record', async () =>
    assert.deepEqual(await lensTitles(await open('logs/dcom-10016-runtimebroker.log')), [
      'DCOM 10016 · by design · RuntimeBroker',
      'DCOM 10016 · usually harmless · IIS WAMREG admin service',
    ]));

  it('stands above event XML', async () =>
    assert.deepEqual(await lensTitles(await open('logs/dcom-10016-runtimebroker.xml')), [
      'DCOM 10016 · by design · RuntimeBroker',
    ]));

  it('leads to the repair of a record', async () =>
    assert.deepEqual(await lensTitles(await open('logs/dcom-10016-runtimebroker.xml'), true), [FIX]));

  it('follows the setting', async () => {
    const document = await open('logs/dcom-10028-remote-admin.txt');
    const setting = vscode.workspace.getConfiguration('iisDoctor');
    await setting.update('explain.codeLens', 'act', vscode.ConfigurationTarget.Global);
    try {
      await eventually('only the verdict that needs a look', async () => {
        const titles = await lensTitles(document);
        return titles.length === 1 && titles[0]!.includes('look closer');
      });
    } finally {
      await setting.update('explain.codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
