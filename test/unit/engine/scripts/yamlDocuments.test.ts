import assert from 'node:assert/strict';
import { isScalar } from 'yaml';
import { findCommands } from '../../../../src/engine/scripts/findCommands';
import { parseYaml } from '../../../../src/engine/scripts/parseYaml';
import { YamlDocuments } from '../../../../src/engine/scripts/yamlDocuments';
import { pipelineOf, scriptOf } from '../../../bench/generatedScripts';
import { seeded } from '../../../kit/seeded';

/** Every style of scalar, in blocks and in brackets, with comments, anchors, tags, and blank lines at the end. */
const EVERY_STYLE = `# deploys
pool: &p { vmImage: windows-2022, name: "a 'b' \\x41" }
other: *p
steps:
  - script: |

      net stop WAS /y
        indented # no comment

      iisreset
    displayName: 'It''s a restart' # comment
  - powershell: >-
      Stop-Website -Name
      Shop

      iisreset
  - script: iisreset /restart
  - script: "iisreset
      /noforce"
  - script: a plain one
      over two lines
  - script: !!str iisreset
  - pwsh: |2
        more
  - bash: |+
      a

---
steps: [ { script: iisreset }, { powershell: 'Restart-WebAppPool x' } ]
jobs:
- job: a
  steps:
  - script: |
     one
     two

  # the end
`;

const PIECES = [
  'x',
  'iisreset',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\r',
  '\n      ',
  '\n      net stop http\n',
  '\t',
  ':',
  ': ',
  ' #',
  '#',
  "'",
  '"',
  "''",
  '\\',
  '|',
  '- ',
  ',',
  ']',
  '}',
  '{',
  '---',
  '\n---\n',
  '&a',
  '*p',
  '!',
  'true',
  '1',
  'é😀',
  '\uFEFF',
  'powershell',
];

const firstLines = (text: string, count: number): string => text.split('\n', count).join('\n') + '\n';
const azure = firstLines(pipelineOf(40), 46);
const gitlab = firstLines(scriptOf('.gitlab-ci.yml', 900), 40);

/** What scalars say and where, in the order of the text. */
const scalars = (documents: readonly { readonly contents: unknown }[]): string =>
  JSON.stringify(documents.map(({ contents }) => plain(contents)));
function plain(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const { items, key, value, range, type, source } = node as Record<string, unknown>;
  if (Array.isArray(items)) return (items as unknown[]).map(plain);
  if (key !== undefined) return [plain(key), plain(value)];
  return isScalar(node) ? [type, value, range, source] : null;
}

describe('a pipeline that is edited', () => {
  const starts = [EVERY_STYLE, EVERY_STYLE.replaceAll('\n', '\r\n'), azure, gitlab];

  it('reads as one that is read for the first time, whatever the edits', () => {
    const random = seeded(11);
    const below = (limit: number): number => Math.floor(random() * limit);
    let reused = 0;
    for (let round = 0; round < 32; round++) {
      let text = starts[round % starts.length] ?? '';
      const yaml = new YamlDocuments();
      let last = yaml.read(text);
      for (let step = 0; step < 18; step++) {
        const at = below(text.length + 1);
        const removed = below(3) === 0 ? below(below(4) === 0 ? 60 : 4) : 0;
        const piece = below(4) === 0 ? '' : (PIECES[below(PIECES.length)] ?? '');
        const edited = text.slice(0, at) + piece + text.slice(at + removed);
        const documents = yaml.read(edited);
        if (documents === last && edited !== text) reused++;
        last = documents;
        assert.ok(scalars(documents) === scalars(parseYaml(edited)), JSON.stringify({ text, at, removed, piece }));
        // Most edits by chance break a file for good; what is broken is edited a few times, then mended.
        if (step % 3 === 2) yaml.read((text = starts[round % starts.length] ?? ''));
        else text = edited;
        if (text !== edited) last = yaml.read(text);
      }
    }
    assert.ok(reused > 100, `${reused} edits within one scalar`);
  });

  it('has the same commands at the same places', () => {
    const yaml = new YamlDocuments();
    let text = azure;
    findCommands('azure', text, yaml);
    for (const typed of ['x', 'iisreset\n        ', '$(Pool) ', '"', "'"]) {
      const at = text.lastIndexOf('Typed');
      text = `${text.slice(0, at)}${typed}${text.slice(at)}`;
      const before = yaml.read(text);
      assert.deepEqual(findCommands('azure', text, yaml), findCommands('azure', text));
      assert.equal(yaml.read(text), before);
    }
  });

  it('is parsed again only where the edit was', () => {
    const yaml = new YamlDocuments();
    const text = azure;
    const first = yaml.read(text);
    const edited = (from: string, to: string) =>
      yaml.read(text.replace(from, to)) === first && yaml.read(text) === first;
    assert.ok(edited('# Typed', '# Typed x'));
    assert.ok(edited("'Step 1'", "'Step 12'"));
    assert.ok(edited('restart\n', 'restarts\n'));
    assert.ok(!edited('      script: |\n', '      script: >\n'));
  });
});
