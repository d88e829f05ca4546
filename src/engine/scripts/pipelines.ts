import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { readBatch } from './batch';
import type { Collector } from './collector';
import type { Shell } from './command';
import type { ScriptKind } from './kind';
import { withOpaque } from './mappedText';
import type { YamlDocument } from './parseYaml';
import { readPowerShell } from './powershell';
import { readSh } from './sh';
import { scalarText } from './yaml';

export type PipelineKind = Extract<ScriptKind, 'azure' | 'github' | 'gitlab' | 'appveyor'>;

/** What the system replaces in a script before any shell sees it. */
const EXPRESSIONS: Readonly<Record<PipelineKind, RegExp | null>> = {
  azure: /\$\{\{[^}\n]{0,200}\}\}|\$\([A-Za-z_][\w.]{0,100}\)|\$\[[^\]\n]{0,200}\]/g,
  github: /\$\{\{[^}\n]{0,500}\}\}/g,
  gitlab: null,
  appveyor: null,
};

/** What a shell is by default at a place of a pipeline. */
interface Place {
  readonly shell: Shell;
  readonly isWindows: boolean;
}

/** Reads the scripts in a pipeline file. */
export function readPipeline(
  kind: PipelineKind,
  text: string,
  documents: readonly YamlDocument[],
  to: Collector,
): void {
  new PipelineReader(kind, text, to).read(documents);
}

class PipelineReader {
  /** Where the scripts stand: a `#` in one of them is no comment of YAML. */
  readonly #scripts: { start: number; end: number }[] = [];

  constructor(
    private readonly kind: PipelineKind,
    private readonly text: string,
    private readonly to: Collector,
  ) {}

  read(documents: readonly YamlDocument[]): void {
    const isWindows = this.kind !== 'gitlab';
    const first: Record<PipelineKind, Shell> = { azure: 'batch', github: 'pwsh', gitlab: 'sh', appveyor: 'batch' };
    for (const { contents } of documents) this.#visit(contents, { shell: first[this.kind], isWindows });
    this.#comments();
  }

  #visit(node: unknown, place: Place): void {
    if (isSeq(node)) for (const item of node.items) this.#within(item, place);
    else if (isMap(node)) {
      const here = this.#placeIn(node, place);
      const inputs = node.get('inputs');
      const task = this.kind === 'azure' && isMap(inputs) ? stringAt(node, 'task') : '';
      for (const pair of node.items)
        if (task !== '' && pair.value === inputs) this.#inputs(task, pair.value, here);
        else this.#pair(node, pair, here);
    }
  }

  #within(node: unknown, place: Place): void {
    this.to.within(null, () => this.#visit(node, place));
  }

  #pair(map: YAMLMap, pair: Pair, place: Place): void {
    const { key, value } = pair;
    const shell = isScalar(key) && typeof key.value === 'string' ? this.#shellOf(map, key.value, place) : null;
    if (!shell) this.#within(value, place);
    else if (isScalar(value)) this.#script(value, shell);
    else if (isSeq(value))
      for (const item of value.items) {
        if (isScalar(item)) this.#script(item, shell);
        else this.#within(item, place);
      }
    else this.#within(value, place);
  }

  /** The inputs of a task of Azure DevOps. */
  #inputs(task: string, inputs: unknown, place: Place): void {
    if (!isMap(inputs)) return;
    const scripts = taskScripts(task, inputs, place);
    for (const { key, value } of inputs.items) {
      const name = isScalar(key) && typeof key.value === 'string' ? key.value.toLowerCase() : '';
      const shell = scripts.get(name);
      if (shell && isScalar(value)) this.#script(value, shell);
    }
  }

  /** The shell that runs what stands under a key; null where the key holds no script. */
  #shellOf(map: YAMLMap, key: string, place: Place): Shell | null {
    switch (this.kind) {
      case 'azure':
        return azureShell(key, place);
      case 'github':
        return key === 'run' ? (shellByName(stringAt(map, 'shell')) ?? place.shell) : null;
      case 'gitlab':
        return /^(?:script|before_script|after_script)$/.test(key) ? place.shell : null;
      case 'appveyor':
        if (key === 'ps') return 'powershell';
        if (key === 'pwsh') return 'pwsh';
        if (key === 'sh') return 'sh';
        return key === 'cmd' ||
          /^(?:init|install|(?:before_|after_)?(?:build|test|deploy)(?:_script)?|on_(?:success|failure|finish))$/.test(
            key,
          )
          ? 'batch'
          : null;
    }
  }

  /** What a job or a pool says of the machine that runs everything in it. */
  #placeIn(map: YAMLMap, place: Place): Place {
    if (this.kind === 'github') {
      const runner = map.get('runs-on');
      const name = runner === undefined ? '' : JSON.stringify(runner);
      const isWindows = name === '' ? place.isWindows : /windows/i.test(name) || !/ubuntu|macos|linux/i.test(name);
      const shell = shellByName(defaultShell(map)) ?? (name === '' ? place.shell : isWindows ? 'pwsh' : 'sh');
      return { shell, isWindows };
    }
    if (this.kind === 'azure') {
      const pool = map.get('pool');
      const image = isMap(pool) ? stringAt(pool, 'vmImage') : typeof pool === 'string' ? pool : '';
      if (image === '') return place;
      const isWindows = !/ubuntu|macos|linux/i.test(image);
      return { shell: isWindows ? 'batch' : 'sh', isWindows };
    }
    if (this.kind === 'gitlab') {
      const about = JSON.stringify([map.get('tags') ?? null, map.get('image') ?? null]);
      if (about === '[null,null]') return place;
      const isWindows = /win|nanoserver|iis/i.test(about);
      return { shell: isWindows ? 'powershell' : 'sh', isWindows };
    }
    return place;
  }

  #script(node: Scalar, shell: Shell): void {
    const scalar = scalarText(this.text, node);
    if (!scalar || !node.range) return;
    this.#scripts.push({ start: node.range[0], end: node.range[1] });
    const expressions = EXPRESSIONS[this.kind];
    const script = expressions ? withOpaque(scalar, expressions) : scalar;
    this.to.within(null, () => {
      if (shell === 'batch') readBatch(script, this.to);
      else if (shell === 'sh') readSh(script, this.to);
      else if (shell !== 'vbscript') readPowerShell(script, this.to, shell);
    });
  }

  /** The comments of YAML itself. */
  #comments(): void {
    const scripts = this.#scripts.sort((a, b) => a.start - b.start);
    let next = 0;
    for (const { index, 0: written } of this.text.matchAll(/(?:^|(?<=[ \t]))#[^\r\n]*/gm)) {
      while ((scripts[next]?.end ?? Infinity) <= index) next++;
      if (index < (scripts[next]?.start ?? Infinity))
        this.to.comments.push({ start: index, end: index + written.length });
    }
  }
}

/** The keys of a step, and of the inputs of the tasks that run a script of their own. */
function azureShell(key: string, place: Place): Shell | null {
  if (key === 'script') return place.shell;
  if (key === 'bash') return 'sh';
  return key === 'powershell' || key === 'pwsh' ? key : null;
}

/** Which input of a task is a script, and what runs it. */
function taskScripts(task: string, inputs: YAMLMap, place: Place): ReadonlyMap<string, Shell> {
  const [name = ''] = task.toLowerCase().split('@');
  const powershell: Shell = /^true$/i.test(stringAt(inputs, 'pwsh')) ? 'pwsh' : 'powershell';
  switch (name) {
    case 'cmdline':
      return new Map([['script', place.shell]]);
    case 'bash':
    case 'shellscript':
      return new Map([['script', 'sh']]);
    case 'powershell':
      return new Map([
        ['script', powershell],
        ['inlinescript', powershell],
      ]);
    case 'azurepowershell':
    case 'powershellontargetmachines':
      return new Map([
        ['inline', powershell],
        ['inlinescript', powershell],
      ]);
    default:
      return new Map();
  }
}

function shellByName(name: string): Shell | null {
  const [first = ''] = name.toLowerCase().split(/\s/);
  const shells: Readonly<Record<string, Shell>> = {
    cmd: 'batch',
    powershell: 'powershell',
    pwsh: 'pwsh',
    bash: 'sh',
    sh: 'sh',
  };
  return shells[first] ?? null;
}

function defaultShell(map: YAMLMap): string {
  const defaults = map.get('defaults');
  const run = isMap(defaults) ? defaults.get('run') : null;
  return isMap(run) ? stringAt(run, 'shell') : '';
}

function stringAt(map: YAMLMap, key: string): string {
  const value: unknown = map.get(key);
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}
