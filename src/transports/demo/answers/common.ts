import type { EnvelopeError } from '../../../engine/probes/envelope';
import type { RawFile, RawProgram } from '../../../engine/probes/reading/raw';
import { capture, type Program } from '../commands/program';
import { base64Of, hashOf, type DiskFile } from '../disk';
import type { Machine } from '../machine';

/** What a program prints when a script of a probe runs it. */
export const output = (machine: Machine, program: Program, words: readonly string[]): Promise<RawProgram> =>
  capture(program, words, machine);

export const error = (message: string, category: string, hresult: string | null = null): { error: EnvelopeError } => ({
  error: { message, hresult, category },
});

/** As the scripts write times. */
export const timeText = (time: number): string => new Date(time).toISOString().replace('Z', '0000Z');

export const noSuchFile = (path: string): { error: EnvelopeError } =>
  error(`Could not find file '${path}'.`, 'NotSpecified', '0x80070002');

/** A file as the scripts give it. */
export function rawFile(path: string, file: DiskFile | undefined, known: readonly string[] = []): RawFile {
  if (!file) return { path, ...noSuchFile(path) };
  const hash = hashOf(file.bytes);
  return {
    path,
    value: {
      size: file.bytes.length,
      modified: timeText(file.modified),
      hash,
      bytes: known.includes(hash) ? null : base64Of(file.bytes),
    },
  };
}

/** A list in what was asked; empty where there is none. */
export const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
