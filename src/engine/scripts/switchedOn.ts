import type { Command, Word } from './command';

/** Whether a command is one by which {@link switchedOn} knows attributes to be set. */
export const switchesOn = ({ name }: Command): boolean => name === 'appcmd' || name === 'set-webconfigurationproperty';

/** The word by which appcmd or Set-WebConfigurationProperty sets a Boolean attribute of the configuration to true. */
export function switchedOn({ name, arguments: words }: Command, attribute: string): Word | undefined {
  if (name === 'appcmd') {
    // `search config` and `list` only look for it.
    if (!/^set$/i.test(words.find(({ value }) => !/^[-/]/.test(value))?.value ?? '')) return undefined;
    const option = `${attribute}:true`.toLowerCase();
    return words.find(({ value }) => /^[-/]/.test(value) && value.slice(1).toLowerCase() === option);
  }
  if (name !== 'set-webconfigurationproperty') return undefined;
  return words.find(({ value }, i) => /^\$?true$/i.test(value) && /^-v/i.test(words[i - 1]?.value ?? ''));
}
