import type { Collector } from './collector';
import type { WordPart } from './command';
import type { MappedText } from './mappedText';
import { PowerShellReader } from './powershellReader';

/** Reads a script of PowerShell. */
export function readPowerShell(source: MappedText, to: Collector, shell: 'powershell' | 'pwsh'): void {
  new PowerShellReader(source, to, shell, new Map<string, readonly WordPart[]>()).read();
}
