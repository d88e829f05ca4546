import * as vscode from 'vscode';
import { problemOf } from '../../app/tree/parts';
import type { Command } from '../command';

/** Copies what is known of a failure: what was tried, what came back. Holds no secret. */
const copyDetails: Command = async ({ servers, tell }, node) => {
  const view = await servers.pick(node, 'The details of which server?');
  if (!view) return;
  const { state, address } = view.connection;
  const error = state.kind === 'failed' ? state.error : view.reportError;
  const lines = [`Server: ${view.name}`, `Way: ${address.transport}`, `Host: ${address.host ?? 'none'}`];
  if (error) {
    const { says, tried, detail } = problemOf(error);
    lines.push(says, ...(tried ? [`Tried: ${tried}`] : []), ...(detail ? ['', detail] : []));
  } else lines.push('Nothing has failed.');
  await vscode.env.clipboard.writeText(lines.join('\n'));
  tell.done('detailsCopied');
};
export default copyDetails;
