import { ANSWER_PREFIX } from '../../engine/probes/envelope';
import { textOfBase64, toBase64 } from '../../engine/text/base64';
import type { ProbeArguments } from '../../engine/probes/probe';
import type { RawAnswer, RunResult } from '../session';
import { answers, type Answerer } from './answers/answers';
import type { Machine } from './machine';
import { runPowerShell } from './shell';

const QUESTION = /^Write-Answer '([^']*)' '([^']*)' '([A-Za-z0-9+/=]*)'/gm;

/** The two doors to a simulated machine: questions of probes, and commands. */
export class SimulatedServer {
  readonly machine: Machine;

  constructor(machine: Machine) {
    this.machine = machine;
  }

  /** What the script of a probe would give there. Its data are those of a real server, as JSON text. */
  async answer(probe: string, asked: ProbeArguments): Promise<RawAnswer> {
    this.machine.advance();
    const answer: Answerer | undefined = Object.hasOwn(answers, probe)
      ? answers[probe as keyof typeof answers]
      : undefined;
    if (answer) return { ok: true, data: JSON.stringify(await answer(this.machine, asked)) };
    const message = `The term '${probe}' is not recognized as the name of a probe.`;
    return { ok: false, error: { message, hresult: '0x80131501', category: 'ObjectNotFound' } };
  }

  /**
   * Runs the text of a Windows PowerShell command. Rejects only with the signal's reason.
   *
   * @param heard called with each piece of output as it comes
   */
  async run(command: string, signal?: AbortSignal, heard?: (output: string) => void): Promise<RunResult> {
    this.machine.advance();
    let output = '';
    const print = (text: string): void => {
      output += text;
      heard?.(text);
    };
    const exitCode = await runPowerShell(command, { machine: this.machine, say: print, complain: print, signal });
    return { exitCode, output };
  }

  /**
   * The lines that a real PowerShell prints for a text: for questions, as `questionText` makes them, one answer each;
   * any other text is run as commands.
   */
  async answerText(text: string): Promise<string[]> {
    if (!text.startsWith('# IIS Doctor ')) return linesOf((await this.run(text)).output);
    const printed: string[] = [];
    for (const [, number = '', probe = '', asked = ''] of text.matchAll(QUESTION)) {
      const answer = await this.answer(probe, JSON.parse(textOfBase64(asked)) as ProbeArguments);
      // Put together by hand, as the script does: readers find the data by this head.
      const json = answer.ok ? `{"ok":true,"data":${answer.data}}` : JSON.stringify(answer);
      printed.push(`${ANSWER_PREFIX} ${number} ${probe} ${toBase64(json)}`);
    }
    return printed;
  }
}

const linesOf = (output: string): string[] => (output === '' ? [] : output.replace(/\r?\n$/, '').split(/\r?\n/));
