import assert from 'node:assert/strict';
import { wants, type Candidate } from '../../../src/editor/documentSelection';

const document = (rest: Partial<Candidate>): Candidate => ({
  scheme: 'file',
  path: '/work/a.txt',
  languageId: 'plaintext',
  beginning: () => '',
  ...rest,
});

describe('the documents that the server gets', () => {
  for (const languageId of ['plaintext', 'log', 'bat', 'powershell', 'vb'])
    it(`are all of ${languageId}, without reading them`, () =>
      assert.ok(wants(document({ languageId, beginning: () => assert.fail('read') }))));

  for (const path of [
    '/x/applicationHost.config',
    '/x/APPLICATIONHOST.CONFIG',
    '/x/Web.config',
    '/x/.iis-doctor.json',
    '/x/web.Release.config',
    'web.config',
    '/x/administration.config',
    '/x/redirection.config',
    '/x/machine.config',
  ])
    it(`are ${path}, whatever its language`, () => assert.ok(wants(document({ path, languageId: 'cobol' }))));

  for (const languageId of [
    'xml',
    'csv',
    'tsv',
    'json',
    'jsonl',
    'yaml',
    'markdown',
    'dockerfile',
    'groovy',
    'azure-pipelines',
  ]) {
    it(`are of ${languageId} those that concern IIS`, () =>
      assert.ok(wants(document({ languageId, beginning: () => 'Provider: Microsoft-Windows-DistributedCOM' }))));
    it(`are of ${languageId} no others`, () =>
      assert.ok(!wants(document({ languageId, beginning: () => '{ "name": "a shop for bicycles" }' }))));
  }

  for (const text of [
    'steps:\n  - script: iisreset\n',
    'run: net.exe stop "http" /y',
    'pwsh: Restart-Service -Name WAS -Force',
    'pwsh: Restart-WebAppPool -Name Shop',
    'FROM mcr.microsoft.com/windows/servercore/iis\n',
    '- task: IISWebAppDeploymentOnMachineGroup@0',
  ])
    it(`are pipelines with ${text}`, () => assert.ok(wants(document({ languageId: 'yaml', beginning: () => text }))));
  for (const text of ['run: npm ci && npm test', 'stop-service app that was slow; net stops at noon'])
    it(`are no pipelines with ${text}`, () =>
      assert.ok(!wants(document({ languageId: 'yaml', beginning: () => text }))));

  for (const scheme of ['output', 'git', 'vscode-scm', 'comment', 'iis-doctor-explanation'])
    it(`are none of the scheme ${scheme}`, () => assert.ok(!wants(document({ scheme, path: '/web.config' }))));

  for (const [languageId, path] of [
    ['typescript', '/x/a.ts'],
    ['xml', '/x/app.config'],
    ['xml', '/x/myweb.config'],
    ['xml', '/x/packages.config'],
  ] as const)
    it(`are not ${path}`, () => assert.ok(!wants(document({ languageId, path }))));
});
