import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open } from '../../kit/editor';

const summaryShown = (): Promise<vscode.TextDocument> =>
  eventually('a summary', () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.scheme === 'iis-doctor-summary' ? document : null;
  });

describe('the summary of a log', () => {
  it('is a document beside the log, with links to its lines', async () => {
    const log = await open('logs/web01-busy-morning.log');
    await vscode.commands.executeCommand('iisDoctor.summariseLog');
    const summary = await summaryShown();
    const text = summary.getText();
    assert.match(text, /^# Summary of web01-busy-morning\.log\n\n12 event records: 7 need action/);
    assert.ok(text.indexOf('WAS 5002') < text.indexOf('DCOM 10016'), 'what needs action stands first');
    const links = await eventually('links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        summary.uri,
      );
      return found.length ? found : null;
    });
    const [link] = links.filter(({ range }) => summary.getText(range) === 'line 123');
    assert.equal(link?.target?.toString(), log.uri.with({ fragment: 'L123' }).toString());
    assert.match(log.lineAt(122).text, /^Log Name: +System/);
  });

  it('is offered above a log of requests', async () => {
    const log = await open('logs/u_ex261118.log');
    const lens = await eventually('the line above the log', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', log.uri);
      return lenses.find(({ command }) => command?.title === 'Summarise This Log');
    });
    assert.equal(lens.command?.command, 'iisDoctor.summariseLog');
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments as unknown[]));
    const summary = await eventually('the summary of this log', async () => {
      const document = await summaryShown();
      return document.getText().includes('u_ex261118.log') ? document : null;
    });
    assert.match(summary.getText(), /2 × 500 19 33: 500\.19/);
  });

  it('reads a field of a log under the mouse', async () => {
    const log = await open('logs/u_ex261118.log');
    const line = log
      .getText()
      .split('\n')
      .findIndex((one) => one.includes('500 19 33'));
    const at = new vscode.Position(line, log.lineAt(line).text.indexOf('500 19 33') + 1);
    const hover = await eventually('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', log.uri, at);
      return hovers
        .flatMap(({ contents }) => contents)
        .map((one) => (one instanceof vscode.MarkdownString ? one.value : ''))
        .join('');
    });
    assert.match(hover, /500\\?\.19/);
    assert.match(hover, /locked at a parent/);
  });
});
