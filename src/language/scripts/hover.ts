import type { TextDocument } from 'vscode-languageserver-textdocument';
import { adsutilUse } from '../../engine/metabase/translate';
import { adsutilHover } from '../../engine/render/adsutilHover';
import { lineAt } from '../../engine/text/lines';
import { touches, type Range } from '../../engine/text/range';
import type { ScriptDocuments } from './documents';

/** What a command in a script does to the metabase, and its translation, in Markdown; null elsewhere. */
export function scriptHover(
  document: TextDocument,
  offset: number,
  scripts: ScriptDocuments,
): (Range & { readonly markdown: string }) | null {
  const text = document.getText();
  const { start, end } = lineAt(text, offset);
  if (!/adsutil/i.test(text.slice(start, end))) return null;
  for (const command of scripts.of(document)?.script.commands ?? []) {
    const use = touches(command, offset) ? adsutilUse(command) : null;
    if (use && touches(use, offset)) return { start: use.start, end: use.end, markdown: adsutilHover(use) };
  }
  return null;
}
