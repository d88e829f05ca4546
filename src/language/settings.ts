import type { ClientCapabilities, Connection } from 'vscode-languageserver';

const codeLensValues = ['all', 'act', 'off'] as const;

/** The settings that the server reads, each as in the manifest. */
export interface Settings {
  readonly codeLens: (typeof codeLensValues)[number];
}

/** Reads `iisDoctor` from the client; a client without configuration, or with nonsense in it, gets the defaults. */
export function settingsReader(connection: Connection, capabilities: ClientCapabilities): () => Promise<Settings> {
  return async () => {
    const answer: unknown = capabilities.workspace?.configuration
      ? await connection.workspace.getConfiguration('iisDoctor.explain').catch(() => null)
      : null;
    const value = typeof answer === 'object' && answer !== null && 'codeLens' in answer ? answer.codeLens : null;
    return { codeLens: codeLensValues.find((one) => one === value) ?? 'all' };
  };
}
