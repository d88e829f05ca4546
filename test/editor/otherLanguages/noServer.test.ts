import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension, open, serverProcesses } from '../../kit/editor';

describe('a workspace of TypeScript and JSON', () => {
  it('starts no server', async () => {
    await open('src/main.ts');
    await open('data.json');
    await eventually('the extension saw the JSON', () => extension().isActive);
    // Whatever VS Code does with a document, it has done when its symbols are there.
    await vscode.commands.executeCommand(
      'vscode.executeDocumentSymbolProvider',
      vscode.window.activeTextEditor?.document.uri,
    );
    assert.equal(extension().exports.serverState(), 'idle');
    assert.deepEqual(serverProcesses(), []);
  });

  it('reports what activation cost', async () => {
    await vscode.commands.executeCommand('perfview.show').then(undefined, () => undefined);
    const report = await eventually('the report of VS Code', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText(),
    );
    const row = report.split('\n').find((line) => line.includes('iis-doctor.iis-doctor'));
    console.log(`\u200B      ${row?.trim() ?? 'no row'}`);
    assert.ok(row);
  });

  it('starts one with the first log', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'log', content: 'Event ID: 10016' });
    await vscode.window.showTextDocument(document);
    await eventually('running', () => extension().exports.serverState() === 'running');
    assert.equal(serverProcesses().length, 1);
  });
});
