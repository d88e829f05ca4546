import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../kit/knowledge';
import { sourceFiles, violations } from '../kit/layers';

describe('the import rule', () => {
  const files = sourceFiles(path.join(root, 'src'));

  it('is kept by every file', () => {
    assert.ok(files.length > 30, 'the files were found');
    assert.deepEqual(violations(files), []);
  });

  for (const [what, name, text] of [
    ['the engine reading the disk', 'engine/text/x.ts', `import { readFile } from 'node:fs';`],
    ['the engine knowing the language server', 'engine/explain/x.ts', `import { hover } from '../../language/hover';`],
    ['the engine knowing VS Code, even only its types', 'engine/x/y.ts', `import type * as vscode from 'vscode';`],
    ['the command line using the editor', 'cli/x.ts', `import { tell } from '../editor/tell';`],
    ['the language server reaching out', 'language/x.ts', `import { ssh } from '../transports/ssh';`],
    [
      'the language server using Node outside *.node.ts',
      'language/x.ts',
      `import { readFile } from 'node:fs/promises';`,
    ],
    ['a browser door using Node', 'server.web.ts', `import path from 'node:path';`],
    ['a protocol with code of the language server', 'protocol/x.ts', `export * from '../language/files';`],
    ['a family of facts using another', 'engine/knowledge/events/x.ts', `import dcom from './dcom';`],
    ['a probe using another', 'engine/probes/x.ts', `import sites from './sites';`],
    ['a part that the house does not have', 'helpers/x.ts', `import { a } from '../engine/text/range';`],
    ['a required module', 'engine/x/y.ts', `const fs = require('node:fs');`],
    ['a module loaded at run time', 'engine/x/y.ts', `const fs = await import('node:fs');`],
  ] as const)
    it(`refuses ${what}`, () => assert.equal(violations([{ name, text }]).length, 1));
});
