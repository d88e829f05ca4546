import { removeAttribute } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { applicationPools } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'unused-pool-account',
  severity: 'information',
  profile: 'recommended',
  title: 'A pool names an account and does not run under it',
  why: '`userName` and `password` of a pool count only with `identityType="SpecificUser"`. With any other identity they are ignored: either the pool runs under the wrong account, or a secret lies in the file that nobody needs.',
  sources: [
    {
      document: 'processModel element, IIS configuration reference',
      says: 'userName is the identity when identityType is SpecificUser',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop"><processModel userName="CORP\\svc-shop" /></add>', 'CORP\\svc-shop'),
      pools(
        '<add name="Shop"><processModel identityType="NetworkService" userName="CORP\\svc-shop" password="[enc:IISWASOnlyAesProvider:AAAA:enc]" /></add>',
      ),
    ],
    good: [
      pools('<add name="Shop"><processModel identityType="SpecificUser" userName="CORP\\svc-shop" /></add>'),
      pools(
        '<applicationPoolDefaults><processModel identityType="SpecificUser" /></applicationPoolDefaults><add name="Shop"><processModel userName="CORP\\svc-shop" /></add>',
      ),
      pools(
        '<add name="Shop"><processModel userName="" password="" /></add><add name="Till"><processModel identityType="$(Identity)" userName="$(User)" /></add>',
      ),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const pool of applicationPools(context)) {
      const model = pool.element('processModel');
      const own = model?.attributes.get('userName')?.origin?.attribute;
      if (!model || !own || own.value.trim() === '') continue;
      const identity = model.text('identityType').trim();
      if (identity.toLowerCase() === 'specificuser' || isPlaceholder(identity)) continue;
      const password = model.attributes.get('password')?.origin?.attribute;
      report({
        at: own.valueRange,
        message: `Pool ${quoted(pool.text('name'))} runs as ${quoted(identity)}, so that the account ${quoted(own.value)} is ignored. Set identityType="SpecificUser", or take the account out.`,
        fixes: [
          {
            title: password ? 'Remove userName and password' : 'Remove userName',
            edits: [own, password].flatMap((one) => (one ? removeAttribute(context.document.text, one) : [])),
            isSafe: false,
          },
        ],
      });
    }
  },
});
