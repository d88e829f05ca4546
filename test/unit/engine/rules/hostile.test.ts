import assert from 'node:assert/strict';
import { realConfigs } from '../../../kit/configCorpus';
import { damaged, hostileConfigs } from '../../../kit/hostileConfigs';
import { fixObjection, objection } from '../../../fuzz/checkHostile';
import { checkExample } from '../../../kit/rules';

/** A sample of what `npm run fuzz` does. */
describe('hostile configurations', function () {
  this.timeout(60_000);

  for (const { what, text } of hostileConfigs())
    it(`do no harm with ${what}`, () => {
      assert.equal(objection('web.config', text), null);
      assert.equal(objection('applicationHost.config', text), null);
    });

  it('do no harm when real ones are damaged', function () {
    const configs = realConfigs();
    if (!configs) {
      this.skip();
      return;
    }
    for (const [seed, { name, file, text: whole }] of configs.slice(0, 100).entries()) {
      const text = damaged(whole, seed);
      assert.equal(objection(name, text), null, `${file}, seed ${seed}`);
      if (seed % 10 === 0) assert.equal(fixObjection(name, text), null, `${file}, seed ${seed}`);
    }
  });

  it('have at most 500 findings, no cause hidden by another, and tell how many more there are', () => {
    const entries = Array.from({ length: 3_000 }, (_, i) => `<add name="a${i}" bogus="1" />`).join('\n');
    const { findings, leftOut } = checkExample(
      `<system.webServer><handlers>${entries}</handlers>\n<directoryBrowse enabled="yes" /></system.webServer>`,
    );
    assert.equal(findings.length, 500);
    assert.ok(findings.some(({ rule }) => rule === 'invalid-boolean'));
    assert.ok((leftOut.get('unknown-attribute') ?? 0) > 2_000);
  });
});
