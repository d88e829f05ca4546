import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Script } from '../../engine/scripts/command';
import { findCommands } from '../../engine/scripts/findCommands';
import { longestScript, scriptKind, type ScriptKind } from '../../engine/scripts/kind';
import { YamlDocuments } from '../../engine/scripts/yamlDocuments';
import type { Shortfalls } from '../shortfalls';

/** A script as it is now. */
export interface OpenScript {
  readonly kind: ScriptKind;
  readonly script: Script;
}

interface Read {
  readonly version: number;
  readonly found: OpenScript | null;
  readonly yaml: YamlDocuments;
}

/** The open documents with scripts in them: each version is read once, whatever asks for it. */
export class ScriptDocuments {
  readonly #read = new WeakMap<TextDocument, Read>();

  constructor(private readonly shortfalls: Shortfalls) {}

  isScript(document: TextDocument): boolean {
    return scriptKind(document.uri, document.getText(), document.languageId) !== null;
  }

  /** Null where the document is no script, or too long for one; the performance report then says so. */
  of(document: TextDocument): OpenScript | null {
    const { uri, version, languageId } = document;
    const known = this.#read.get(document);
    if (known?.version === version) return known.found;
    const text = document.getText();
    const kind = scriptKind(uri, text, languageId);
    const isTooLong = kind !== null && text.length > longestScript;
    this.shortfalls.set(
      uri,
      'diagnostics',
      isTooLong && { reason: 'documentTooLong', count: text.length, limit: longestScript },
    );
    const yaml = known?.yaml ?? new YamlDocuments();
    const found = kind && !isTooLong ? { kind, script: findCommands(kind, text, yaml) } : null;
    this.#read.set(document, { version, found, yaml });
    return found;
  }
}
