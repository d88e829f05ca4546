import { createRequire } from 'node:module';
import path from 'node:path';
import type { Node, Parser } from 'web-tree-sitter';

const require = createRequire(import.meta.url);
let parser: Promise<Parser> | undefined;

async function load(): Promise<Parser> {
  const { Parser: Maker, Language } = await import('web-tree-sitter');
  await Maker.init();
  const made = new Maker();
  const folder = path.dirname(require.resolve('tree-sitter-powershell/package.json'));
  made.setLanguage(await Language.load(path.join(folder, 'tree-sitter-powershell.wasm')));
  return made;
}

/** Every alias that Windows PowerShell 3.0 to 5.1 has from the start; several hide a program of Windows. */
export const defaultAliases: ReadonlySet<string> = new Set(
  `% ? ac asnp cat cd cfs chdir clc clear clhy cli clp cls clv cnsn compare copy cp cpi cpp curl cvpa dbp del diff dir
  dnsn ebp echo epal epcsv epsn erase etsn exsn fc fhx fl foreach ft fw gal gbp gc gcb gci gcm gcs gdr ghy gi gin gjb gl
  gm gmo gp gps gpv group gsn gsnp gsv gtz gu gv gwmi h history icm iex ihy ii ipal ipcsv ipmo ipsn irm ise iwmi iwr kill
  lp ls man md measure mi mount move mp mv nal ndr ni nmo npssc nsn nv ogv oh popd ps pushd pwd r rbp rcjb rcsn rd rdr ren
  ri rjb rm rmdir rmo rni rnp rp rsn rsnp rujb rv rvpa rwmi sajb sal saps sasv sbp sc scb select set shcm si sl sleep sls
  sort sp spjb spps spsv start stz sujb sv swmi tee trcm type wget where wjb write`.split(/\s+/),
);

/** What a scan permits; names in any case. */
export interface Permitted {
  /** Commands besides the functions that the text defines. */
  readonly commands: readonly string[];
  /** Names of programs with their `.exe`. */
  readonly programs: readonly string[];
  /** Methods that are called, `Open` or `Close`; absent: any. */
  readonly methods?: readonly string[];
}

/** What Windows PowerShell 3.0 does not have, in code without its texts and comments. */
const tooNew: readonly (readonly [RegExp, string])[] = [
  [/&&|\|\|/, 'a pipeline chain'],
  [/\?\?|\?\.|\?\[/, 'a null-conditional operator'],
  [/::new\s*\(/i, '::new()'],
  [/\.(?:where|foreach)\s*[({]/i, 'the methods Where and ForEach'],
  [
    /-(?:AsHashtable|Parallel|AsByteStream|AsUTC|NoTypeInformation:|ErrorVariable:)/i,
    'a parameter of PowerShell 6 or 7',
  ],
  [/(?:^|[\s;{])(?:class|enum|using|configuration|clean)\s+[\w{]/im, 'a keyword of PowerShell 5 or 7'],
  [
    /\$(?:IsWindows|IsLinux|IsMacOS|IsCoreCLR|PSStyle|PSNativeCommandUseErrorActionPreference)\b/i,
    'a variable of PowerShell 6 or 7',
  ],
  [/\$using:/i, '$using'],
  [/\b0b[01]+\b|\d(?:u|y|uy|s|us|n)\b(?=\s|$)/i, 'a number as PowerShell 6 writes it'],
];

/** Ways to run a text as a program. */
const runsText =
  /\b(?:Invoke-Expression|iex)\b|ScriptBlock\]?::Create|-EncodedCommand|\.InvokeScript\b|Add-Type|Reflection\./i;

/**
 * What is wrong with a PowerShell text that is sent to servers: it has to be read by the grammar, to run in Windows
 * PowerShell 3.0 to 5.1 and 7, to call nothing but what is permitted, by its full name.
 *
 * @returns one line a fault
 */
export async function powershellFaults(text: string, permitted: Permitted): Promise<string[]> {
  const tree = (await (parser ??= load())).parse(text);
  if (!tree) return ['The grammar gives no tree.'];
  const nodes = [...everyNode(tree.rootNode)];
  const place = (node: Node): string => `line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`;
  const functions = nodes.filter(({ type }) => type === 'function_name').map((node) => node.text.toLowerCase());
  const may = new Set([...permitted.commands.map((one) => one.toLowerCase()), ...functions]);
  const programs = new Set(permitted.programs.map((one) => one.toLowerCase()));
  const methods = permitted.methods && new Set(permitted.methods.map((one) => one.toLowerCase()));
  const faults: string[] = [];
  for (const node of nodes) {
    if (node.isError || node.isMissing) faults.push(`no PowerShell at ${place(node)}`);
    if (node.type === 'command_name') {
      const name = node.text.toLowerCase();
      if (defaultAliases.has(name)) faults.push(`an alias at ${place(node)}`);
      else if (!may.has(name)) faults.push(`a command that is not permitted at ${place(node)}`);
    }
    if (node.type.endsWith('string_literal'))
      for (const [program] of node.text.matchAll(/[\w.-]+\.(?:exe|com|cmd|bat|vbs|ps1|dll)\b/gi))
        if (!programs.has(program.toLowerCase())) faults.push(`a program that is not permitted at ${place(node)}`);
    if (methods && node.type === 'invokation_expression') {
      const name = node.children.find((child) => child.type === 'member_name')?.text.toLowerCase() ?? '';
      if (!methods.has(name)) faults.push(`a method that is not permitted at ${place(node)}`);
    }
  }
  const code = withoutTexts(text, nodes);
  for (const [pattern, what] of tooNew) {
    const found = pattern.exec(code);
    if (found) faults.push(`${what} at ${lineAt(code, found.index)}`);
  }
  const found = runsText.exec(withoutComments(text, nodes));
  if (found) faults.push(`a text that runs at ${lineAt(text, found.index)}`);
  return faults;
}

const lineAt = (text: string, index: number): string => `line ${text.slice(0, index).split('\n').length}`;

function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}

/** Signs replaced by blanks, so that lines and columns stay. */
function blanked(text: string, nodes: readonly Node[]): string {
  let result = text;
  for (const { startIndex, endIndex } of nodes)
    result =
      result.slice(0, startIndex) + text.slice(startIndex, endIndex).replace(/[^\n]/g, ' ') + result.slice(endIndex);
  return result;
}

const withoutComments = (text: string, nodes: readonly Node[]): string =>
  blanked(
    text,
    nodes.filter(({ type }) => type === 'comment'),
  );

const withoutTexts = (text: string, nodes: readonly Node[]): string =>
  blanked(
    text,
    nodes.filter(({ type }) => type === 'comment' || type === 'string_literal'),
  );
