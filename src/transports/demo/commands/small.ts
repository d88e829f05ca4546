import { DOMAIN } from '../machine';
import { lines, type Program } from './program';

/** Programs that only tell something. */
export const smallPrograms: Readonly<Record<string, Program>> = {
  hostname: (_, { machine, say }) => {
    say(lines(machine.spec.name));
    return 0;
  },
  whoami: (_, { say }) => {
    say(lines('contoso\\webops'));
    return 0;
  },
  ver: (_, { machine, say }) => {
    const { build, revision } = machine.spec.windows;
    say(lines('', `Microsoft Windows [Version 10.0.${build}.${revision}]`));
    return 0;
  },
  echo: (words, { say }) => {
    say(lines(words.join(' ')));
    return 0;
  },
  ping: async (words, { machine, say, signal }) => {
    const count = Number(words[words.findIndex((word) => /^[-/]n$/i.test(word)) + 1] ?? 4);
    const host = words.findLast((word) => !/^[-/]|^\d+$/.test(word)) ?? `${machine.spec.name}.${DOMAIN}`;
    await machine.wait(Math.max(0, (Number.isFinite(count) ? count : 4) - 1) * 1_000, signal);
    say(lines('', `Pinging ${host} with 32 bytes of data:`, 'Reply from 127.0.0.1: bytes=32 time<1ms TTL=128'));
    return 0;
  },
};
