import assert from 'node:assert/strict';
import type { Known } from '../../../../src/engine/probes/probe';
import { appcmdList } from '../../../../src/engine/probes/reading/appcmd';
import { cleanXml, flatList } from '../../../../src/engine/probes/reading/xml';
import workerProcesses from '../../../../src/engine/probes/worker-processes';
import { appcmdXml, printed, reasonOf, valueOf } from '../../../kit/rawAnswers';

describe('appcmd', () => {
  const list = (text: string, exitCode = 0): Known<readonly unknown[]> =>
    appcmdList(printed(text, exitCode), 'x', 'site');

  it('lists nothing with exit code 1', () => {
    assert.deepEqual(valueOf(list(appcmdXml(), 1)), []);
    assert.deepEqual(valueOf(list('<appcmd />', 1)), []);
  });

  for (const [what, text, exitCode, reason, detail] of [
    [
      'no rights',
      'ERROR ( hresult:80070005, message:Command execution failed.\r\nAccess is denied.\r\n )\r\n',
      5,
      'needsAdministrator',
      /Access is denied\.$/,
    ],
    [
      'no rights, as XML',
      appcmdXml('<ERROR hresult="80070005" message="Command execution failed.&#x0a;Access is denied.&#x0a;" />'),
      5,
      'needsAdministrator',
      /Access is denied\.$/,
    ],
    [
      'no rights on the first file of all',
      'ERROR ( message:Configuration error\r\nFilename: redirection.config\r\nLine Number: 0\r\nDescription: Cannot read configuration file due to insufficient permissions\r\n. )\r\n',
      5,
      'needsAdministrator',
      /insufficient permissions/,
    ],
    [
      'the same in German, known by the exit code',
      'ERROR ( message:Konfigurationsfehler\r\nDateiname: redirection.config\r\nZeilennummer: 0\r\nBeschreibung: Keine ausreichenden Berechtigungen\r\n. )\r\n',
      5,
      'needsAdministrator',
      /Konfigurationsfehler/,
    ],
    [
      'a broken configuration',
      'ERROR ( message:Configuration error\r\nFilename: \\\\?\\C:\\Windows\\system32\\inetsrv\\config\\applicationHost.config\r\nLine Number: 308\r\nDescription: Configuration file is not well-formed XML\r\n. )\r\n',
      13,
      'failed',
      /Line Number: 308 Description: Configuration file is not well-formed XML/,
    ],
    [
      'invalid data',
      'ERROR ( hresult:8007000d, message:命令执行失败。\r\n数据无效。\r\n )\r\n',
      13,
      'failed',
      /数据无效/,
    ],
    [
      'a lost connection',
      'ERROR ( hresult:800706be, message:Сбой при удаленном вызове процедуры. )',
      1726,
      'failed',
      /Сбой/,
    ],
    [
      'nothing there',
      'ERROR ( hresult:80070002, message:Cannot find it (x). )',
      2,
      'notFound',
      /^Cannot find it \(x\)\.$/,
    ],
    [
      'a second configuration that cannot be committed',
      'ERROR ( hresult:c00cee2b, message:Failed to commit configuration changes.  \r\n\r\n )',
      1,
      'failed',
      /^Failed to commit/,
    ],
    ['nothing at all', '', 0, 'notUnderstood', /^$/],
    ['nothing at all and an exit code', '', 5, 'needsAdministrator', /^$/],
    ['help', 'General purpose IIS command line administration tool.', 0, 'notUnderstood', /^General/],
    ['a crash', 'The application failed to initialize.', 3221225781, 'failed', /initialize/],
  ] as const)
    it(`says ${what}`, () => {
      const answer = list(text, exitCode);
      assert.equal(reasonOf(answer), reason);
      assert.match(answer.known ? '' : answer.shortfall.detail, detail);
    });

  it('is not there', () => {
    const error = {
      message: 'The system cannot find the file specified',
      hresult: '0x80070002',
      category: 'NotSpecified',
    };
    assert.equal(reasonOf(appcmdList({ error }, 'x', 'site')), 'notInstalled');
  });

  it('says that requests cannot be listed without Request Monitor, and that nothing works without WAS', () => {
    const read = (text: string) =>
      workerProcesses.read({ workers: printed(text, 1), requests: printed(text, 1), processes: { value: [] } }, {});
    const without = read('ERROR ( hresult:80004001, message:Command execution failed.\r\nNot implemented\r\n )');
    assert.equal(reasonOf(without.requests), 'notInstalled');
    assert.equal(reasonOf(without.workers), 'failed');
    const stopped = read('ERROR ( hresult:80070426, message:The service has not been started. )');
    assert.deepEqual([valueOf(stopped.requests), valueOf(stopped.workers)], [[], []]);
  });

  it('lists a site that is called like an error', () => {
    const name = 'ERROR ( hresult:80070005, message:x )';
    assert.equal(valueOf(list(appcmdXml(`<SITE SITE.NAME="${name}" SITE.ID="1" />`))).length, 1);
  });

  it('takes thousands of sites, in pieces', () => {
    const many = Array.from(
      { length: 20_000 },
      (_, i) => `<SITE SITE.NAME="site ${i} &gt; /&gt;" SITE.ID="${i}" state="Started" />`,
    );
    assert.equal(valueOf(list(appcmdXml(...many))).length, 20_000);
  });
});

describe('XML of programs', () => {
  it('keeps what is allowed and nothing else', () => {
    assert.equal(
      cleanXml('a\u0001\t&#1;&#x1F;&#10;&#xA;&#xD800;&#x110000;&#99999999;&#x1F600;\uffff'),
      'a\ufffd\t\ufffd\ufffd&#10;&#xA;\ufffd\ufffd\ufffd&#x1F600;\ufffd',
    );
  });

  it('is a list only where it is whole', () => {
    assert.equal(flatList('<appcmd><A b="1"/></appcmd>')?.length, 1);
    assert.equal(flatList(`<appcmd><A b='">'/></appcmd>`)?.[0]?.attributes.get('b'), '">');
    for (const torn of [
      '<appcmd><A b="1"/>',
      '<appcmd><A b="1</appcmd>',
      '<appcmd><A></appcmd>',
      '<appcmd></A></appcmd>',
      '<appcmd>x</appcmd>',
      '<a/><b/>',
      '<appcmd><A b=1/></appcmd>',
    ])
      assert.equal(flatList(torn), null, torn);
  });

  it('takes names of object properties for what they are', () => {
    const [one] = flatList('<l><A __proto__="1" constructor="2" toString="3"/></l>') ?? [];
    assert.equal(one?.attributes.get('constructor'), '2');
    assert.equal(flatList('<l><__proto__ a="1"/><constructor/></l>')?.length, 2);
  });

  it('never expands an entity of its own', () => {
    assert.equal(flatList('<!DOCTYPE l [<!ENTITY a "aaaa">]><l><A b="&a;&a;"/></l>'), null);
    assert.equal(flatList('<l><A b="&a;"/></l>'), null);
  });
});
