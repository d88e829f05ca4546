import assert from 'node:assert/strict';
import { assemblyRedirects, compareVersions, versionRange } from '../../../../src/engine/config/assemblyRedirects';
import { exampleDocument } from '../../../kit/rules';

const redirects = (inside: string) =>
  assemblyRedirects(
    exampleDocument(
      `<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1">${inside}</assemblyBinding></runtime>`,
    ),
  );

describe('assembly redirects', () => {
  it('are known by name, token and culture, whatever their case', () => {
    const [a, b, c] = redirects(
      '<dependentAssembly><assemblyIdentity name="A" publicKeyToken="AB" /><bindingRedirect oldVersion="1.0.0.0" newVersion="2.0.0.0" /></dependentAssembly>' +
        '<dependentAssembly><assemblyIdentity name="a" publicKeyToken="ab" culture="neutral" /><bindingRedirect oldVersion="1.0.0.0" newVersion="2.0.0.0" /></dependentAssembly>' +
        '<dependentAssembly><assemblyIdentity name="a" publicKeyToken="ab" culture="de" /><bindingRedirect oldVersion="1.0.0.0" newVersion="2.0.0.0" /></dependentAssembly>',
    );
    assert.equal(a?.identity, b?.identity);
    assert.notEqual(a?.identity, c?.identity);
  });

  it('without a name are passed over', () =>
    assert.deepEqual(redirects('<dependentAssembly><bindingRedirect oldVersion="1.0.0.0" /></dependentAssembly>'), []));

  it('go from a version or a range', () => {
    assert.deepEqual(versionRange('0.0.0.0-13.0.0.0'), [
      [0, 0, 0, 0],
      [13, 0, 0, 0],
    ]);
    assert.deepEqual(versionRange('1.2.3.4'), [
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
    for (const wrong of ['1.2.3', '1.0.0.65536', '1.0.0.0-2.0.0.0-3.0.0.0', '*', ''])
      assert.equal(versionRange(wrong), null);
  });

  it('are compared number by number', () => {
    assert.ok(compareVersions([1, 10, 0, 0], [1, 9, 0, 0]) > 0);
    assert.equal(compareVersions([1, 0, 0, 0], [1, 0, 0, 0]), 0);
  });
});
