import type { Command, Word } from './command';

/** A command that stops or starts a service. */
export interface ServiceUse {
  readonly command: Command;
  readonly action: 'stop' | 'start' | 'restart';
  /** Lower case. */
  readonly service: string;
  readonly word: Word;
}

const CMDLETS: Readonly<Record<string, ServiceUse['action']>> = {
  'stop-service': 'stop',
  'start-service': 'start',
  'restart-service': 'restart',
};

/** What people say for a service, by the name that the system has for it. */
const DISPLAY_NAMES: Readonly<Record<string, string>> = {
  'world wide web publishing service': 'w3svc',
  'windows process activation service': 'was',
  'iis admin service': 'iisadmin',
};

const known = new WeakMap<readonly Command[], readonly ServiceUse[]>();

/**
 * The services that commands stop and start, in the order of the text; names that nobody knows are left out. Several
 * rules ask for those of one script.
 */
export function serviceUses(commands: readonly Command[]): readonly ServiceUse[] {
  let uses = known.get(commands);
  if (!uses) known.set(commands, (uses = findUses(commands)));
  return uses;
}

/** The programs that stop and start services. */
const PROGRAMS: ReadonlySet<string> = new Set(['net', 'net1', 'sc', ...Object.keys(CMDLETS)]);

const findUses = (commands: readonly Command[]): readonly ServiceUse[] =>
  commands
    .filter(({ name }) => PROGRAMS.has(name))
    .flatMap((command): ServiceUse[] => {
      const { name, arguments: words } = command;
      const of = (action: ServiceUse['action'], named: readonly Word[]): ServiceUse[] =>
        named
          .filter(({ isLiteral }) => isLiteral)
          .map((word) => ({ command, action, service: serviceName(word.value), word }));
      if (name === 'net' || name === 'net1' || name === 'sc') {
        const at = name === 'sc' && words[0]?.value.startsWith('\\\\') ? 1 : 0;
        const verb = words[at]?.value.toLowerCase();
        return verb === 'stop' || verb === 'start' ? of(verb, words.slice(at + 1, at + 2)) : [];
      }
      const action = CMDLETS[name];
      return action ? of(action, cmdletNames(words)) : [];
    });

/** Whether services are started whose names stand in a variable or come out of a pipe: nobody knows which. */
export const startsUnknown = (commands: readonly Command[]): boolean =>
  commands.some(({ name, arguments: words, before }) => {
    if (name === 'start-service') return before === '|' || words.some(({ isLiteral }) => !isLiteral);
    return /^(?:net1?|sc)$/.test(name) && /^start$/i.test(words[0]?.value ?? '') && words[1]?.isLiteral === false;
  });

const serviceName = (value: string): string => DISPLAY_NAMES[value.toLowerCase()] ?? value.toLowerCase();

/** The values of `-Name`, or the first ones without a name. */
function cmdletNames(words: readonly Word[]): readonly Word[] {
  let at = words.findIndex(({ value, isQuoted }) => !isQuoted && /^-(?:na?m?e?|servicename|displayname)$/i.test(value));
  if (at < 0) at = words[0]?.value.startsWith('-') ? words.findIndex(({ value }) => !value.startsWith('-')) - 1 : -1;
  const [first, ...rest] = words.slice(at + 1);
  if (!first || first.value.startsWith('-')) return [];
  const names = [first];
  for (const word of rest) {
    if (!word.isListItem) break;
    names.push(word);
  }
  return names;
}
