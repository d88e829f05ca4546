import assert from 'node:assert/strict';
import unlockSection from '../../../src/engine/remedies/repairs/unlock-section';
import { differences } from '../simulated';
import type { Attempt } from '../attempts';

const HOST = 'C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config';
const TILL = 'D:\\sites\\till\\web.config';
const [section, how] = unlockSection.parameters;

const attempt = (name: string, nth: number, more: Partial<Attempt>): Attempt => ({
  name,
  server: 'WEB-02',
  values: (snapshot) => ({ section: section?.options?.(snapshot)[0] ?? '', how: how?.options?.(snapshot)[nth] ?? '' }),
  ...more,
});

const attempts: readonly Attempt[] = [
  attempt('moved to where it is allowed', 0, {
    names: ['Till'],
    arePaths: true,
    after: (machine, before, after) => {
      assert.deepEqual(Object.keys(differences(before, after)).sort(), [`file ${HOST}`, `file ${TILL}`]);
      assert.doesNotMatch(machine.disk.text(TILL) ?? '', /windowsAuthentication/);
      assert.equal(
        machine.configuration.hierarchy
          .effective('system.webServer/security/authentication/windowsAuthentication', 'Till')
          ?.element.isTrue('enabled'),
        true,
      );
      assert.match(
        machine.disk.text(HOST) ?? '',
        /\r\n {4}<location path="Till">\r\n {8}<system.webServer>\r\n {12}<security>\r\n {16}<authentication>\r\n {20}<windowsAuthentication enabled="true" \/>\r\n/,
      );
    },
  }),
  attempt('moved into a location tag that is there', 0, {
    set: (spec) => ({
      ...spec,
      configuration: {
        ...spec.configuration,
        end: '<location path="Till"><system.webServer><security><access sslFlags="None" /></security></system.webServer></location>',
      },
    }),
    after: (machine) => {
      assert.equal((machine.disk.text(HOST) ?? '').match(/<location path="Till">/g)?.length, 1);
    },
  }),
  attempt('delegated', 1, {
    names: ['Till'],
    arePaths: true,
    after: (machine, before, after) => {
      assert.deepEqual(Object.keys(differences(before, after)), [`file ${HOST}`]);
      assert.match(machine.disk.text(HOST) ?? '', /<location path="Till" overrideMode="Allow">/);
    },
  }),
  attempt('unlocked for all', 2, {
    after: (machine) => {
      assert.equal(
        machine.configuration.document.declarations.get(
          'system.webServer/security/authentication/windowsAuthentication',
        )?.overrideModeDefault,
        'Allow',
      );
    },
  }),
];

export default attempts;
