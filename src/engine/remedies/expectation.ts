import type { Expectation } from './plan';

/** Whether what a command did is what a check expects. */
export function meets(expects: Expectation, { exitCode, output }: { exitCode: number; output: string }): boolean {
  const text = output.replace(/\r\n?/g, '\n').trim().toLowerCase();
  switch (expects.kind) {
    case 'succeeds':
      return exitCode === 0;
    case 'fails':
      return exitCode !== 0;
    case 'contains':
      return text.includes(expects.text.toLowerCase());
    case 'lacks':
      return !text.includes(expects.text.toLowerCase());
    case 'is':
      return text === expects.text.toLowerCase();
  }
}
