import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension, hoverOver, inWorkspace, open } from '../../kit/editor';
import { choose, finding, findings, gone } from '../../kit/editorFindings';

const server = 'applicationHost.config';
const website = 'shop/web.config';

/** The place of `|` in a text that the document has. */
function placeOf(document: vscode.TextDocument, marked: string): vscode.Position {
  const at = document.getText().indexOf(marked.replace('|', ''));
  assert.ok(at >= 0, `the document has no ${marked}`);
  return document.positionAt(at + Math.max(marked.indexOf('|'), 0));
}

async function cursorAt(document: vscode.TextDocument, marked: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const at = placeOf(document, marked);
  editor.selection = new vscode.Selection(at, at);
}

describe('a configuration file in the editor', () => {
  afterEach(async () => {
    await vscode.workspace.saveAll(false);
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('has a squiggle under the duplicate binding, and the quick fix takes it away', async () => {
    const document = await open(server);
    const original = document.getText();
    const found = await finding(document, 'duplicate-binding');
    assert.equal(document.getText(found.range), '*:80:Shop.contoso.example');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.match(found.message, /^Site "Shop" has the binding/);
    assert.equal(document.getText(found.relatedInformation?.[0]?.location.range), '*:80:shop.contoso.example');
    await choose(document, found, /^Remove this binding from Till$/);
    await gone(document, 'duplicate-binding');
    await replaceAll(document, original);
    await finding(document, 'duplicate-binding');
  });

  it('tells what three things are wrong, and why a name is', async () => {
    const document = await open(server);
    await finding(document, 'missing-application-pool');
    assert.deepEqual(
      findings(document)
        .map(({ code }) => code)
        .sort(),
      ['duplicate-binding', 'invalid-boolean', 'missing-application-pool'],
    );
  });

  it('offers the names of pools', async () => {
    const document = await open(server);
    const { items } = await eventually('completion', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        placeOf(document, 'applicationPool="|Tills"'),
      );
      return list.items.length ? list : null;
    });
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const pool of ['DefaultAppPool', 'Shop', 'Till']) assert.ok(labels.includes(pool), pool);
  });

  it('says over an attribute what it is and what holds', async () => {
    const text = await hoverOver(await open(server), 'startMode');
    assert.match(text, /AlwaysRunning/);
    assert.match(text, /OnDemand/);
  });

  it('renames a pool in the server’s file and in administration.config', async () => {
    const other = inWorkspace('administration.config');
    const text =
      '<configuration><system.applicationHost><sites><site name="Admin" id="9"><application path="/" applicationPool="Shop" /></site></sites></system.applicationHost></configuration>\n';
    await vscode.workspace.fs.writeFile(other, Buffer.from(text));
    try {
      const document = await open(server);
      await finding(document, 'duplicate-binding');
      const edit = await eventually('a rename', async () => {
        const found = await vscode.commands
          .executeCommand<vscode.WorkspaceEdit>(
            'vscode.executeDocumentRenameProvider',
            document.uri,
            placeOf(document, 'add name="Sh|op"'),
            'Store',
          )
          .then(undefined, () => null);
        return found?.size === 2 ? found : null;
      });
      assert.deepEqual(
        edit.entries().map(([uri, edits]) => [uri.path.split('/').at(-1), edits.map(({ newText }) => newText)]),
        [
          [server, ['Store', 'Store']],
          ['administration.config', ['Store']],
        ],
      );
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.match(document.getText(), /<add name="Store" [^]+ applicationPool="Store"/);
      const changed = await vscode.workspace.openTextDocument(other);
      assert.match(changed.getText(), /applicationPool="Store"/);
    } finally {
      await vscode.workspace.saveAll(false);
      await replaceAll(await open(server), (await open(server)).getText().replaceAll('"Store"', '"Shop"'));
      await vscode.workspace.saveAll(false);
      await vscode.workspace.fs.delete(other);
    }
  });

  it('shows the effective configuration with the file and line of each value', async () => {
    const document = await open(website);
    await finding(document, 'inherited-duplicate-entry');
    await cursorAt(document, '<static|Content>');
    await vscode.commands.executeCommand('iisDoctor.showEffective');
    const shown = await eventually('the effective configuration', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'iis-doctor-effective'),
    );
    assert.equal(shown.languageId, 'xml');
    assert.match(shown.getText(), /as it holds for Shop/);
    assert.match(shown.getText(), /\.html" mimeType="text\/html" \/> <!-- applicationHost\.config line \d+ -->/);
    assert.match(shown.getText(), /\.webmanifest" [^]*<!-- web\.config line 11 -->/);
    assert.deepEqual(findings(shown), []);
  });

  it('shows the page of a rule', async () => {
    const document = await open(server);
    await choose(document, await finding(document, 'duplicate-binding'), /^Show Rule duplicate-binding$/);
    await eventually('a preview', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('Two sites that start by themselves'),
    );
  });

  it('takes a suppression with a reason', async () => {
    const document = await open(server);
    await choose(
      document,
      await finding(document, 'missing-application-pool'),
      /^Suppress With Reason: missing-application-pool$/,
    );
    await gone(document, 'missing-application-pool');
    assert.match(document.getText(), /<!-- iis-doctor[^>]*missing-application-pool/);
    await vscode.commands.executeCommand('undo');
    await finding(document, 'missing-application-pool');
  });

  it('is repaired when it is saved, where that is asked for', async () => {
    const copy = inWorkspace('copy/web.config');
    const text =
      '<configuration><system.webServer><directoryBrowse enabled="yes" /></system.webServer></configuration>\n';
    await vscode.workspace.fs.writeFile(copy, Buffer.from(text));
    const setting = vscode.workspace.getConfiguration('editor');
    await setting.update(
      'codeActionsOnSave',
      { 'source.fixAll.iisDoctor': 'explicit' },
      vscode.ConfigurationTarget.Global,
    );
    try {
      const document = await open('copy/web.config');
      assert.equal(document.languageId, 'xml', 'without a declaration it is XML all the same');
      await finding(document, 'invalid-boolean');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(1, 0), '<!-- changed -->\n');
      await vscode.workspace.applyEdit(edit);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.save');
      await eventually('the fix is saved', async () =>
        Buffer.from(await vscode.workspace.fs.readFile(copy))
          .toString()
          .includes('enabled="true"'),
      );
      await gone(document, 'invalid-boolean');
    } finally {
      await setting.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
      await vscode.workspace.fs.delete(inWorkspace('copy'), { recursive: true });
    }
  });

  it('is checked as the settings say', async () => {
    const document = await open(server);
    await finding(document, 'duplicate-binding');
    const setting = vscode.workspace.getConfiguration('iisDoctor.check');
    const set = (key: string, value: unknown) => setting.update(key, value, vscode.ConfigurationTarget.Global);
    try {
      await set('severities', { 'duplicate-binding': 'information', 'missing-application-pool': 'off' });
      await gone(document, 'missing-application-pool');
      await eventually(
        'information',
        () =>
          findings(document).find(({ code }) => code === 'duplicate-binding')?.severity ===
          vscode.DiagnosticSeverity.Information,
      );
      await set('severities', undefined);
      await set('profile', 'hardening');
      await eventually('more findings', () => findings(document).length > 3);
      await set('enabled', false);
      await eventually('no findings', () => findings(document).length === 0);
    } finally {
      for (const key of ['severities', 'profile', 'enabled']) await set(key, undefined);
    }
    await eventually('the faults again', () => findings(document).length === 3);
  });

  it('is no other XML, however large', async () => {
    const rows = '<row id="1"><name>a bicycle</name><price>100</price></row>\n'.repeat(80_000);
    const document = await vscode.workspace.openTextDocument({ language: 'xml', content: `<rows>\n${rows}</rows>\n` });
    await vscode.window.showTextDocument(document);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(1, 3),
    );
    assert.deepEqual(hovers, []);
    // The answer for a file of ours shows that the server has had its turn.
    await finding(await open(server), 'duplicate-binding');
    assert.deepEqual(findings(document), []);
    assert.equal(extension().exports.serverState(), 'running');
  });
});

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
