import * as vscode from 'vscode';
import type { Confirmation, ServerAddress, Surroundings } from '../../transports/session';
import { TransportError } from '../../transports/transportError';
import type { Tell } from '../tell';
import type { ConfirmedServers } from './addresses';
import type { Passwords } from './passwords';

/** What a transport asks and tells while it opens a session. */
export const surroundingsOf = (
  address: ServerAddress,
  signal: AbortSignal,
  phase: Surroundings['phase'],
  {
    passwords,
    log,
    tell,
  }: { readonly passwords: Passwords; readonly log: vscode.LogOutputChannel; readonly tell: Tell },
): Surroundings => ({
  signal,
  phase,
  password: (asked) => passwords.ask(address, asked),
  confirm: (asked) => confirm(address, asked, tell),
  log: (line) => log.info(`${address.name}: ${line}`),
});

function confirm({ name }: ServerAddress, asked: Confirmation, tell: Tell): Promise<boolean> {
  const [title, agree] =
    asked.kind === 'hostKey'
      ? [`The key of "${name}" is not known yet. Is it the right one?`, 'Trust This Key']
      : [`The certificate of ${asked.host} cannot be checked. Connect to "${name}" all the same?`, 'Connect Once'];
  const detail = `${asked.text}\n\nCompare it with what the server itself shows. If you are not sure, do not connect.`;
  return tell.confirm({ title, detail, agree });
}

/**
 * Whether a server may be connected to: never from an untrusted workspace; one that a workspace brought along only after
 * somebody confirmed where it leads. Rejects with a {@link TransportError} where not.
 */
export async function permit(
  address: ServerAddress,
  isFromWorkspace: boolean,
  confirmed: ConfirmedServers,
  tell: Tell,
): Promise<void> {
  // The demo leads nowhere.
  if (address.transport === 'demo') return;
  if (!vscode.workspace.isTrusted) throw new TransportError('notTrusted');
  if (!isFromWorkspace || confirmed.has(address)) return;
  const { name, transport, host = '', user, path = '' } = address;
  const isAgreed = await tell.confirm({
    title: `Connect to "${name}"?`,
    detail: `This server comes from the settings of the workspace, not from your own. It leads to ${host || path || 'this machine'} by ${transport}${user === undefined ? '' : ` as ${user}`}. Connecting signs you in there.`,
    agree: 'Connect',
  });
  if (!isAgreed) throw new TransportError('notTrusted');
  await confirmed.add(address);
}
