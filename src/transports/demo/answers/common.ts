import type { RawFile, RawProgram } from '../../../engine/probes/reading/raw';
import { noSuchFile, readFilePart } from '../../rawParts';
import { capture, type Program } from '../commands/program';
import type { DiskFile } from '../disk';
import type { Machine } from '../machine';

/** What a program prints when a script of a probe runs it. */
export const output = (machine: Machine, program: Program, words: readonly string[]): Promise<RawProgram> =>
  capture(program, words, machine);

/** A file as the scripts give it. */
export const rawFile = (path: string, file: DiskFile | undefined, known: readonly string[] = []): RawFile =>
  file ? readFilePart(path, file.bytes, file.modified, known) : { path, ...noSuchFile(path) };
