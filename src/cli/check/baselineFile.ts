import path from 'node:path';
import type { CheckedFile } from '../../engine/render/checked';
import { plainText } from '../../engine/render/escape';
import { count } from '../../engine/render/findingsText';
import { against, readBaseline, writeBaseline } from '../../engine/rules/baseline';
import { InputError } from '../input';
import type { Disk } from './disk';
import { readText } from './read';
import { shownPath } from './targets';

/** The file with the findings that a project has decided to live with. */
export class BaselineFile {
  readonly #file: string;
  readonly #cwd: string;
  readonly #disk: Disk;

  constructor(file: string, cwd: string, disk: Disk) {
    this.#file = file;
    this.#cwd = cwd;
    this.#disk = disk;
  }

  /**
   * Takes the findings out that the file holds. Where there is no file yet it is written, and the findings stay: so a
   * pipeline that forgot to keep the file does not pass for ever.
   */
  async apply(
    files: readonly CheckedFile[],
    mayWrite: boolean,
  ): Promise<{ readonly files: readonly CheckedFile[]; readonly notes: readonly string[] }> {
    const exists = await this.#disk.promises.stat(this.#file).then(
      () => true,
      () => false,
    );
    if (!exists) return { files, notes: mayWrite ? [await this.#write(files)] : [] };
    const read = await readText(this.#file, this.#disk);
    if (typeof read === 'string') throw new InputError(`The baseline "${this.#shown}" could not be read: ${read}.`);
    const baseline = readBaseline(read.text);
    if (!baseline) throw new InputError(`"${this.#shown}" is no baseline; delete it to have a new one written.`);
    let [known, stale] = [0, 0];
    const left = files.map((file) => {
      const outcome = against(baseline, { ...file, file: this.#nameOf(file) });
      known += outcome.known;
      stale += outcome.stale;
      return { ...file, findings: outcome.findings };
    });
    return {
      files: left,
      notes: [
        ...(known ? [`${count(known, 'finding')} of the baseline not shown.`] : []),
        ...(stale
          ? [
              `${count(stale, 'entry').replace('entrys', 'entries')} of ${this.#shown} no longer found: delete the file to have a new one written.`,
            ]
          : []),
      ],
    };
  }

  async #write(files: readonly CheckedFile[]): Promise<string> {
    const text = writeBaseline(files.map((file) => ({ ...file, file: this.#nameOf(file) })));
    try {
      await this.#disk.promises.writeFile(this.#file, text, { flag: 'wx' });
    } catch (error) {
      throw new InputError(`The baseline "${this.#shown}" could not be written.`, { cause: error });
    }
    const findings = files.reduce((sum, file) => sum + file.findings.length, 0);
    return `${this.#shown} was written with ${count(findings, 'finding')}; from the next run on they are not shown.`;
  }

  get #shown(): string {
    return plainText(shownPath(this.#file, this.#cwd), 500);
  }

  /** Files are named from the folder of the baseline, so that it does not matter where the program is started. */
  readonly #nameOf = (file: CheckedFile): string =>
    path.relative(path.dirname(this.#file), path.resolve(this.#cwd, file.path)).replaceAll(path.sep, '/');
}
