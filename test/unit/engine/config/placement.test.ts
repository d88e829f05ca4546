import assert from 'node:assert/strict';
import { readConfig } from '../../../../src/engine/config/document';
import { placeOf, type FolderMap } from '../../../../src/engine/config/placement';
import { wholeFile } from '../../../kit/rules';
import { schema } from '../../../kit/schema';

const site = (name: string, id: number, applications: string): string =>
  `<site name="${name}" id="${id}">${applications}</site>`;
const application = (path: string, physicalPath: string, more = ''): string =>
  `<application path="${path}"><virtualDirectory path="/" physicalPath="${physicalPath}" />${more}</application>`;

function place(sites: string, folder: string, maps?: readonly FolderMap[]) {
  const server = readConfig(
    'applicationHost.config',
    wholeFile(`<system.applicationHost><sites>${sites}</sites></system.applicationHost>`),
    schema,
  );
  assert.ok(server);
  return placeOf(server, folder, maps);
}

describe('the place of a folder in the sites of a server', () => {
  const shop = site(
    'Shop',
    1,
    application('/', 'D:\\sites\\shop\\wwwroot', '<virtualDirectory path="/img" physicalPath="D:\\media" />') +
      application('/till', 'D:\\sites\\till') +
      application('/closed', 'D:\\sites\\closed'),
  );

  it('is found by the longest common end of the paths', () => {
    const found = place(shop, '/home/me/work/shop/wwwroot');
    assert.ok(found);
    assert.equal(found.path, 'Shop');
    assert.deepEqual(found.parents, []);
    assert.deepEqual(found.applications, ['Shop', 'Shop/till', 'Shop/closed']);
  });

  it('goes on below the folder, with every level above it', () => {
    const found = place(shop, '/work/shop/wwwroot/admin/users');
    assert.ok(found);
    assert.equal(found.path, 'Shop/admin/users');
    assert.equal(found.application, 'Shop');
    assert.deepEqual(found.parents, [
      { path: 'Shop', folder: '/work/shop/wwwroot' },
      { path: 'Shop/admin', folder: '/work/shop/wwwroot/admin' },
    ]);
  });

  it('knows the folder of an outer application by what both have in common', () =>
    assert.deepEqual(place(shop, '/work/sites/till')?.parents, [{ path: 'Shop', folder: '/work/sites/shop/wwwroot' }]));

  it('goes by a map before anything else', () => {
    const map = { windowsPath: 'D:\\sites\\till', folder: '/src/cashier' };
    assert.equal(place(shop, '/src/cashier/x', [map])?.path, 'Shop/till/x');
    assert.equal(place(shop, '/src/cashier/x'), null);
    assert.equal(place(shop, '/src/other', [{ windowsPath: 'D:\\media', folder: '/src/other' }])?.path, 'Shop/img');
  });

  it('is the deepest published folder', () => {
    const nested = site('A', 1, application('/', 'C:\\w') + application('/b', 'C:\\w\\b'));
    const found = place(nested, '/x/w/b/c');
    assert.ok(found);
    assert.equal(found.path, 'A/b/c');
    assert.equal(found.application, 'A/b');
  });

  it('is unknown where two sites fit alike', () => {
    const two = site('A', 1, application('/', 'C:\\a\\wwwroot')) + site('B', 2, application('/', 'C:\\b\\wwwroot'));
    assert.equal(place(two, '/src/wwwroot'), null);
    assert.equal(place(two, '/src/b/wwwroot')?.path, 'B');
  });

  it('is none where a virtual directory ignores the files below its root', () => {
    const closed = site(
      'A',
      1,
      '<application path="/"><virtualDirectory path="/" physicalPath="C:\\a\\www" allowSubDirConfig="false" /></application>',
    );
    assert.equal(place(closed, '/a/www')?.path, 'A');
    assert.equal(place(closed, '/a/www/sub'), null);
  });

  it('reads variables by a table', () =>
    assert.equal(
      place(site('D', 1, application('/', '%SystemDrive%\\inetpub\\wwwroot')), '/mnt/web', [
        { windowsPath: 'C:\\inetpub\\wwwroot', folder: '/mnt/web' },
      ])?.path,
      'D',
    ));

  it('is none for a drive alone, and for a folder of nobody', () => {
    assert.equal(place(site('D', 1, application('/', 'D:\\')), '/x/y'), null);
    assert.equal(place('', '/x/y'), null);
  });
});
