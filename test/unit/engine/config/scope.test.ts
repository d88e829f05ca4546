import assert from 'node:assert/strict';
import { isFolderOfSite } from '../../../../src/engine/config/scope';
import { exampleDocument } from '../../../kit/rules';

const scopes = (text: string, file?: string): boolean[] => {
  const document = exampleDocument({ text, ...(file === undefined ? {} : { file }) });
  return document.sections.map(({ location }) => isFolderOfSite(document, location));
};
const browse = '<system.webServer><directoryBrowse enabled="true" /></system.webServer>';

describe('isFolderOfSite', () => {
  it('in a web.config is any location with a path', () =>
    assert.deepEqual(
      scopes(`${browse}<location path=".">${browse}</location><location path="a">${browse}</location>`),
      [false, false, true],
    ));
  it('in applicationHost.config is what lies below a site', () =>
    assert.deepEqual(
      scopes(
        `${browse}<location path="Shop">${browse}</location><location path="Shop/a">${browse}</location>`,
        'applicationHost.config',
      ),
      [false, false, true],
    ));
});
