import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/engine/config/edits';
import iisreset from '../../../../src/engine/rules/script/iisreset';
import { grammarFaults } from '../../../kit/grammars';
import { checkScriptExample } from '../../../kit/scripts';

/** What Windows PowerShell 5.1 does not know. */
const NEWER = /&&|\|\||\?\?|\?\.|\?\[|-AsArray|-AsHashtable|-Parallel\b|\bclean\s*\{|\? .* : /;

function fixesOf(file: string, text: string): { title: string; text: string }[] {
  const { findings } = checkScriptExample({ file, text }, 'hardening', [iisreset]);
  assert.equal(findings.length, 1);
  return findings[0]!.fixes.map(({ title, edits }) => ({ title, text: applyEdits(text, edits) }));
}

const SHORT = 'Replace by net stop WAS /y && net start W3SVC';
const BLOCK = 'Replace by a restart that also brings back the activators';
const STATEMENTS = 'Replace by a restart of WAS and what needs it';
const POOL = 'Recycle only the application pool Shop';
const NOFORCE = 'Add /noforce';

describe('the fixes of iisreset', () => {
  for (const [what, file, text, ...titles] of [
    ['a line of batch', 'a.cmd', '@echo off\r\niisreset\r\n', SHORT, BLOCK, NOFORCE],
    [
      'batch that names a pool',
      'a.cmd',
      'rem x\r\n%windir%\\system32\\inetsrv\\appcmd.exe stop apppool "Shop"\r\n\tiisreset /restart\r\n',
      SHORT,
      BLOCK,
      POOL,
      NOFORCE,
    ],
    [
      'batch that names two',
      'a.cmd',
      'appcmd start apppool A\nappcmd start apppool B\niisreset\n',
      SHORT,
      BLOCK,
      NOFORCE,
    ],
    ['batch with a pool in a variable', 'a.cmd', 'appcmd start apppool %P%\niisreset\n', SHORT, BLOCK, NOFORCE],
    ['batch that deletes the pool', 'a.cmd', 'appcmd delete apppool Shop\niisreset\n', SHORT, BLOCK, NOFORCE],
    ['a chain of batch', 'a.cmd', 'if exist x iisreset >nul || exit /b 1\n', SHORT, NOFORCE],
    [
      'batch for IIS 6',
      'a.cmd',
      'rem IIS 6\niisreset\n',
      'Replace by net stop IISADMIN /y && net start W3SVC (IIS 5 and 6)',
      NOFORCE,
    ],
    ['another computer', 'a.cmd', 'iisreset web01\n', NOFORCE],
    ['a block of PowerShell', 'a.ps1', 'if ($x) {\r\n    iisreset\r\n}\r\n', STATEMENTS, NOFORCE],
    ['PowerShell that names a pool', 'a.ps1', "Start-WebAppPool 'Shop'\r\n  iisreset\r\n", STATEMENTS, POOL, NOFORCE],
    ['a step of cmd', 'azure-pipelines.yml', 'steps:\n- script: iisreset\n', SHORT, NOFORCE],
    [
      'a script of cmd',
      'azure-pipelines.yml',
      'steps:\n- script: |\n    echo a\n    iisreset\n',
      SHORT,
      BLOCK,
      NOFORCE,
    ],
    ['a step in brackets', 'azure-pipelines.yml', 'steps: [{ script: iisreset }]\n', SHORT, NOFORCE],
    ['PowerShell in brackets', 'azure-pipelines.yml', 'steps: [{ powershell: iisreset }]\n', NOFORCE],
    [
      'a task of PowerShell',
      'azure-pipelines.yml',
      'steps:\n- task: PowerShell@2\n  inputs:\n    targetType: inline\n    script: |\n      iisreset\n',
      STATEMENTS,
      NOFORCE,
    ],
    ['a fence', 'README.md', '- do\n\n  ```cmd\n  iisreset\n  ```\n', SHORT, BLOCK, NOFORCE],
  ] as const)
    it(`are right for ${what}`, async () => {
      const fixes = fixesOf(file, text);
      assert.deepEqual(
        fixes.map(({ title }) => title),
        titles,
      );
      for (const fixed of fixes) {
        const example = { file, text: fixed.text };
        assert.deepEqual(
          checkScriptExample(example)
            .findings.map(({ rule }) => rule)
            .filter((rule) => rule === 'iisreset'),
          [],
        );
        const others = checkScriptExample(example).findings.length;
        assert.ok(others < checkScriptExample({ file, text }).findings.length, `no other rule\n${fixed.text}`);
        if (!(await grammarFaults({ file, text }))) assert.equal(await grammarFaults(example), false, fixed.text);
        assert.equal(/[^\r]\n/.test(fixed.text), /[^\r]\n/.test(text), 'its line ends are those of the script');
        assert.equal(fixed.text.includes('\r\n'), text.includes('\r\n'));
        if (file.endsWith('.ps1')) assert.doesNotMatch(fixed.text, NEWER);
        const indentation = /^([ \t]*)(?=.*iisreset)/m.exec(text)?.[1] ?? '';
        if (fixed.title === BLOCK || fixed.title === STATEMENTS)
          for (const line of fixed.text.split(/\r?\n/).filter((one) => /WAS|W3SVC/.test(one)))
            assert.ok(line.startsWith(indentation), line);
      }
    });
});
