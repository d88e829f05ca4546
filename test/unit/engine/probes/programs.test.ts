import assert from 'node:assert/strict';
import { explainRecords } from '../../../../src/engine/explain/explainRecords';
import type { Known } from '../../../../src/engine/probes/probe';
import { listenAddresses, sslBindings, urlReservations } from '../../../../src/engine/probes/reading/netsh';
import type { RawOutput } from '../../../../src/engine/probes/reading/raw';
import { queriedServices } from '../../../../src/engine/probes/reading/sc';
import { dnsNamesOf } from '../../../../src/engine/probes/reading/subjectNames';
import { queriedEvents } from '../../../../src/engine/probes/reading/wevtutil';
import { knowledge } from '../../../kit/knowledge';
import { captured, reasonOf, valueOf } from '../../../kit/rawAnswers';

const output = (text: string, exitCode = 0, errors = ''): RawOutput => ({ text, errors, exitCode });

describe('sc', () => {
  it('in Spanish', () => {
    assert.deepEqual(valueOf(queriedServices(output(captured('sc-queryex-es.txt')))), [
      { name: 'W3SVC', displayName: 'Servicio de publicación World Wide Web', state: 4, exitCode: 0, processId: 4816 },
      { name: 'WMSVC', displayName: 'Servicio de administración web', state: 1, exitCode: 1077, processId: 0 },
    ]);
  });

  it('in German and Japanese, whose labels are English and whose names are not', () => {
    const rename = (displayName: string) =>
      captured('sc-queryex.txt').replace('World Wide Web Publishing Service', displayName);
    for (const displayName of ['WWW-Publishingdienst: für alle', 'World Wide Web 発行サービス']) {
      const services = valueOf(queriedServices(output(rename(displayName))));
      assert.equal(services.find(({ name }) => name === 'W3SVC')?.displayName, displayName);
      assert.equal(services.length, 5);
    }
  });

  it('with labels in Japanese and wide colons', () => {
    const text = captured('sc-queryex-http.txt')
      .replace('SERVICE_NAME: ', 'サービス名：')
      .replace('STATE              :', '状態               ：');
    assert.deepEqual(valueOf(queriedServices(output(text)))[0]?.state, 4);
  });

  it('with what it has before the buffer is full', () => {
    const text = `${captured('sc-queryex.txt')}\r\nEnum: more data, need 1822 bytes start resume at index 79\r\n`;
    assert.equal(valueOf(queriedServices(output(text))).length, 5);
  });

  it('that fails', () => {
    for (const [text, exitCode, reason] of [
      ['[SC] OpenSCManager FAILED 5:\r\n\r\nAccess is denied.\r\n', 5, 'needsAdministrator'],
      [
        '[SC] EnumQueryServicesStatus:OpenService FEHLER 1060:\r\n\r\nDer angegebene Dienst ist kein installierter Dienst.\r\n',
        1060,
        'failed',
      ],
      ['', 0, 'notUnderstood'],
    ] as const)
      assert.equal(reasonOf(queriedServices(output(text, exitCode))), reason, text);
  });
});

describe('netsh', () => {
  it('names certificates by address, host and central store', () => {
    assert.deepEqual(valueOf(sslBindings(output(captured('netsh-sslcert.txt')))), [
      {
        endpoint: '0.0.0.0:443',
        kind: 'address',
        thumbprint: 'A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4',
        applicationId: '{4dc3e181-e14b-4a21-b022-59fc669b0914}',
        store: 'My',
      },
      {
        endpoint: '[::]:8172',
        kind: 'address',
        thumbprint: '0F1E2D3C4B5A69788796A5B4C3D2E1F00F1E2D3C',
        applicationId: '{00000000-0000-0000-0000-000000000000}',
        store: '',
      },
      {
        endpoint: 'www.contoso.example:443',
        kind: 'hostName',
        thumbprint: 'FEDCBA98765432100123456789ABCDEFFEDCBA98',
        applicationId: '{4dc3e181-e14b-4a21-b022-59fc669b0914}',
        store: 'WebHosting',
      },
      {
        endpoint: '*:443',
        kind: 'centralStore',
        thumbprint: '',
        applicationId: '{4dc3e181-e14b-4a21-b022-59fc669b0914}',
        store: '',
      },
    ]);
  });

  it('in Portuguese, Japanese and French', () => {
    const portuguese = captured('netsh-sslcert-pt.txt');
    const japanese = portuguese.replaceAll('IP:porta', 'IP:ポート').replaceAll('Hash do Certificado', '証明書ハッシュ');
    const french = portuguese
      .replaceAll('IP:porta  ', 'Adresse IP:port')
      .replaceAll('Hash do Certificado', 'Hachage du certificat');
    for (const text of [portuguese, japanese, french])
      assert.deepEqual(
        valueOf(sslBindings(output(text))).map(({ endpoint, store }) => [endpoint, store]),
        [
          ['0.0.0.0:443', 'My'],
          ['www.contoso.example:443', 'WebHosting'],
        ],
      );
  });

  it('reserves URLs for users, also for one whom nobody knows any more', () => {
    assert.deepEqual(valueOf(urlReservations(output(captured('netsh-urlacl.txt')))), [
      { url: 'http://*:5357/', user: 'BUILTIN\\Users' },
      { url: 'http://*:5357/', user: 'NT AUTHORITY\\LOCAL SERVICE' },
      { url: 'https://+:444/adfs/services/', user: 'S-1-5-80-2246541699-21809830-3603976364-117610243-975697593' },
      { url: 'http://+:80/WebShop/', user: 'CONTOSO\\svc-shop' },
    ]);
    assert.deepEqual(valueOf(urlReservations(output(captured('netsh-urlacl-de.txt')))), [
      { url: 'http://*:5357/', user: 'VORDEFINIERT\\Benutzer' },
      { url: 'http://*:5357/', user: 'NT-AUTORITÄT\\LOKALER DIENST' },
    ]);
  });

  it('listens on addresses', () => {
    assert.deepEqual(valueOf(listenAddresses(output(captured('netsh-iplisten.txt')))), [
      '192.0.2.10',
      '::1',
      '2001:db8::25',
    ]);
  });

  it('lists nothing, or fails', () => {
    const empty = '\r\nSSL-Zertifikatbindungen: \r\n------------------------- \r\n\r\n';
    const readers: ((one: RawOutput) => Known<readonly unknown[]>)[] = [sslBindings, urlReservations, listenAddresses];
    for (const read of readers) {
      assert.deepEqual(valueOf(read(output(empty))), []);
      assert.equal(
        reasonOf(read(output('The requested operation requires elevation (Run as administrator).', 1))),
        'failed',
      );
      assert.equal(reasonOf(read(output(''))), 'notUnderstood');
    }
  });
});

describe('wevtutil', () => {
  const three = captured('wevtutil-system.xml');

  it('prints events without a root: each is read, forbidden characters are replaced', async () => {
    const events = valueOf(queriedEvents(output(three)));
    assert.deepEqual(
      events.map((event) => /<EventRecordID>(\d+)/.exec(event)?.[1]),
      ['90412', '90411', '90410'],
    );
    assert.match(events[1] ?? '', /application-specific\ufffd</);
    const explained = await explainRecords(events.join('\n'), knowledge);
    assert.deepEqual(
      explained.records.map(({ eventId }) => eventId),
      [5011, 10016, 7031],
    );
  });

  it('also all in one line', () => {
    assert.equal(valueOf(queriedEvents(output(three.replaceAll('\r\n', '')))).length, 3);
  });

  it('leaves out what is torn, at the end and in the middle', () => {
    assert.equal(valueOf(queriedEvents(output(three.slice(0, -200)))).length, 2);
    const [first = '', second = '', third = ''] = three.split('\r\n');
    const events = valueOf(queriedEvents(output(`${first}\n${second.slice(0, 300)}\n${third}`)));
    assert.equal(events.length, 2);
    assert.match(events[1] ?? '', /^<Event [^]*7031[^]*<\/Event>$/);
  });

  it('fails', () => {
    for (const [text, exitCode, errors, reason] of [
      ['', 5, 'Failed to read events. Access is denied.', 'needsAdministrator'],
      ['', 15007, 'The specified channel could not be found.', 'notInstalled'],
      ['', 15001, 'The specified query is invalid.', 'failed'],
      ['<Event', 0, '', 'notUnderstood'],
      ['noise', 0, '', 'notUnderstood'],
    ] as const)
      assert.equal(reasonOf(queriedEvents(output(text, exitCode, errors))), reason, errors);
    assert.deepEqual(valueOf(queriedEvents(output('\r\n'))), []);
  });

  it('takes time in proportion, torn or not', () => {
    const cost = (text: string): number => {
      const started = process.cpuUsage();
      queriedEvents(output(text));
      return process.cpuUsage(started).user;
    };
    for (const text of [three, '<Event '.repeat(20), `${'<Event '.repeat(20)}</Event>`, '<Event><a></Event>']) {
      cost(text.repeat(100));
      const [short, long] = [cost(text.repeat(100)), cost(text.repeat(1000))];
      assert.ok(long < 40 * (short + 5_000), `${short} ${long}`);
    }
  });
});

describe('names of a certificate', () => {
  it('broken ones are none', () => {
    const good = Buffer.from('30058203612e62', 'hex');
    assert.deepEqual(dnsNamesOf(good), ['a.b']);
    for (const bad of ['', '30', '3005', '30058203612e', '3084ffffffff', '3080', '0403616263', '30058210612e62'])
      assert.deepEqual(dnsNamesOf(Buffer.from(bad, 'hex')), [], bad);
  });
});
