import { mkdtempSync, writeFileSync, copyFileSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { defaultSshLimits } from '../../src/transports/ssh/settings';
import { SshTransport } from '../../src/transports/ssh/ssh';
import type { HelperFiles } from '../../src/transports/ssh/askpass';
import type { Limits } from '../../src/transports/powershell/settings';
import { root } from './knowledge';

/** The files that ship beside the extension, built into a folder of their own. */
export async function helperFiles(): Promise<HelperFiles & { readonly folder: string; readonly remove: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-helper-'));
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'src/transports/ssh/helper.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
  const [helper, script] = [path.join(folder, 'ssh-helper.js'), path.join(folder, 'ssh-askpass.sh')];
  writeFileSync(helper, outputFiles[0]?.text ?? '');
  copyFileSync(path.join(root, 'src/transports/ssh/askpass.sh'), script);
  // As an installation leaves it that keeps no rights.
  chmodSync(script, 0o644);
  return {
    helper,
    script,
    node: process.execPath,
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The transport over a client. */
export function sshOver(
  program: string,
  files: HelperFiles,
  { limits = {}, connections = 16 }: { limits?: Partial<Limits>; connections?: number } = {},
) {
  const log: string[] = [];
  const transport = new SshTransport(
    {
      version: '0.0.0',
      program,
      connections,
      files,
      log: (line) => log.push(line),
      limits: { ...defaultSshLimits, ...limits },
    },
    process.platform,
  );
  return { transport, log };
}
