import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension, hoverOver, open, serverProcesses } from '../../kit/editor';

describe('the extension', () => {
  it('is active with the first log and runs one server', async () => {
    await open('logs/iisreset-access-denied.txt');
    await eventually('active', () => extension().isActive);
    await eventually('running', () => extension().exports.serverState() === 'running');
    assert.equal(serverProcesses().length, 1);
  });

  it('has every command of its manifest', async () => {
    const commands = await vscode.commands.getCommands(true);
    const { contributes } = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    assert.ok(contributes.commands.length >= 6);
    for (const { command } of contributes.commands) assert.ok(commands.includes(command), command);
  });

  it('shows a full explanation from what a hover links to', async () => {
    const document = await open('logs/dcom-10016-runtimebroker.log');
    const hover = await hoverOver(document, 'D63B10C5');
    const [, argument = ''] = /command:iisDoctor\.showExplanation\?([^)]+)\)/.exec(hover) ?? [];
    const [place] = JSON.parse(decodeURIComponent(argument)) as [Record<string, unknown>];
    assert.deepEqual(Object.keys(place).sort(), ['offset', 'uri', 'version']);
    await vscode.commands.executeCommand('iisDoctor.showExplanation', place);
    await eventually('a preview', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('RuntimeBroker'),
    );
  });

  it('refuses arguments that are none', async () => {
    for (const argument of [undefined, 'x', { uri: 1 }, { uri: 'x', version: 1, offset: -1 }])
      await vscode.commands.executeCommand('iisDoctor.showExplanation', argument);
  });

  it('explains a selection', async () => {
    const document = await open('logs/dcom-10010-iwam.log');
    const at = document.positionAt(document.getText().indexOf('{3D14228D'));
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(at, at.translate(0, 38));
    await vscode.commands.executeCommand('iisDoctor.explainSelection');
    await eventually('a preview', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('IIS Out-of-Process Pooled'),
    );
  });

  it('starts a server that ends three times again, then says so and waits to be asked', async function () {
    this.timeout(60_000);
    const document = await open('logs/dcom-10016-runtimebroker.log');
    const state = () => extension().exports.serverState();
    for (let time = 1; time <= 4; time++) {
      const [pid] = await eventually(`server ${time}`, () =>
        state() === 'running' && serverProcesses().length ? serverProcesses() : null,
      );
      assert.ok(pid);
      process.kill(pid, 'SIGKILL');
      await eventually(`end ${time}`, () => !serverProcesses().includes(pid));
      if (time < 4) await eventually(`start ${time}`, () => serverProcesses().length === 1 && state() === 'running');
    }
    await eventually('stopped', () => state() === 'stopped');
    assert.deepEqual(serverProcesses(), []);
    await vscode.commands.executeCommand('iisDoctor.restartServer');
    await eventually('running again', () => state() === 'running');
    assert.match(await hoverOver(document, 'D63B10C5'), /RuntimeBroker/);
  });
});
