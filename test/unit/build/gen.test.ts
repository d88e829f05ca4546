import assert from 'node:assert/strict';
import ts from 'typescript';
import { probesSource, scriptsSource } from '../../../src/build/gen';

/** What a generated module exports. */
function valueOf(source: string, name: string): unknown {
  const code = ts.transpile(source, { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 });
  const exported: Record<string, unknown> = {};
  const load = (module: string): unknown => ({ __esModule: true, default: `module ${module}` });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function('exports', 'require', code)(exported, load);
  return exported[name];
}

describe('the registries of probes', () => {
  it('hold each script unharmed, with the line ends of Unix', () => {
    const text = "'\\u0041 $(1) `n \"' # ${x}\r\n\\n \u2028 é\n";
    assert.deepEqual(valueOf(scriptsSource({ 'a-b': text, prelude: '' }), 'scripts'), {
      'a-b': text.replace('\r\n', '\n'),
      prelude: '',
    });
  });

  it('name each probe as its file', () => {
    assert.deepEqual(valueOf(probesSource(['file-tail', 'sites']), 'probes'), {
      'file-tail': 'module ./file-tail',
      sites: 'module ./sites',
    });
  });
});
