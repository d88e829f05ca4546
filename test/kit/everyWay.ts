import { TextDocument } from 'vscode-languageserver-textdocument';
import { asksForUnknownGuids, concernsIis } from '../../src/engine/explain/concerns';
import { DocumentRecords } from '../../src/engine/explain/documentRecords';
import { explain, explainAt, explainOnlyRecords } from '../../src/engine/explain/explain';
import type { Diagnosis, Explanation } from '../../src/engine/explain/explanation';
import { lookUp } from '../../src/engine/explain/lookUp';
import { ExplainStream, type ExplainedPiece } from '../../src/engine/explain/stream';
import { Summarizer } from '../../src/engine/explain/summary';
import { nameReplacer } from '../../src/engine/render/aliases';
import { jsonText } from '../../src/engine/render/escape';
import { hoverMarkdown } from '../../src/engine/render/hover';
import { JsonReport } from '../../src/engine/render/json';
import { explanationPage, PageReport } from '../../src/engine/render/page';
import type { Report } from '../../src/engine/render/report';
import { asItIs } from '../../src/engine/render/reworded';
import { summaryJson, summaryText } from '../../src/engine/render/summary';
import { TerminalReport } from '../../src/engine/render/terminal';
import { quotedRange, ticketPage } from '../../src/engine/render/ticket';
import { decode } from '../../src/engine/text/decode';
import { readXml } from '../../src/engine/xml/parse';
import { codeLenses } from '../../src/language/codeLens';
import { documentSymbols } from '../../src/language/documentSymbols';
import { foldingRanges } from '../../src/language/foldingRanges';
import type { Services } from '../../src/language/services';
import { Shortfalls } from '../../src/language/shortfalls';
import { knowledge } from './knowledge';

/** What the engine prints, by what a reader does with it. */
export interface Output {
  /** Rendered as Markdown. */
  readonly markdown: string[];
  /** Printed on a terminal or shown in an editor; lines are ours, everything else of the document. */
  readonly plain: string[];
  /** Names of things in lists of an editor: one line, shown as they stand. */
  readonly labels: string[];
  readonly json: string[];
}

/** Every public way over a text. Each returns what it would show, and throws where it fails. */
export const everyWay: Readonly<Record<string, (text: string) => Promise<Partial<Output>>>> = {
  explain: async (text) => {
    const found = await explain(text, knowledge);
    const markdown = [explanationPage(found).markdown];
    for (const one of sample([...found.explanations, ...found.diagnoses])) markdown.push(hoverMarkdown(one));
    return { markdown, labels: found.diagnoses.map(({ title }) => title) };
  },
  explainOnlyRecords: async (text) => {
    const { diagnoses } = await explainOnlyRecords(text, knowledge);
    return { labels: diagnoses.map(({ title }) => title) };
  },
  explainAt: async (text) => {
    const markdown: string[] = [];
    for (const offset of [0, text.length >> 1, text.length]) {
      const found = await explainAt(text, offset, knowledge);
      if (found) markdown.push(hoverMarkdown(found, '[Full Explanation](command:x)'), explanationPage(found).markdown);
    }
    return { markdown };
  },
  lookUp: async (text) => ({ markdown: [explanationPage(await lookUp(text, knowledge)).markdown] }),
  text: async (text) => ({
    plain: [await report(text, new TerminalReport(false)), await report(text, new TerminalReport(true))],
  }),
  page: async (text) => ({ markdown: [await report(text, new PageReport())] }),
  json: async (text) => ({ json: [await report(text, new JsonReport())] }),
  summary: async (text) => {
    const summarizer = new Summarizer();
    for (const piece of await pieces(text)) summarizer.add(piece);
    const summary = await summarizer.end(knowledge);
    return { plain: [summaryText(summary, text.slice(0, 300))], json: [jsonText(summaryJson(summary))] };
  },
  ticket: async (text) => {
    const markdown = [ticketPage(await lookUp(text, knowledge), text, asItIs).markdown];
    const found = await explainAt(text, text.length >> 1, knowledge);
    if (found) {
      const { start, end } = quotedRange(found, text);
      markdown.push(ticketPage(found, text.slice(start, end), asItIs).markdown);
    }
    return { markdown };
  },
  'ticket with names replaced': async (text) => ({
    markdown: [ticketPage(await lookUp(text, knowledge), text, nameReplacer(text)).markdown],
  }),
  edits: async (text) => {
    const records = new DocumentRecords(knowledge, () => Promise.resolve(true));
    const middle = text.length >> 1;
    const labels: string[] = [];
    for (const edited of [text, `${text.slice(0, middle)}x${text.slice(middle)}`, text.slice(0, middle), text])
      labels.push(...((await records.read(edited))?.diagnoses(() => true).map(({ title }) => title) ?? []));
    return { labels };
  },
  'outline, folding and verdict lines': async (text) => {
    const document = TextDocument.create('file:///x', 'log', 1, text);
    const services = servicesFor(document);
    const params = { textDocument: { uri: document.uri } };
    const symbols = await documentSymbols(params, services);
    const lenses = await codeLenses(params, services);
    await foldingRanges(params, services);
    return { labels: [...symbols.map(({ name }) => name), ...lenses.map(({ command }) => command?.title ?? '')] };
  },
  concerns: (text) => Promise.resolve({ labels: [String(concernsIis(text)), String(asksForUnknownGuids(text))] }),
  XML: (text) => {
    readXml(text);
    return Promise.resolve({ labels: [] });
  },
};

/** Reads bytes as each encoding that there is. */
export const decoded = (bytes: Uint8Array): string => decode(bytes).text;

const PIECE = 33_333;

async function pieces(text: string): Promise<ExplainedPiece[]> {
  const stream = new ExplainStream(knowledge, { window: 150_000 });
  const found: ExplainedPiece[] = [];
  for (let at = 0; at < text.length; at += PIECE) {
    const piece = await stream.push(text.slice(at, at + PIECE));
    if (piece) found.push(piece);
  }
  return [...found, await stream.end()];
}

async function report(text: string, to: Report): Promise<string> {
  let printed = '';
  for (const piece of await pieces(text)) printed += to.add(piece);
  for (const rest of to.end()) printed += rest;
  return printed;
}

/** The first few of each kind of finding; all others say the same. */
function sample(found: readonly (Explanation | Diagnosis)[]): (Explanation | Diagnosis)[] {
  const counts = new Map<string, number>();
  return found.filter((one) => {
    const [{ id }] = one.answers;
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count <= 2;
  });
}

const servicesFor = (document: TextDocument): Services =>
  ({
    documents: { get: () => document },
    knowledge,
    settings: () => Promise.resolve({ codeLens: 'all' }),
    records: (one: TextDocument) => new DocumentRecords(knowledge, () => Promise.resolve(true)).read(one.getText()),
    shortfalls: new Shortfalls(),
    clientHasCommands: true,
    repairs: new Set<string>(),
    clientHasSymbolTree: true,
    clientFoldingLimit: 5_000,
  }) as unknown as Services;
