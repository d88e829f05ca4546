import assert from 'node:assert/strict';
import { CliFolder } from '../kit/cliFolder';

const documents = (...names: readonly string[]): string =>
  `<configuration><system.webServer><defaultDocument><files>${names.map((name) => `<add value="${name}" />`).join('')}</files></defaultDocument></system.webServer></configuration>`;
const SERVER = `<configuration><system.applicationHost><applicationPools><add name="p" /></applicationPools><sites><site name="Shop" id="1"><application path="/" applicationPool="p"><virtualDirectory path="/" physicalPath="D:\\sites\\shop" /></application><bindings><binding protocol="http" bindingInformation="*:80:shop.example.com" /></bindings></site></sites></system.applicationHost></configuration>`;

describe('iis-doctor check with a server', function () {
  // Every call starts a process.
  this.timeout(60_000);
  const folder = new CliFolder();
  const { write } = folder;
  const rulesIn = (args: readonly string[]): string[] => {
    const { stdout, stderr } = folder.run(['check', '--format', 'json', ...args]);
    assert.ok(stdout, stderr);
    const { files } = JSON.parse(stdout) as { files: { findings: { rule: string }[] }[] };
    return files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  };

  it('puts a web.config below those above it, by a map', () => {
    write('server/applicationHost.config', SERVER);
    write('src/Web/Web.config', documents('shop.htm'));
    write('src/Web/admin/web.config', documents('shop.htm'));
    const server = ['src/Web/admin', '--server-config', 'server/applicationHost.config'];
    assert.ok(!rulesIn(server).includes('inherited-duplicate-entry'), 'nobody knows where it belongs');
    assert.ok(rulesIn([...server, '--map', 'D:\\sites\\shop=src/Web']).includes('inherited-duplicate-entry'));
    write(
      '.iis-doctor.json',
      '{ "serverConfig": "Server/applicationHost.config", "maps": { "D:\\\\sites": "src/none", "d:/sites/shop": "src/Web" } }',
    );
    assert.ok(rulesIn(['src/Web/admin']).includes('inherited-duplicate-entry'), 'the same by settings');
  });

  it('knows what the files of the .NET Framework lock', () => {
    const trust = (attributes: string): string =>
      `<configuration><location ${attributes}><system.web><trust level="Medium" /></system.web></location></configuration>`;
    write('site/web.config', '<configuration><system.web><trust level="Full" /></system.web></configuration>');
    write('net/Framework64/v4.0.30319/Config/web.config', trust('allowOverride="false"'));
    assert.deepEqual(rulesIn(['.']), ['locked-section'], 'among the files that are checked');
    assert.deepEqual(rulesIn(['site']), []);
    write('net/applicationHost.config', SERVER);
    assert.deepEqual(
      rulesIn(['site', '--server-config', 'net/applicationHost.config']),
      ['locked-section'],
      'beside it',
    );
    write('net/Framework64/v4.0.30319/Config/web.config', trust('allowOverride="true"'));
    assert.deepEqual(rulesIn(['site', '--server-config', 'net/applicationHost.config']), []);
  });

  it('looks for the files that configSource names, without minding their case', () => {
    write(
      'web.config',
      '<configuration><appSettings configSource="Config\\App.config" /><connectionStrings configSource="none.config" /></configuration>',
    );
    write('config/app.config', '<appSettings />');
    assert.equal(rulesIn(['--profile', 'recommended']).filter((rule) => rule === 'missing-config-source').length, 1);
  });
});
