import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cliIn } from '../kit/cli';

const SERVER = `<configuration>
  <system.applicationHost>
    <sites>
      <site name="Shop" id="1">
        <application path="/"><virtualDirectory path="/" physicalPath="D:\\sites\\shop" /></application>
        <application path="/till"><virtualDirectory path="/" physicalPath="D:\\sites\\till" /></application>
      </site>
    </sites>
  </system.applicationHost>
  <system.webServer>
    <defaultDocument><files><add value="index.html" /></files></defaultDocument>
  </system.webServer>
</configuration>
`;
const SHOP =
  '<configuration>\n<system.webServer>\n<defaultDocument><files><add value="shop.html" /></files></defaultDocument>\n</system.webServer>\n</configuration>';

describe('iis-doctor effective', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-effective-'));
    mkdirSync(path.join(folder, 'src/shop'), { recursive: true });
    writeFileSync(path.join(folder, 'applicationHost.config'), SERVER);
    writeFileSync(path.join(folder, 'src/shop/Web.config'), SHOP);
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) => cliIn(folder, ['effective', ...args, '--server-config', 'applicationHost.config']);
  const MAP = ['--map', 'D:\\sites=src'];

  it('shows what holds, with the file and line that says it', () => {
    const { stdout, status } = run('shop/till', 'system.webServer/defaultDocument', ...MAP);
    assert.equal(status, 0);
    const [first, second] = stdout.split('\n').filter((line) => line.includes('<add'));
    assert.match(first ?? '', /shop\.html.*Web\.config line 3/);
    assert.match(second ?? '', /index\.html.*applicationHost\.config line 11/);
  });

  it('begins with the files of the .NET Framework beside the file of the server', () => {
    const config = path.join(folder, 'Framework64/v4.0.30319/CONFIG');
    mkdirSync(config, { recursive: true });
    writeFileSync(
      path.join(folder, 'machine.config'),
      '<configuration>\n<system.web><pages theme="a" /></system.web></configuration>',
    );
    writeFileSync(
      path.join(config, 'web.config'),
      '<configuration>\n<location path="Shop/till">\n<system.web><pages theme="b" /></system.web></location></configuration>',
    );
    assert.match(run('Shop', 'system.web/pages').stdout, /theme="a".*machine\.config line 2/);
    assert.match(run('Shop/till', 'system.web/pages').stdout, /theme="b".*web\.config line 3/);
    assert.match(run('Shop/till').stdout, /system\.web\/pages, as it holds/);
    rmSync(path.join(folder, 'machine.config'));
    rmSync(path.join(folder, 'Framework64'), { recursive: true });
  });

  it('reads no web.config without a map', () =>
    assert.doesNotMatch(run('Shop', 'system.webServer/defaultDocument').stdout, /shop\.html/));

  it('shows every section that some file sets', () => {
    const { stdout } = run('Shop', ...MAP);
    assert.match(stdout, /system\.webServer\/defaultDocument, as it holds for Shop/);
    assert.doesNotMatch(stdout, /urlCompression/);
  });

  it('speaks JSON', () => {
    const found = JSON.parse(run('Shop', 'system.webServer/defaultDocument', '--format', 'json', ...MAP).stdout) as {
      path: string;
      sections: { section: string; effective: { elements: { name: string; entries: unknown[] }[] } }[];
    };
    assert.equal(found.path, 'Shop');
    assert.equal(found.sections[0]?.effective.elements.find(({ name }) => name === 'files')?.entries.length, 2);
  });

  it('says what is wrong', () => {
    const site = run('Shpo');
    assert.equal(site.status, 3);
    assert.match(site.stderr, /There is no site "Shpo" on this server\. Did you mean "Shop"\?/);
    const section = run('Shop', 'system.webServer/defaultDocumant');
    assert.equal(section.status, 2);
    assert.match(section.stderr, /Did you mean system\.webServer\/defaultDocument\?/);
    assert.equal(cliIn(folder, ['effective', 'Shop']).status, 2);
    assert.equal(cliIn(folder, ['effective', 'Shop', '--server-config', 'gone.config']).status, 3);
  });
});
