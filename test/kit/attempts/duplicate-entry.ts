import assert from 'node:assert/strict';
import duplicateEntry from '../../../src/engine/remedies/repairs/duplicate-entry';
import { differences } from '../simulated';
import type { Attempt } from '../attempts';

const TEST = 'D:\\sites\\orders-test\\web.config';
const HOW = {
  each: 'Each as it fits: what says the same goes, what differs replaces the other one',
  replace: 'Every entry of this file replaces the other one',
  remove: 'Every repetition is taken out of this file',
};

const attempt = (name: string, how: string, more: Partial<Attempt>): Attempt => ({
  name,
  server: 'WEB-02',
  values: (snapshot) => ({ file: duplicateEntry.parameters[0]?.options?.(snapshot)[0] ?? '', how }),
  ...more,
});

const attempts: readonly Attempt[] = [
  attempt('one that says the same goes', HOW.each, {
    names: ['Orders Test'],
    after: (machine, before, after) => {
      assert.deepEqual(Object.keys(differences(before, after)), [`file ${TEST}`]);
      assert.doesNotMatch(machine.disk.text(TEST) ?? '', /mimeMap/);
    },
  }),
  attempt('one that differs replaces the inherited one', HOW.each, {
    set: (spec) => ({
      ...spec,
      files: { ...spec.files, [TEST]: spec.files[TEST]?.replace('application/json', 'text/json') ?? '' },
    }),
    after: (machine) => {
      assert.match(
        machine.disk.text(TEST) ?? '',
        /<staticContent>\r\n      <remove fileExtension=".json" \/>\r\n      <mimeMap fileExtension=".json" mimeType="text\/json" \/>/,
      );
    },
  }),
  attempt('all of a file at once', HOW.replace, {
    set: (spec) => ({
      ...spec,
      files: {
        ...spec.files,
        [TEST]:
          '\uFEFF<configuration><!-- Größe --><system.webServer>\n\t<staticContent><mimeMap fileExtension=".json" mimeType="a/b" /><mimeMap fileExtension=".css" mimeType="a/b" /></staticContent>\n\t<defaultDocument><files>\n\t\t<add value="index.htm" /></files></defaultDocument></system.webServer></configuration>',
      },
    }),
    after: (machine) => {
      const bytes = machine.disk.file(TEST)?.bytes ?? new Uint8Array();
      assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf], 'the byte-order mark stays');
      const text = machine.disk.text(TEST) ?? '';
      assert.match(text, /<remove value="index.htm" \/>\n\t\t<add value="index.htm" \/>/);
      assert.equal(text.match(/<remove /g)?.length, 3);
      assert.match(text, /Größe/);
    },
  }),
  attempt('twice in one file', HOW.remove, {
    set: (spec) => ({
      ...spec,
      files: {
        ...spec.files,
        [TEST]:
          '<configuration>\n <system.webServer>\n  <defaultDocument>\n   <files>\n    <clear />\n    <add value="a.htm" />\n    <add value="A.HTM" />\n   </files>\n  </defaultDocument>\n </system.webServer>\n</configuration>\n',
      },
    }),
    after: (machine) => {
      assert.match(machine.disk.text(TEST) ?? '', /<clear \/>\n    <add value="a.htm" \/>\n   <\/files>/);
    },
  }),
];

export default attempts;
