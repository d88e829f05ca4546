import assert from 'node:assert/strict';
import { rawAnswers, readRaw as read, reasonOf, valueOf } from '../../../kit/rawAnswers';

describe('the readers, on what a healthy server answers', () => {
  it('system: versions, and the folders of 64-bit programs', () => {
    const system = read('system', rawAnswers.system);
    assert.equal(system.windows, 'Windows Server 2022 Datacenter');
    assert.equal(system.windowsVersion, '10.0.20348');
    assert.equal(system.iis, '10.0');
    assert.equal(system.now, '2026-11-25T02:58:00.000Z');
    assert.equal(system.administrator, true);
    assert.deepEqual(system.variables, {
      systemdrive: 'C:',
      windir: 'C:\\Windows',
      programfiles: 'C:\\Program Files',
      programw6432: 'C:\\Program Files',
    });
  });

  it('system: Server 2012, Windows 11, no IIS, no rights', () => {
    const windows = (value: object) => ({ ...rawAnswers.system, windows: { value } });
    const old = {
      productName: 'Windows Server 2012 Standard',
      currentVersion: '6.2',
      major: null,
      minor: null,
      build: '9200',
    };
    assert.equal(read('system', windows({ ...old, revision: null })).windowsVersion, '6.2.9200');
    const eleven = {
      productName: 'Windows 10 Pro',
      currentVersion: '6.3',
      major: 10,
      minor: 0,
      build: '22631',
      revision: 1,
    };
    assert.equal(read('system', windows(eleven)).windows, 'Windows 11 Pro');
    const bare = read('system', {
      ...rawAnswers.system,
      iis: { error: { message: '', hresult: '0x80070002', category: 'OperationStopped' } },
      administrator: { value: false },
    });
    assert.deepEqual([bare.iis, bare.administrator], [null, false]);
  });

  it('features: those that are installed', () => {
    assert.deepEqual(valueOf(read('features', rawAnswers.features).components), ['W3SVC', 'ASPNET45']);
  });

  it('services: with the driver HTTP and what each depends on', () => {
    const services = valueOf(read('services', rawAnswers.services).services);
    const one = (name: string) => services.find((service) => service.name === name);
    assert.equal(services.length, 6);
    assert.deepEqual(one('W3SVC'), {
      name: 'W3SVC',
      displayName: 'World Wide Web Publishing Service',
      state: 'running',
      processId: 4816,
      exitCode: 0,
      startType: 'automatic',
      account: 'localSystem',
      dependsOn: ['WAS', 'HTTP'],
    });
    assert.deepEqual(
      [one('HTTP')?.state, one('HTTP')?.startType, one('HTTP')?.displayName],
      ['running', 'manual', 'HTTP'],
    );
    assert.deepEqual(
      [one('Contoso.Orders')?.displayName, one('Contoso.Orders')?.exitCode],
      ['Orders: import and export', 1066],
    );
    assert.equal(one('NetTcpActivator')?.state, 'stopPending');
    assert.equal(one('CDPUserSvc_4f2a1')?.state, 'paused');
  });

  it('application pools: names with every sign, no managed code', () => {
    assert.deepEqual(valueOf(read('application-pools', rawAnswers['application-pools']).pools), [
      { name: 'DefaultAppPool', state: 'started', runtime: 'v4.0', pipeline: 'Integrated' },
      { name: 'Orders & "more" >', state: 'stopped', runtime: '', pipeline: 'Classic' },
    ]);
  });

  it('sites: bindings, applications and virtual directories', () => {
    const { sites, applications, virtualDirectories } = read('sites', rawAnswers.sites);
    assert.deepEqual(valueOf(sites), [
      {
        name: 'Default Web Site',
        id: 1,
        state: 'started',
        bindings: [
          { protocol: 'http', information: '*:80:' },
          { protocol: 'https', information: '[2001:db8::25]:443:www.contoso.example' },
          { protocol: 'net.tcp', information: '808:*' },
        ],
      },
      { name: 'Läden', id: 7, state: 'unknown', bindings: [] },
    ]);
    assert.deepEqual(valueOf(applications)[1], {
      site: 'Default Web Site',
      path: '/shop',
      applicationPool: 'Orders',
    });
    assert.deepEqual(valueOf(virtualDirectories), [
      { site: 'Default Web Site', application: '/', path: '/', physicalPath: '%SystemDrive%\\inetpub\\wwwroot' },
      { site: 'Default Web Site', application: '/shop', path: '/img', physicalPath: '\\\\files\\img' },
    ]);
  });

  it('worker processes: one that may not be looked at, requests of two versions', () => {
    const { workers, requests } = read('worker-processes', rawAnswers['worker-processes']);
    const [first, second] = valueOf(workers);
    assert.equal(valueOf(first?.use).cpuSeconds, 19.078125);
    assert.deepEqual([second?.processId, reasonOf(second?.use)], [5120, 'needsAdministrator']);
    const [older, newer] = valueOf(requests);
    assert.deepEqual(older, {
      id: 'f1000008000002b',
      processId: 5120,
      site: '',
      siteId: 1,
      applicationPool: 'Orders',
      verb: 'GET',
      url: '/shop/report.aspx?id=7',
      client: '192.0.2.44',
      elapsed: 31244,
      stage: 'ExecuteRequestHandler',
      module: 'ManagedPipelineHandler',
    });
    assert.deepEqual([newer?.stage, newer?.elapsed, newer?.client], ['ExecuteRequestHandler', 12, '192.0.2.45']);
  });

  it('certificates: names, and a store that this version does not have', () => {
    const one = valueOf(read('certificates', rawAnswers.certificates).certificates)[0];
    assert.ok(one);
    assert.deepEqual(one.dnsNames, ['www.contoso.example', 'a.b']);
    assert.equal(one.notAfter, '2026-12-01T00:00:00.000Z');
    assert.equal(one.store, 'My');
  });

  it('configuration files: with their text, too large, already known, missing', () => {
    const { folder, files, schemas } = read('configuration-files', rawAnswers['configuration-files']);
    assert.equal(folder, 'C:\\Windows\\System32\\inetsrv\\config');
    assert.equal(valueOf(files[1]?.file).text, '<configuration>ü</configuration>');
    assert.deepEqual(
      files.map(({ file }) => reasonOf(file)),
      [null, null, 'tooLarge', null, 'notFound'],
    );
    assert.equal(valueOf(files[3]?.file).text, null);
    assert.match(schemas[0]?.path ?? '', /IIS_schema\.xml$/);
    const shared = { ...rawAnswers['configuration-files'], shared: { value: '\\\\files\\iis' } };
    assert.equal(read('configuration-files', shared).folder, '\\\\files\\iis');
  });

  it('web.config files: a share is a second hop, a folder needs rights', () => {
    const { files } = read('web-configs', rawAnswers['web-configs']);
    assert.deepEqual(
      files.map(({ file }) => reasonOf(file)),
      [null, 'secondHop', 'needsAdministrator'],
    );
    assert.equal(valueOf(files[0]?.file).text, '<configuration />');
  });

  it('logs: listed, and the end of one cut at a line', () => {
    const { folders } = read('log-folders', rawAnswers['log-folders']);
    assert.equal(valueOf(folders[0]?.files)[0]?.size, 12);
    assert.equal(reasonOf(folders[1]?.files), 'notFound');
    const { tail } = read('file-tail', rawAnswers['file-tail']);
    assert.deepEqual(valueOf(tail), { size: 1000, text: 'whole line ü\r\n', isWhole: false });
  });

  it('the end of a file in UTF-16, also one that begins within a character', () => {
    const bytes = Buffer.from('rest of a line\r\nwhole line one\r\nwhole line two\r\n', 'utf16le');
    for (const [from, cut] of [
      [10, bytes],
      [11, bytes.subarray(1)],
    ] as const) {
      const raw = { tail: { value: { size: 500, from, bytes: cut.toString('base64') } } };
      assert.equal(valueOf(read('file-tail', raw).tail).text, 'whole line one\r\nwhole line two\r\n');
    }
  });

  it('DCOM permissions: what is not set is not found', () => {
    const dcom = read('dcom-permissions', rawAnswers['dcom-permissions']);
    assert.deepEqual([dcom.className, dcom.applicationName, valueOf(dcom.keyOwner)], ['IIS Reset', 'iisrstas', 'O:BA']);
    assert.deepEqual([dcom.launch, dcom.access, dcom.defaultLaunch, dcom.launchLimits].map(reasonOf), [
      null,
      'notFound',
      null,
      'notFound',
    ]);
  });

  it('identifiers: where a GUID is registered, who a SID is', () => {
    const { guids, sids } = read('identifiers', rawAnswers.identifiers);
    assert.equal(valueOf(guids[0]?.registered)[0]?.path, 'iisrstas.exe');
    assert.deepEqual(valueOf(guids[1]?.registered), []);
    assert.equal(valueOf(sids[0]?.account), 'IIS APPPOOL\\Orders');
    assert.equal(reasonOf(sids[1]?.account), 'notFound');
  });
});
