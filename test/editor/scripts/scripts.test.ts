import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverOver, inWorkspace, open } from '../../kit/editor';
import { choose, finding, findings, gone } from '../../kit/editorFindings';

describe('a script in the editor', () => {
  const own: string[] = [];
  /** Writes a script into the workspace and opens it. */
  const openNew = async (name: string, text: string): Promise<vscode.TextDocument> => {
    await vscode.workspace.fs.writeFile(inWorkspace(name), Buffer.from(text));
    own.push(name);
    return open(name);
  };

  /** The samples as they were: VS Code may save a change by itself. */
  const samples = new Map<string, Uint8Array>();
  before(async () => {
    for (const name of ['restart.cmd', 'azure-pipelines.yml', 'old-pool.cmd'])
      samples.set(name, await vscode.workspace.fs.readFile(inWorkspace(name)));
  });

  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [name, bytes] of samples) await vscode.workspace.fs.writeFile(inWorkspace(name), bytes);
    for (const name of own.splice(0)) await vscode.workspace.fs.delete(inWorkspace(name));
  });

  it('of batch has the short restart for iisreset, and other findings stay', async () => {
    const document = await open('restart.cmd');
    const found = await finding(document, 'iisreset');
    assert.equal(document.getText(found.range), 'iisreset');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    await choose(document, found, /^Replace by net stop WAS \/y && net start W3SVC$/);
    await gone(document, 'iisreset');
    assert.match(document.getText(), /^net stop WAS \/y && net start W3SVC\r?\nif errorlevel 1 iisreset/m);
    await finding(document, 'iisreset-reboot');
  });

  it('of batch has the restart that brings back what ran, line by line and with its line ends', async () => {
    const document = await openNew('block.cmd', '@echo off\r\nif "%1"=="" (\r\n  iisreset\r\n)\r\n');
    await choose(document, await finding(document, 'iisreset'), /^Replace by a restart that also brings back/);
    await gone(document, 'iisreset');
    const text = document.getText();
    assert.match(text, /\r\n {2}net stop WAS \/y\r\n/);
    assert.match(text, /NetTcpActivator/);
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
    assert.deepEqual(findings(document), []);
  });

  it('of PowerShell gets statements that Windows PowerShell 5.1 reads', async () => {
    const document = await openNew(
      'restart.ps1',
      'Import-Module WebAdministration\nif ($changed) {\n    iisreset\n}\n',
    );
    await choose(document, await finding(document, 'iisreset'), /^Replace by a restart of WAS and what needs it$/);
    await gone(document, 'iisreset');
    assert.match(document.getText(), /^ {4}Stop-Service -Name WAS -Force$/m);
    assert.match(document.getText(), /^ {4}\(Get-Service -Name WAS\)\.WaitForStatus\('Stopped'/m);
    assert.doesNotMatch(document.getText(), /&&|\|\|/);
    assert.deepEqual(findings(document), []);
  });

  it('in a pipeline of Azure DevOps stays one line of YAML', async () => {
    const document = await open('azure-pipelines.yml');
    const found = await finding(document, 'iisreset');
    assert.equal(document.getText(found.range), 'iisreset');
    await choose(document, found, /^Replace by net stop WAS \/y && net start W3SVC$/);
    await gone(document, 'iisreset');
    assert.match(document.getText(), /^ {2}- script: net stop WAS \/y && net start W3SVC$/m);
  });

  it('has the command of adsutil.vbs translated, and says so in the hover', async () => {
    const document = await open('old-pool.cmd');
    const hover = await hoverOver(document, 'PeriodicRestartTime');
    assert.match(hover, /periodicRestart/);
    await choose(document, await finding(document, 'adsutil-key-with-successor'), /appcmd/);
    await gone(document, 'adsutil-key-with-successor');
    assert.match(
      document.getText(),
      /^%windir%\\system32\\inetsrv\\appcmd\.exe set \w+ .*recycling\.periodicRestart\.time:.*$/m,
    );
    assert.doesNotMatch(document.getText(), /adsutil\.vbs set/);
  });

  it('is silenced in its own language', async () => {
    const document = await open('restart.cmd');
    await choose(document, await finding(document, 'iisreset'), /^Suppress With Reason: iisreset$/);
    await gone(document, 'iisreset');
    assert.match(document.getText(), /^rem iis-doctor-disable-next-line iisreset/m);
  });
});
