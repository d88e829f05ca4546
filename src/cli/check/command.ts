import path from 'node:path';
import { configKind } from '../../engine/config/kind';
import type { CheckedFile } from '../../engine/render/checked';
import { count } from '../../engine/render/findingsText';
import { plainText } from '../../engine/render/escape';
import { applySafeFixes, type FixedText } from '../../engine/rules/applyFixes';
import { allRules } from '../../engine/rules/catalogue';
import { DEFAULT_PROFILE, severities } from '../../engine/rules/rule';
import type { RuleChoice } from '../../engine/rules/ruleChoice';
import { longestScript, scriptKind } from '../../engine/scripts/kind';
import { matchesGlob } from '../../engine/text/glob';
import type { LoadData } from '../../engine/loadData';
import type { CheckArguments } from './arguments';
import { FilesAround } from './around';
import { BaselineFile } from './baselineFile';
import { configChecker, scriptChecker, type FileChecker } from './checkFile';
import type { Disk } from './disk';
import { unifiedDiff, writeBack } from './fix';
import { readText, type ReadText } from './read';
import { printReport } from './report';
import { ServerFiles } from './serverFiles';
import { SettingsFinder, type FoundSettings } from './settings';
import { findTargets, shownPath, type Target } from './targets';

export interface CheckEnvironment {
  readonly loadData: LoadData;
  readonly disk: Disk;
  readonly cwd: string;
}

export const checkCodes = { clean: 0, findings: 1, unread: 3 } as const;

/** `iis-doctor check`. @returns the exit code */
export async function checkCommand(command: CheckArguments, environment: CheckEnvironment): Promise<number> {
  const run = new CheckRun(command, environment);
  await run.all();
  return run.finish();
}

class CheckRun {
  readonly #command: CheckArguments;
  readonly #environment: CheckEnvironment;
  readonly #settings: SettingsFinder;
  readonly #servers: ServerFiles;
  readonly #around: FilesAround;
  readonly #checked: CheckedFile[] = [];
  readonly #problems: string[] = [];
  readonly #notes: string[] = [];
  readonly #diffs: string[] = [];
  #excluded = 0;
  #others = 0;

  constructor(command: CheckArguments, environment: CheckEnvironment) {
    this.#command = command;
    this.#environment = environment;
    this.#settings = new SettingsFinder({ ...environment, ...command, ruleIds: [...allRules.keys()] });
    this.#servers = new ServerFiles({ ...environment, ...command });
    this.#around = new FilesAround({ ...environment, ...command });
  }

  async all(): Promise<void> {
    const { cwd, disk } = this.#environment;
    const { targets, problems } = await findTargets(this.#command.targets, cwd, disk);
    this.#problems.push(...problems);
    const servers = targets.flatMap(({ file }) => (file !== null && isServerFile(file) ? [file] : []));
    // Several servers lie side by side: which of them a file belongs to, only --server-config can say.
    this.#servers.found = servers.length === 1 ? (servers[0] ?? null) : null;
    this.#servers.foundDotNet = targets.flatMap(({ file }) => (file !== null && isDotNetFile(file) ? [file] : []));
    for (const target of targets) await this.#one(target);
    if (!this.#checked.length && !this.#problems.length)
      this.#problems.push(
        this.#excluded
          ? 'Nothing was checked: the settings exclude every file.'
          : 'Nothing was checked: none of the files is a configuration file that IIS reads, or a script.',
      );
  }

  async #one(target: Target): Promise<void> {
    const { disk } = this.#environment;
    const found = await this.#settings.find(target);
    if (!target.isNamed && isExcluded(target, found)) {
      this.#excluded++;
      return;
    }
    const read = await readText(target.file, disk);
    const shown = target.file === null ? this.#command.stdinName : target.shown;
    if (typeof read === 'string') {
      this.#problems.push(`"${shown}" could not be read: ${read}.`);
      return;
    }
    const check = await this.#checkerOf(target, found, read.text);
    if (typeof check === 'string') {
      this.#problems.push(`"${shown}" was not checked: ${check}.`);
      return;
    }
    const before = check(read.text);
    if (!before) {
      if (target.isNamed) this.#problems.push(`"${shown}" is no configuration file that IIS reads, and no script.`);
      else this.#others++;
      return;
    }
    const text = this.#command.fix
      ? await this.#fix(target, shown, read, (changed) => check(changed)?.findings ?? [])
      : read.text;
    const after = text === read.text ? before : check(text);
    if (after) this.#checked.push({ path: shown, text, ...after });
  }

  /** What checks a file: a script by its name, everything else as configuration. Returns why it cannot be checked. */
  async #checkerOf(target: Target, found: FoundSettings | null, text: string): Promise<FileChecker | string> {
    const { cwd } = this.#environment;
    const { settings } = found ?? {};
    const name = target.file ?? path.resolve(cwd, this.#command.stdinName);
    const choice: RuleChoice = {
      profile: this.#command.profile ?? settings?.profile ?? DEFAULT_PROFILE,
      ...(settings && { severities: settings.severities }),
    };
    const kind = scriptKind(name, text);
    if (kind) {
      const isTooLong = text.length > longestScript;
      return isTooLong
        ? `a script of more than ${longestScript / 1_000_000} million characters`
        : scriptChecker(kind, choice);
    }
    const server = await this.#servers.for(found, [cwd, target.root]);
    const around = await this.#around.of(text, { name, target, server, settings: found });
    return configChecker({ name, server, around, choice, shown: (file) => shownPath(file, cwd) });
  }

  /** @returns the text that the file has now, or would have */
  async #fix(
    target: Target,
    shown: string,
    { text, encoding, bytes }: ReadText,
    check: Parameters<typeof applySafeFixes>[1],
  ): Promise<string> {
    const fixed = applySafeFixes(text, check);
    if (fixed.text === text) return text;
    if (this.#command.dryRun) {
      this.#diffs.push(unifiedDiff(shown, text, fixed.text));
      this.#notes.push(`${plainText(shown, 500)}: ${count(fixed.applied.length, 'change')} to make.`);
      return fixed.text;
    }
    if (!target.file || !bytes) return text;
    const failure = await writeBack(target.file, fixed.text, { bytes, encoding }, this.#environment.disk);
    if (failure !== null) {
      this.#problems.push(`"${shown}" was left as it is: ${failure}.`);
      return text;
    }
    this.#notes.push(told(shown, fixed));
    return fixed.text;
  }

  async finish(): Promise<number> {
    const files = await this.#againstBaseline();
    if (this.#excluded) this.#notes.push(`${count(this.#excluded, 'file')} left out by the settings.`);
    if (this.#others)
      this.#notes.push(
        `${count(this.#others, 'file')} left out: no configuration that IIS reads, and no script of a pipeline.`,
      );
    const problems = [...this.#problems, ...this.#settings.problems, ...this.#servers.problems];
    await printReport({
      command: this.#command,
      disk: this.#environment.disk,
      cwd: this.#environment.cwd,
      report: { files, rules: allRules },
      diffs: this.#diffs,
      notes: [...this.#servers.notes, ...this.#notes],
      problems,
    });
    if (problems.length) return checkCodes.unread;
    const worst = severities.indexOf(this.#command.severity);
    const fails = files.some(({ findings }) => findings.some((one) => severities.indexOf(one.severity) <= worst));
    return fails ? checkCodes.findings : checkCodes.clean;
  }

  async #againstBaseline(): Promise<readonly CheckedFile[]> {
    const { baseline, dryRun } = this.#command;
    const { cwd, disk } = this.#environment;
    if (baseline === undefined) return this.#checked;
    const file = new BaselineFile(path.resolve(cwd, baseline), cwd, disk);
    const outcome = await file.apply(this.#checked, !dryRun);
    this.#notes.push(...outcome.notes);
    return outcome.files;
  }
}

const isDotNetFile = (file: string): boolean => ['machine', 'rootWeb'].includes(configKind(file, null) ?? '');

const isServerFile = (file: string): boolean => path.basename(file).toLowerCase() === 'applicationhost.config';

const isExcluded = ({ file }: Target, found: FoundSettings | null): boolean => {
  if (file === null || !found) return false;
  const way = path.relative(found.folder, file).replaceAll(path.sep, '/');
  return found.settings.exclude.some((glob) => matchesGlob(way, glob));
};

function told(shown: string, { applied }: FixedText): string {
  const counts = new Map<string, number>();
  for (const { title } of applied) counts.set(title, (counts.get(title) ?? 0) + 1);
  const titles = [...counts].map(([title, times]) => plainText(times > 1 ? `${title} (${times} times)` : title));
  return `${plainText(shown, 500)} was changed: ${titles.join('; ')}.`;
}
