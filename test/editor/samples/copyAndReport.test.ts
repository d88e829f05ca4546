import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension, hoverOver, open } from '../../kit/editor';

const log = 'logs/dcom-10016-runtimebroker.log';

/** Puts the cursor on a text of a document. */
async function cursorAt(document: vscode.TextDocument, text: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(document.getText().indexOf(text));
  editor.selection = new vscode.Selection(at, at);
}

/** What the clipboard holds once it holds something else than before. */
const copied = (before: () => unknown = () => undefined): Promise<string> =>
  eventually('something is copied', async () => {
    await before();
    const text = await vscode.env.clipboard.readText();
    return text === 'before' ? null : text;
  });

describe('Copy Explanation as Markdown', () => {
  beforeEach(() => vscode.env.clipboard.writeText('before'));

  it('copies the record at the cursor with its explanation, as it is', async () => {
    await cursorAt(await open(log), 'CONTOSO');
    await vscode.commands.executeCommand('iisDoctor.copyExplanation', 'asItIs');
    const text = await copied();
    assert.match(text, /^```text\nLog Name: {6}System\nSource:[^`]+User: {10}CONTOSO\\svc-alerts\n[^`]+```\n\n# /);
    assert.doesNotMatch(text, /D63B10C5/);
  });

  it('replaces names', async () => {
    await cursorAt(await open(log), 'CONTOSO');
    await vscode.commands.executeCommand('iisDoctor.copyExplanation', 'namesReplaced');
    const text = await copied();
    assert.match(text, /^User: {10}domain-1\\user-1$/m);
    assert.match(text, /^Computer: {6}host-1$/m);
    assert.match(text, /to the user domain-1\\user-1 SID \(sid-1\) from address LocalHost/);
    assert.doesNotMatch(text, /CONTOSO|svc-alerts|WEB01|S-1-5-21-1/);
  });

  it('asks which of the two, and copies nothing when nobody answers', async () => {
    await cursorAt(await open(log), 'CONTOSO');
    const refused = vscode.commands.executeCommand('iisDoctor.copyExplanation');
    let over = false;
    void refused.then(() => (over = true));
    await eventually('the question is gone', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return over;
    });
    assert.equal(await vscode.env.clipboard.readText(), 'before');

    void vscode.commands.executeCommand('iisDoctor.copyExplanation');
    const text = await copied(() => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'));
    assert.match(text, /CONTOSO\\svc-alerts/);
  });

  it('copies the whole document where the cursor stands at nothing', async () => {
    const document = await open('logs/dcom-10028-remote-admin.txt');
    await cursorAt(document, 'It works');
    await vscode.commands.executeCommand('iisDoctor.copyExplanation', 'asItIs');
    const text = await copied();
    const quoted = document.getText().trimEnd().replaceAll('\r\n', '\n');
    assert.ok(text.startsWith(`\`\`\`text\n${quoted}\n\`\`\`\n`));
  });
});

/** The last page of a title that was shown; pages are numbered. */
async function latestPage(title: string): Promise<vscode.TextDocument> {
  for (let number = 60; number > 0; number--) {
    const uri = vscode.Uri.from({ scheme: 'iis-doctor-explanation', path: `/${number}/${title}.md` });
    const page = await vscode.workspace.openTextDocument(uri);
    if (!page.getText().startsWith('This explanation is no longer kept')) return page;
  }
  return assert.fail(`no page ${title}`);
}

describe('Show Performance Report', () => {
  it('is a document that cannot be edited', async () => {
    await hoverOver(await open(log), 'D63B10C5');
    await vscode.commands.executeCommand('iisDoctor.showPerformanceReport');
    await eventually('a preview', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('Performance of IIS Doctor'),
    );
    const document = await latestPage('Performance of IIS Doctor');
    assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) ?? false, false);
    assert.match(document.getText(), /\| Hovers \| [1-9]\d* \| \d+\.\d \|/);
    assert.match(document.getText(), /\d+ MB in all/);
  });
});

describe('a log in the editor', () => {
  it('has an outline of its records, and folds by them', async () => {
    const document = await open(log);
    const symbols = await eventually('symbols', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found?.length ? found : null;
    });
    assert.deepEqual(
      symbols.map(({ name, detail, kind }) => [name, detail, kind]),
      [
        ['DCOM 10016 · by design · RuntimeBroker', 'safe to ignore', vscode.SymbolKind.Event],
        ['DCOM 10016 · usually harmless · IIS WAMREG admin service', 'safe to ignore', vscode.SymbolKind.Event],
      ],
    );
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.deepEqual(
      ranges.map(({ start, kind }) => [start, kind]),
      symbols.map(({ range }) => [range.start.line, vscode.FoldingRangeKind.Region]),
    );
  });

  it('leaves the folding of a script to VS Code', async () => {
    const document = await open('scripts/deploy.ps1');
    await eventually('the server runs', () => extension().exports.serverState() === 'running');
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(!ranges?.some(({ kind }) => kind === vscode.FoldingRangeKind.Region));
  });
});
