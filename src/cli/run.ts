import fs from 'node:fs';
import { version } from '../../package.json';
import { Knowledge } from '../engine/knowledge/knowledge';
import type { LoadData } from '../engine/loadData';
import { families } from '../engine/knowledge/families.generated';
import { ArgumentError } from './argumentError';
import { readArguments, usage } from './arguments';
import { checkCommand } from './check/command';
import { ruleText, rulesText } from './check/rules';
import { effectiveCommand } from './effective';
import { explainCommand } from './explain';
import { InputError } from './input';
import { tell } from './tell';

/** What differs where the program runs. */
export interface CliEnvironment {
  readonly loadData: LoadData;
  /** Starts the language server on this process's standard streams; it ends the process by itself. */
  readonly serve: () => Promise<void>;
}

export const exitCodes = { answered: 0, usage: 2, failed: 3 } as const;

/**
 * Runs the program.
 *
 * @param args the arguments behind the program's name
 * @returns the exit code, or null when something goes on running
 */
export async function runCli(args: readonly string[], { loadData, serve }: CliEnvironment): Promise<number | null> {
  try {
    const command = readArguments(args);
    switch (command.name) {
      case 'help':
        process.stdout.write(`${usage}\n`);
        return exitCodes.answered;
      case 'version':
        process.stdout.write(`${version}\n`);
        return exitCodes.answered;
      case 'lsp':
        await serve();
        return null;
      case 'explain':
        await explainCommand(command, new Knowledge(families, loadData));
        return exitCodes.answered;
      case 'check':
        return await checkCommand(command, { loadData, disk: fs, cwd: process.cwd() });
      case 'effective':
        process.stdout.write(await effectiveCommand(command, { loadData, disk: fs, cwd: process.cwd() }));
        return exitCodes.answered;
      case 'rules':
        process.stdout.write(rulesText(command));
        return exitCodes.answered;
      case 'rule':
        process.stdout.write(ruleText(command));
        return exitCodes.answered;
    }
  } catch (error) {
    tell(error);
    if (error instanceof ArgumentError) return exitCodes.usage;
    if (error instanceof InputError) return exitCodes.failed;
    return exitCodes.failed;
  }
}
