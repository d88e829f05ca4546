import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { explainAt } from '../engine/explain/explain';
import type { Diagnosis, Explanation } from '../engine/explain/explanation';
import { FieldsLines } from '../engine/logs/fieldsLines';
import type { Range } from '../engine/text/range';
import { hoverMarkdown } from '../engine/render/hover';
import { FIX_THIS, SHOW_EXPLANATION, type ExplainAt } from '../protocol/languageServer';
import { configHover } from './config/hover';
import { poolNames } from './config/poolNames';
import { hasRepair } from './repairs';
import { scriptHover } from './scripts/hover';
import type { Services } from './services';

/** What stands under the mouse: a thing that logs speak of, a piece of configuration, or both; null for nothing. */
export async function hover(params: HoverParams, services: Services): Promise<Hover | null> {
  const document = services.documents.get(params.textDocument.uri);
  if (!document) return null;
  const offset = document.offsetAt(params.position);
  const found = await knownAt(document, offset, services);
  const script = await scriptHover(document, offset, services.scripts, () => services.config.documents.schema());
  const special = script ?? (await configHover(params, services.config));
  if (!found && !special) return null;
  const link = services.clientHasCommands
    ? linksAt(document, offset, found !== null && hasRepair(found, services))
    : undefined;
  // A command in a script says more than the phrase that it is made of.
  const phrase = script && found && 'kind' in found && found.kind === 'command' ? (link ?? '') : null;
  // What is known of the very word comes before what may stand in its place.
  const parts =
    phrase === null
      ? [...(found ? [hoverMarkdown(found, link)] : []), ...(special ? [special.markdown] : [])]
      : [`${script?.markdown ?? ''}${phrase && `\n\n${phrase}`}`];
  const place = found && phrase === null ? spanAt(found, offset) : (special ?? { start: offset, end: offset });
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: { start: document.positionAt(place.start), end: document.positionAt(place.end) },
  };
}

/** The thing or record at a place; the workspace's configuration is read only for an application pool's SID. */
export async function knownAt(
  document: TextDocument,
  offset: number,
  { knowledge, config }: Services,
): Promise<Explanation | Diagnosis | null> {
  const text = document.getText();
  const fieldsLines = fieldsLinesOf(document);
  const found = await explainAt(text, offset, knowledge, { fieldsLines });
  if (!found || !('kind' in found) || !/^S-1-5-82-\d/.test(found.text)) return found;
  return explainAt(text, offset, knowledge, { fieldsLines, poolNames: await poolNames(config) });
}

/** The `#Fields:` lines of each document, as long as it does not change: all hovers over a log look for them. */
const allFieldsLines = new WeakMap<TextDocument, FieldsLines>();

function fieldsLinesOf(document: TextDocument): FieldsLines {
  const text = document.getText();
  const known = allFieldsLines.get(document);
  if (known?.isOf(text)) return known;
  const fieldsLines = new FieldsLines(text);
  allFieldsLines.set(document, fieldsLines);
  return fieldsLines;
}

const spanAt = (found: Explanation | Diagnosis, offset: number): Range =>
  'kind' in found ? found : (found.spans.find(({ start, end }) => start <= offset && offset <= end) ?? found);

/** Links that carry only the place, never text of the document. */
function linksAt({ uri, version }: TextDocument, offset: number, isRepairable: boolean): string {
  const place: ExplainAt = { uri, version, offset };
  const argument = encodeURIComponent(JSON.stringify([place])).replace(/[()]/g, escape);
  const explanation = `[Full Explanation](command:${SHOW_EXPLANATION}?${argument})`;
  return isRepairable ? `${explanation} · [Fix This…](command:${FIX_THIS}?${argument})` : explanation;
}

const escape = (sign: string): string => `%${sign.charCodeAt(0).toString(16)}`;
