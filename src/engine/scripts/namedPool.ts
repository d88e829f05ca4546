import { appcmdOption, appcmdUses } from './appcmd';
import type { Command, Word } from './command';
import { parameterValue } from './parameters';

/** Characters of a name that mean the same between quotes of cmd and of PowerShell. */
const PLAIN_NAME = /^[\w .()-]{1,64}$/;
const POOL_COMMAND = /^(?:start|stop|restart|new)-webapppool$/;

/**
 * The one application pool that the commands of a script name.
 *
 * @returns null where they name none or several, delete one, or where a name is not known
 */
export function namedPool(commands: readonly Command[]): string | null {
  const names = new Map<string, string>();
  for (const word of poolWords(commands)) {
    const name = word?.isLiteral ? poolName(word.value) : '';
    if (!PLAIN_NAME.test(name)) return null;
    names.set(name.toLowerCase(), name);
  }
  const [only = null, ...others] = names.values();
  return others.length ? null : only;
}

function poolWords(commands: readonly Command[]): (Word | undefined)[] {
  const words: (Word | undefined)[] = [];
  for (const use of appcmdUses(commands)) {
    if (use.object === 'apppool' && use.verb !== 'list')
      // What is deleted cannot be recycled: no name at all.
      words.push(
        use.verb === 'delete'
          ? undefined
          : (appcmdOption(use, 'apppool.name') ?? appcmdOption(use, 'name') ?? use.names[0]),
      );
    const assigned = use.verb === 'list' ? undefined : appcmdOption(use, 'applicationpool');
    if (assigned) words.push(assigned);
  }
  for (const command of commands) {
    if (POOL_COMMAND.test(command.name)) words.push(parameterValue(command, 'Name') ?? command.arguments[0]);
    else if (command.name === 'remove-webapppool') words.push(undefined);
    else if (command.name.endsWith('-itemproperty'))
      words.push(...command.arguments.filter(({ value }) => /^IIS:\\AppPools\\/i.test(value)));
  }
  return words;
}

const poolName = (value: string): string =>
  /^[-/]/.test(value) ? value.slice(value.search(/[:=]|$/) + 1) : value.replace(/^IIS:\\AppPools\\/i, '');
