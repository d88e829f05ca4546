import { ArgumentError, parseOptions } from './argumentError';
import {
  checkArguments,
  ruleArguments,
  rulesArguments,
  type CheckArguments,
  type RuleArguments,
  type RulesArguments,
} from './check/arguments';
import { effectiveArguments, type EffectiveArguments } from './effectiveArguments';

export const formats = ['text', 'json', 'markdown'] as const;
export type Format = (typeof formats)[number];

export interface ExplainArguments {
  readonly name: 'explain';
  /** A file, or `-` for standard input; absent when `code` is given. */
  readonly file?: string;
  /** A code, a GUID or any text to look up. */
  readonly code?: string;
  /** Also what stands inside explained records, and every repetition. */
  readonly all: boolean;
  /** Grouped and counted instead of one by one. */
  readonly summary: boolean;
  readonly format: Format;
}

export type Command =
  | ExplainArguments
  | CheckArguments
  | RulesArguments
  | RuleArguments
  | EffectiveArguments
  | { readonly name: 'lsp' | 'help' | 'version' };

export const usage = `Usage:
  iis-doctor explain [FILE|-] [--code TEXT] [--summary] [--all] [--format text|json|markdown]
  iis-doctor check [PATH|GLOB|-]... [--format text|json|sarif|github] [--output FILE]
                   [--severity error|warning|information] [--profile correctness|recommended|hardening]
                   [--server-config FILE] [--schema DIR] [--map WINDOWSPATH=DIR]... [--config FILE]
                   [--baseline FILE] [--fix [--dry-run]] [--stdin-name NAME]
  iis-doctor rules [--format text|json]
  iis-doctor rule ID
  iis-doctor effective SITE[/PATH] [SECTION] --server-config FILE [--map WINDOWSPATH=DIR]... [--format text|json]
  iis-doctor lsp --stdio
  iis-doctor --help | --version

explain   What the event records, GUIDs, error codes, SIDs and IIS commands in a text mean, whether they matter,
          what fixes them and what not to do. FILE is a saved log or event XML (UTF-8 or UTF-16); - or nothing
          reads standard input. --code looks up a single code, GUID or SID: iis-doctor explain --code 0x80070425
  --summary   records and requests grouped and counted, what needs action first; for logs of any size
  --all       also list what stands inside explained records, and every repetition
  --format    text (default), json or markdown
check     Faults and risks in configuration files (web.config, applicationHost.config, transforms) and in scripts that
          manage IIS (.cmd .bat .ps1 .psm1 .vbs, pipelines, Jenkinsfile, Dockerfile; Markdown where it is named). A
          folder is searched for these names; nothing means the current folder, - standard input.
  --severity       findings from here on make the exit code 1 (default: warning)
  --profile        correctness (default: faults only), recommended or hardening; each holds those before it
  --server-config  the applicationHost.config above every web.config
  --schema         a folder with a server's own schema files (inetsrv\\config\\schema)
  --map            the folder here that stands for a path on the server; may be repeated
  --config         a settings file instead of the nearest .iis-doctor.json
  --baseline       a file of findings to leave out; written, where there is none yet
  --fix            apply the fixes that cannot change what works; with --dry-run only show them as a diff
  --stdin-name     the name under which standard input is checked (default: web.config)
rules     The rules, one a line, with what each is for. rule ID tells all about one of them.
effective What holds at a path of a server when all files are put together, and which file and line says it. Without a
          SECTION every section that some file sets. The web.config files are read where --map tells their folders.
lsp       The language server for editors, on standard input and output.

Exit codes: 0 answered, or no finding from --severity on; 1 findings; 2 wrong usage; 3 failed, or a file could not be
checked (the others are reported nevertheless).`;

/** Reads the command line. Throws an {@link ArgumentError} for anything that is not in {@link usage}. */
export function readArguments(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') return { name: 'help' };
  if (name === '--version' || name === '-v') return { name: 'version' };
  if (name === 'lsp') return lspArguments(rest);
  if (name === 'explain') return explainArguments(rest);
  if (name === 'check') return checkArguments(rest);
  if (name === 'rules') return rulesArguments(rest);
  if (name === 'rule') return ruleArguments(rest);
  if (name === 'effective') return effectiveArguments(rest);
  const commands = 'explain, check, rules, rule, effective and lsp';
  throw new ArgumentError(
    name === undefined
      ? `A command is missing; the commands are ${commands}.`
      : `"${name}" is no command; the commands are ${commands}.`,
  );
}

function lspArguments(args: readonly string[]): Command {
  // Clients add arguments of their own, such as --clientProcessId=1.
  if (!args.includes('--stdio')) throw new ArgumentError('The language server speaks over --stdio only.');
  return { name: 'lsp' };
}

function explainArguments(args: readonly string[]): Command {
  const { values, positionals } = parseOptions(joinCode(args), {
    code: { type: 'string' },
    all: { type: 'boolean', default: false },
    summary: { type: 'boolean', default: false },
    format: { type: 'string', default: 'text' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return { name: 'help' };
  const [file, ...others] = positionals;
  if (others.length) throw new ArgumentError(`One file at a time: "${others[0]}" is too many.`);
  if (values.code !== undefined && file !== undefined)
    throw new ArgumentError('Give either a file or --code, not both.');
  if (values.code?.trim() === '') throw new ArgumentError('--code needs a code, a GUID or a SID.');
  const format = formats.find((one) => one === values.format);
  if (!format) throw new ArgumentError(`--format is one of ${formats.join(', ')}, not "${values.format}".`);
  if (values.code !== undefined && values.summary) throw new ArgumentError('--summary is for a log, not for --code.');
  const common = { name: 'explain', all: values.all, summary: values.summary, format } as const;
  return values.code === undefined ? { ...common, file: file ?? '-' } : { ...common, code: values.code };
}

/** A code may begin with a minus, which would look like an option: `--code -2147023835`. */
function joinCode(args: readonly string[]): string[] {
  const at = args.indexOf('--code');
  const value = args[at + 1];
  if (at < 0 || value === undefined || !/^-\d/.test(value)) return [...args];
  return [...args.slice(0, at), `--code=${value}`, ...args.slice(at + 2)];
}
