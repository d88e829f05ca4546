import assert from 'node:assert/strict';
import { families } from '../../src/engine/knowledge/families.generated';
import { remedies } from '../../src/engine/remedies/repairs/index.generated';
import { configRules } from '../../src/engine/rules/config/index.generated';
import { scriptRules } from '../../src/engine/rules/script/index.generated';
import { serverChecks } from '../../src/engine/servers/checks/index.generated';

describe('what leads to a remedy', () => {
  it('exists', () => {
    const known = new Set<string>(
      [families.flatMap((one) => one.facts), configRules, scriptRules, serverChecks].flatMap((all) =>
        all.map(({ id }) => id),
      ),
    );
    for (const { id, answers } of remedies)
      assert.deepEqual(
        answers.filter((one) => !known.has(one)),
        [],
        `${id} answers what does not exist`,
      );
  });

  it('is named once for each remedy', () => {
    for (const { id, answers } of remedies) assert.equal(new Set(answers).size, answers.length, id);
  });
});
