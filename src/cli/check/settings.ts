import path from 'node:path';
import { readSettings, SETTINGS_FILE, type ProjectSettings } from '../../engine/rules/settingsFile';
import { plainText } from '../../engine/render/escape';
import { LineMap } from '../../engine/text/lineMap';
import { isInside, type Disk } from './disk';
import { readText } from './read';
import { shownPath, type Target } from './targets';

/** A project's settings and the folder that they speak for. */
export interface FoundSettings {
  readonly settings: ProjectSettings;
  readonly folder: string;
}

export interface SettingsFinderOptions {
  readonly cwd: string;
  readonly disk: Disk;
  readonly ruleIds: readonly string[];
  /** The file that was given, instead of those that are found. */
  readonly config?: string;
}

/** Finds the settings of files: the nearest settings file in their folder or above it. */
export class SettingsFinder {
  /** What is wrong in the settings files so far, in a sentence each. */
  readonly problems: string[] = [];
  readonly #options: SettingsFinderOptions;
  readonly #byFolder = new Map<string, Promise<FoundSettings | null>>();
  readonly #given: Promise<FoundSettings | null> | null;

  constructor(options: SettingsFinderOptions) {
    this.#options = options;
    const { config, cwd } = options;
    this.#given = config === undefined ? null : this.#read(path.resolve(cwd, config), true);
  }

  /** The settings for a file; null where there are none. Nothing above the current or the given folder is looked at. */
  async find({ file, root }: Target): Promise<FoundSettings | null> {
    if (this.#given) return this.#given;
    const { cwd } = this.#options;
    const folder = file === null ? cwd : path.dirname(file);
    return this.#above(folder, isInside(cwd, folder) ? cwd : root);
  }

  #above(folder: string, top: string): Promise<FoundSettings | null> {
    const key = `${top}\n${folder}`;
    const known = this.#byFolder.get(key);
    if (known) return known;
    const found = this.#read(path.join(folder, SETTINGS_FILE), false).then(
      (own) => own ?? (folder === top || !isInside(top, folder) ? null : this.#above(path.dirname(folder), top)),
    );
    this.#byFolder.set(key, found);
    return found;
  }

  async #read(file: string, isGiven: boolean): Promise<FoundSettings | null> {
    const { cwd, disk, ruleIds } = this.#options;
    const shown = plainText(shownPath(file, cwd), 500);
    if (!isGiven) {
      const entry = await disk.promises.lstat(file).catch(() => null);
      // A link may lead anywhere.
      if (!entry?.isFile()) return null;
    }
    const read = await readText(file, disk);
    if (typeof read === 'string') {
      this.problems.push(`"${shown}" could not be read: ${read}.`);
      return null;
    }
    const { settings, problems } = readSettings(read.text, ruleIds);
    const lines = new LineMap(read.text);
    for (const { start, message } of problems) {
      const { line, column } = lines.position(start);
      this.problems.push(`${shown}:${line}:${column}: ${message}`);
    }
    return { settings, folder: path.dirname(file) };
  }
}
