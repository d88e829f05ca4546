import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { LoadData } from '../engine/loadData';
import type { MemoryUse } from '../protocol/languageServer';
import { diskFiles } from './diskFiles.node';
import type { ReadPieces } from './files';
import { serve } from './server';

/**
 * Serves a client on this process's standard streams, or over the channel that the client's arguments name. The process
 * ends with the client: after `exit`, when the streams close, or when the parent process is gone.
 */
export function serveStdio(loadData: LoadData, readPieces: ReadPieces): void {
  const memory = (): MemoryUse => {
    const { heapUsed, rss } = process.memoryUsage();
    return { heapUsed, rss };
  };
  serve(createConnection(ProposedFeatures.all), { loadData, diskFiles, readPieces, memory });
}
