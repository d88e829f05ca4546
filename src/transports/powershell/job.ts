import { asOneLine } from '../../engine/probes/envelope';
import { toBase64 } from '../../engine/text/base64';
import { scripts } from './scripts.generated';

/** What a process can be told to do; `process.ps1` does it. */
export interface Job {
  readonly kind: 'start' | 'open' | 'close' | 'ask' | 'run';
  /** Plain values; none of them is a secret. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** PowerShell that is to run there. */
  readonly text?: string;
  /** A command for that text, as an argument. */
  readonly command?: string;
}

/** The mark behind a job. It needs no method call, so that it comes under Constrained Language Mode too. */
export const END = '.end';

/**
 * The lines that a process reads for a job: the job, and the mark that tells its end and the language mode even where the
 * job could not be read at all.
 */
export function jobLines(version: string, number: string, job: Job): string[] {
  const [asked, text, command] = [JSON.stringify(job.asked), job.text ?? '', job.command ?? ''].map(toBase64);
  const call = `Invoke-DoctorJob '${number}' '${job.kind}' '${asked ?? ''}' '${text ?? ''}' '${command ?? ''}'\n`;
  const functions = job.kind === 'start' ? (scripts.process ?? '') : '';
  return [
    asOneLine(`# IIS Doctor ${version} ${job.kind}\n${functions}${call}`),
    `'IIS-DOCTOR ${number} ${END} ' + $ExecutionContext.SessionState.LanguageMode`,
  ];
}
