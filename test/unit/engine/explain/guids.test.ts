import assert from 'node:assert/strict';
import { explain, explainAt } from '../../../../src/engine/explain/explain';
import type { Explanation } from '../../../../src/engine/explain/explanation';
import { lookUp } from '../../../../src/engine/explain/lookUp';
import { unknownGuid } from '../../../../src/engine/explain/unknownGuid';
import { defineFamily } from '../../../../src/engine/knowledge/fact';
import { Knowledge } from '../../../../src/engine/knowledge/knowledge';

const NOBODYS = '12345678-1234-4234-8234-123456789ABC';
const ZEROS = '00000000-0000-0000-0000-000000000000';
const TWICE = '3D14228D-FBE1-11D0-995D-00C04FD919C1';

const source = { document: 'A document', says: 'that it is so', read: '2026-11-24' };
const fact = (id: string) => ({
  id,
  name: id,
  verdict: null,
  meaning: `Meaning of ${id}.`,
  sources: [source] as [typeof source],
  samples: ['unused here'] as [string],
  notSamples: ['unused here'] as [string],
});
const family = defineFamily({
  providers: [{ name: 'DCOM', label: 'DCOM', aliases: [] }],
  facts: [
    { ...fact('as-class'), keys: [{ kind: 'guid', guid: TWICE, roles: ['CLSID'] }] },
    { ...fact('as-application'), keys: [{ kind: 'guid', guid: TWICE, roles: ['AppID'] }] },
    {
      ...fact('zeros-of-a-binding'),
      keys: [{ kind: 'guid', guid: ZEROS, roles: ['HTTP.sys application'], onlyInRole: true }],
    },
    { ...fact('dcom-10016'), keys: [{ kind: 'event', provider: 'DCOM', eventId: 10016 }] },
  ],
});
const table = [
  '#1\tA listing',
  'guid\trole\tname\tpart\tservice\tappId\tsource',
  '9E175B6D-F52A-11D8-B9A5-505054503030\tCLSID\tClass of service WSearch\t\tWSearch\t\t1',
  '8D8F4F83-3594-4F07-8369-FC3C3CAE4919\tCLSID\t\t\t\tF72671A9-012C-4725-9D2F-2A4D32D65169\t1',
].join('\n');
const knowledge = new Knowledge([family], (file) => Promise.resolve(file === 'guids.tsv' ? table : ''));

const guidsIn = async (text: string): Promise<Explanation[]> =>
  (await explain(text, knowledge)).explanations.filter(({ kind }) => kind === 'guid');
const nameIn = async (text: string): Promise<string | undefined> => (await guidsIn(text))[0]?.answers[0].name;

describe('what the words around a GUID call it', () => {
  for (const [words, name] of [
    ['CLSID {?}', 'Unknown CLSID'],
    ['CSLID {?} and so on', 'Unknown CLSID'],
    ['with CLSID \n{?}\n and', 'Unknown CLSID'],
    ['<Data Name="CLSID">{?}</Data>', undefined],
    ['the class id is {?}', 'Unknown CLSID'],
    ['The server {?} did not register', 'Unknown CLSID'],
    ['Der Server "{?}" konnte nicht', 'Unknown CLSID'],
    ['Le serveur {?} ne s\u2019est pas', 'Unknown CLSID'],
    ['CLSID 为 {?} 的', 'Unknown CLSID'],
    ['服务器 {?} 没有', 'Unknown CLSID'],
    ['APPID\n{?}\n to the user', 'Unknown AppID'],
    ['dllhost.exe /Processid:{?}', 'Unknown AppID'],
    ['HKEY_CLASSES_ROOT\\AppID\\{?}\\x', 'Unknown AppID'],
    ['HKCR\\Interface\\{?}', 'Unknown IID'],
    ["the interface with IID '{?}' failed", 'Unknown IID'],
    ['TypeLib = {?}', 'Unknown type library'],
    ['<Provider Name="x" Guid="{?}"/>', undefined],
    ["Provider Name='x' Guid='{?}'", 'Unknown ETW provider'],
    ['ProviderId : ?', 'Unknown ETW provider'],
    ['SCM:{?}', 'Unknown COM+ application'],
    ['netsh http add sslcert ipport=0.0.0.0:443 certhash=00 appid={?}', 'Unknown HTTP.sys application'],
    ['Certificate Hash : 00\n Application ID    : {?}\n', 'Unknown HTTP.sys application'],
    ['Anwendungs-ID       : {?}\n Zertifikathash : 00', 'Unknown HTTP.sys application'],
    ['{?}', 'Unknown GUID'],
    ['  - `?`,', 'Unknown GUID'],
  ] as const)
    it(`${words.replaceAll('\n', ' ')}: ${name ?? 'nothing'}`, async () =>
      assert.equal(await nameIn(words.replace('?', NOBODYS)), name));

  it('puts the fact of that role first', async () => {
    const first = async (words: string) => (await guidsIn(`${words} {${TWICE}}`))[0]?.answers.map(({ id }) => id);
    assert.deepEqual(await first('CLSID'), ['as-class', 'as-application']);
    assert.deepEqual(await first('APPID'), ['as-application', 'as-class']);
  });

  it('takes zeros for a meaning only where they have that role', async () => {
    assert.equal(await nameIn(`netsh http add sslcert certhash=00 appid={${ZEROS}}`), 'zeros-of-a-binding');
    assert.deepEqual(await guidsIn(`{${ZEROS}}`), []);
    assert.deepEqual(await guidsIn(`CLSID {${ZEROS}}`), []);
  });
});

describe('ids of one happening', () => {
  for (const [text, id] of [
    ['Report Id: ?', 'guid-crash-report'],
    ['IntegratorReportId=?', 'guid-crash-report'],
    ['Berichts-ID: ?', 'guid-crash-report'],
    ["<Correlation ActivityID='{?}'/>", 'guid-activity'],
    ['RelatedActivityID="{?}"', 'guid-activity'],
    ['Correlation ID: ?', 'guid-activity'],
  ] as const)
    it(`are called so: ${text}`, async () =>
      assert.equal((await guidsIn(text.replace('?', NOBODYS)))[0]?.answers[0].id, id));

  it('are nothing where no activity was set', async () =>
    assert.deepEqual(await guidsIn(`<Correlation ActivityID='{${ZEROS}}'/>`), []));
});

describe('a GUID that nobody knows', () => {
  for (const text of [
    'GET /api/orders/? 200',
    'session 5 of ? ended',
    'UserIdentity ?',
    '  "requestId": "?",',
    'Application ID: ?',
    'UpgradeCode {?}',
    'x-ms-request-id: ?',
    'IIS://host/{?}/x',
  ])
    it(`is left alone in: ${text}`, async () => assert.deepEqual(await guidsIn(text.replace('?', NOBODYS)), []));

  const header = 'Source: DCOM\nEvent ID: 10016\nDescription:\n';
  it('is told in a record, unless it is a part of something or its own business', async () => {
    assert.equal(await nameIn(`${header}It is {${NOBODYS}} that failed.`), 'Unknown GUID');
    assert.deepEqual(await guidsIn(`${header}The file Policies\\{${NOBODYS}}\\gpt.ini failed.`), []);
    assert.deepEqual(await guidsIn(`${header}Product Code {${NOBODYS}} was removed.`), []);
    for (const words of ['RunspaceId=', 'TransactionId: ', 'Host ID ', 'Session identifier ', 'Message GUID '])
      assert.deepEqual(await guidsIn(`${header}It was ${words}${NOBODYS} again.`), [], words);
  });

  it('is told as what is asked for by hand', async () => {
    const [one] = (await lookUp(`Application ID ${NOBODYS}`, knowledge)).explanations;
    assert.equal(one?.answers[0].id, 'guid-unknown');
    const [zeros] = (await lookUp(ZEROS, knowledge)).explanations;
    assert.match(zeros?.answers[0].meaning ?? '', /empty value/);
  });

  it('is left alone in source code, projects and data', async () => {
    for (const beginning of [
      'using System;\n',
      '// Copyright\n/* and\n more */\n#include <windows.h>\n',
      '\uFEFF\r\nMicrosoft Visual Studio Solution File, Format Version 12.00\r\n',
      '<Project Sdk="Microsoft.NET.Sdk">\n',
      '#!/usr/bin/env python3\n',
      "# a comment\nimport { x } from 'y';\n",
      'package main\n',
      '{\n  "id": 1,\n',
    ])
      assert.deepEqual(await guidsIn(`${beginning}CLSID\n{${NOBODYS}}\n`), [], beginning);
    for (const beginning of ['import the certificate first.\n', '#Software: IIS\n', 'use this class\n', '[1] a log\n'])
      assert.equal((await guidsIn(`${beginning}CLSID {${NOBODYS}}\n`)).length, 1, beginning);
    assert.equal((await guidsIn(`[{"EventID": 1, "ProviderId": "${NOBODYS}"}]`)).length, 1);
  });

  it('is judged by the beginning of the document also far from it', async () => {
    const far = 'filler words without meaning\n'.repeat(2_000);
    const text = `using System;\n${far}CLSID {${NOBODYS}}\n`;
    assert.equal(await explainAt(text, text.lastIndexOf('1234'), knowledge), null);
    const log = `a log\n${far}CLSID {${NOBODYS}}\n`;
    assert.notEqual(await explainAt(log, log.lastIndexOf('1234'), knowledge), null);
  });

  it('reveals when and where it was made', () => {
    const meaning = (guid: string) => unknownGuid(guid, null).meaning;
    assert.match(meaning('61738644-F196-11D0-9953-00C04FD919C1'), /1997-06-30 .*00-C0-4F-D9-19-C1/);
    assert.match(meaning(NOBODYS), /random/);
    assert.match(meaning('EE799F41-CFA5-550B-BF2C-344747C1C668'), /computed from a name/);
    assert.match(meaning('9ED94440-E5E8-101B-B9B5-444553540000'), /impossible time/);
    assert.match(meaning('0002DF0F-0000-0000-C000-000000000046'), /by hand/);
    assert.match(meaning('11111111-1111-1111-1111-111111111111'), /stand-in/);
  });

  it('is looked up by commands for its role only, which change nothing', () => {
    const commands = (role: Parameters<typeof unknownGuid>[1]) => unknownGuid(NOBODYS, role).checks?.join(' ') ?? '';
    assert.match(commands('CLSID'), /reg\.exe query "HKCR\\CLSID\\\{12345678-/);
    assert.doesNotMatch(commands('CLSID'), /AppID\\|Publishers/);
    assert.match(commands('ETW provider'), /logman\.exe query providers/);
    assert.doesNotMatch(commands('ETW provider'), /HKCR/);
    assert.match(commands('HTTP.sys application'), /netsh\.exe http show/);
    for (const role of [null, 'CLSID', 'AppID', 'IID', 'COM+ application', 'HTTP.sys application'] as const)
      assert.doesNotMatch(commands(role), /\b(?:delete|add|set|import)\b/i);
  });
});

describe('a GUID of the table', () => {
  it('is named with its service and its source, without a verdict', async () => {
    const [one] = await guidsIn('{9E175B6D-F52A-11D8-B9A5-505054503030}');
    const [answer] = one!.answers;
    assert.equal(answer.name, 'Class of service WSearch');
    assert.equal(answer.verdict, null);
    assert.deepEqual(answer.checks, ['Does that service run? `sc.exe query WSearch`']);
    assert.deepEqual(answer.sources, [
      { document: 'A listing', says: 'The identifier, its role and its name.', read: '2026-11-21' },
    ]);
  });

  it('says where its name can be looked up if the table has none', async () => {
    const [one] = await guidsIn('{8D8F4F83-3594-4F07-8369-FC3C3CAE4919}');
    const [answer] = one!.answers;
    assert.equal(answer.name, 'CLSID without a name');
    assert.match(answer.meaning, /AppID is \{F72671A9-/);
    assert.match(answer.checks?.[0] ?? '', /reg\.exe query/);
  });
});
