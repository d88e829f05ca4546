import assert from 'node:assert/strict';
import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [
  {
    name: 'an account of its own',
    server: 'WEB-02',
    values: { pool: 'Reports', way: 'Give the pool its own account, ApplicationPoolIdentity' },
    names: ['Reports'],
    after: ({ pools, configuration }) => {
      assert.equal(pools.stateOf('Reports'), 'Started');
      const pool = configuration.pools.find((one) => one.text('name') === 'Reports');
      const model = pool?.element('processModel');
      assert.equal(model?.text('identityType'), 'ApplicationPoolIdentity');
      assert.equal(model.text('userName'), 'CONTOSO\\svc-reports', 'what is needed to go back stays');
    },
  },
  {
    name: 'a new password',
    server: 'WEB-02',
    values: { pool: 'Reports', way: 'Keep the account and enter its password, as a runbook' },
    names: ['Reports'],
    isRunbook: true,
  },
];

export default attempts;
