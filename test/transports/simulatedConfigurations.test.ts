import assert from 'node:assert/strict';
import { readSchema } from '../../src/engine/schema/readSchema';
import { APPLICATION_HOST, CONFIG_FOLDER } from '../../src/transports/demo/machine';
import { checkExample } from '../kit/rules';
import { simulatedServer } from '../kit/simulatedFarm';

describe('the configurations of the simulated farm', () => {
  const findings = async (name: string): Promise<string[]> => {
    const { machine } = await simulatedServer(name);
    const text = machine.disk.text(APPLICATION_HOST) ?? '';
    const schemas = machine.disk.filesIn(`${CONFIG_FOLDER}\\schema`).map(({ path }) => machine.disk.text(path) ?? '');
    const own = checkExample({ file: 'applicationHost.config', text, schemas }, 'correctness').findings;
    const sites = machine.configuration.sites.flatMap(({ name: site, applications }) =>
      applications.flatMap(({ path, directories }) => {
        const file = `${directories[0]?.physicalPath ?? ''}\\web.config`;
        const web = machine.disk.text(file);
        const at = path === '/' ? site : `${site}${path}`;
        return web === undefined
          ? []
          : checkExample({ file, text: web, server: text, schemas, path: at }, 'correctness').findings;
      }),
    );
    return [...own, ...sites].map(({ rule }) => rule).sort();
  };

  for (const name of ['WEB-01', 'WEB-03', 'WEB-04'])
    it(`have no fault on ${name}`, async () => assert.deepEqual(await findings(name), []));

  it('have the faults of the scenarios on WEB-02', async () => {
    assert.deepEqual(await findings('WEB-02'), [
      'duplicate-binding',
      'inherited-duplicate-entry',
      'locked-section',
      'section-not-installed',
    ]);
  });

  it('come with schema files that say what our schema says', async () => {
    const { machine } = await simulatedServer('WEB-01');
    const texts = machine.disk.filesIn(`${CONFIG_FOLDER}\\schema`).map(({ path }) => machine.disk.text(path) ?? '');
    const { sections } = readSchema(texts);
    assert.ok(Object.keys(sections).length > 100);
    for (const path of ['system.applicationHost/sites', 'system.webServer/handlers', 'system.webServer/aspNetCore'])
      assert.ok(sections[path], path);
    assert.equal(sections['system.webServer/rewrite/rules'], undefined);
  });
});
