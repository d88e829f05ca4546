import type { Collector } from './collector';
import type { MappedText } from './mappedText';
import { PowerShellReader } from './powershellReader';
import { PowerShellVariables } from './powershellVariables';

/** Reads a script of PowerShell. */
export function readPowerShell(source: MappedText, to: Collector, shell: 'powershell' | 'pwsh'): void {
  const { commands, comments } = to;
  const [commandsBefore, commentsBefore] = [commands.length, comments.length];
  const variables = new PowerShellVariables();
  new PowerShellReader(source, to, shell, variables).read();
  const missed = variables.missed();
  if (!missed.size) return;
  // Functions stand above what they use, so they are read again with it.
  commands.length = commandsBefore;
  comments.length = commentsBefore;
  new PowerShellReader(source, to, shell, new PowerShellVariables(missed)).read();
}
