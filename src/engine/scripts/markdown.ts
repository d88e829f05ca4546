import { readBatch } from './batch';
import type { Collector } from './collector';
import { MappedTextBuilder, plainHost, type MappedText } from './mappedText';
import { readPowerShell } from './powershell';
import { readVbScript } from './vbscript';
import { readSh } from './sh';

const FENCE = /^([ \t>]*)(`{3,}(?!`)|~{3,}(?!~))(?:[ \t]{0,20}\{?\.?([\w+-]{1,30}))?[^\r\n`]*\r?\n/gm;
const PROMPT = /^(PS [A-Za-z]:\\[^>\r\n]{0,200}>[ \t]?|PS>[ \t]?|[A-Za-z]:\\[^>\r\n]{0,200}>[ \t]?)/;

/** Reads the fenced code of a Markdown document whose language is one of a shell. */
export function readMarkdown(source: MappedText, to: Collector): void {
  const { text } = source;
  for (const { index, 0: written } of text.matchAll(/<!--[^]{0,1000}?-->/g))
    to.comment(source, index, index + written.length);
  let behind = 0;
  for (const { index, 0: opening, 1: prefix = '', 2: marks = '', 3: language = '' } of text.matchAll(FENCE)) {
    if (index < behind) continue;
    const start = index + opening.length;
    const close = new RegExp(`^[ \\t>]*${marks.charAt(0)}{${marks.length},}[ \\t]*$`, 'm');
    const found = close.exec(text.slice(start));
    const end = found ? start + found.index : text.length;
    behind = end + (found?.[0].length ?? 0);
    fenced(source, { start, end }, prefix.length, language.toLowerCase(), to);
  }
}

function fenced(
  source: MappedText,
  { start, end }: { start: number; end: number },
  indentation: number,
  language: string,
  to: Collector,
): void {
  switch (language) {
    case 'cmd':
    case 'bat':
    case 'batch':
    case 'dos':
    case 'dosbatch':
      readBatch(code(source, start, end, indentation), to);
      return;
    case 'powershell':
    case 'ps1':
    case 'ps':
    case 'posh':
    case 'azurepowershell':
      readPowerShell(code(source, start, end, indentation), to, 'powershell');
      return;
    case 'pwsh':
      readPowerShell(code(source, start, end, indentation), to, 'pwsh');
      return;
    case 'vb':
    case 'vbs':
    case 'vbscript':
      readVbScript(code(source, start, end, indentation), to);
      return;
    case 'sh':
    case 'bash':
      readSh(code(source, start, end, indentation), to);
      return;
    case 'console':
    case 'shell':
    case 'powershell-console':
      prompted(source, start, end, to);
  }
}

/** The lines of a fence without its indentation and without prompts. */
function code(source: MappedText, start: number, end: number, indentation: number): MappedText {
  const built = new MappedTextBuilder();
  for (let at = start; at < end;) {
    const newline = source.text.indexOf('\n', at);
    const next = newline < 0 || newline >= end ? end : newline + 1;
    const line = source.text.slice(at, next);
    const skipped = /^[ \t>]*/.exec(line.slice(0, indentation))?.[0].length ?? 0;
    const prompt = PROMPT.exec(line.slice(skipped, skipped + 220))?.[0].length ?? 0;
    built.append(source, at + skipped + prompt, next);
    at = next;
  }
  return built.build(plainHost);
}

/** In a transcript only the lines behind a prompt are commands; the prompt tells the shell. */
function prompted(source: MappedText, start: number, end: number, to: Collector): void {
  for (let at = start; at < end;) {
    const newline = source.text.indexOf('\n', at);
    const next = newline < 0 || newline >= end ? end : newline + 1;
    const blanks = /^[ \t>]*/.exec(source.text.slice(at, Math.min(next, at + 100)))?.[0].length ?? 0;
    const prompt = PROMPT.exec(source.text.slice(at + blanks, Math.min(next, at + blanks + 220)))?.[0] ?? '';
    if (prompt) {
      const line = new MappedTextBuilder();
      line.append(source, at + blanks + prompt.length, next);
      const script = line.build({ ...plainHost, canBreak: false });
      if (prompt.startsWith('PS')) readPowerShell(script, to, 'powershell');
      else readBatch(script, to);
    }
    at = next;
  }
}
