import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { LoadData } from '../engine/loadData';
import type { MemoryUse } from '../protocol/languageServer';
import { diskFiles } from './diskFiles.node';
import type { ReadPieces } from './files';
import { serve } from './server';

/**
 * By how much the heap may grow before old versions of a large document are collected. Left alone, a file of 14 MB that is
 * edited takes three times the memory, and is not checked any faster.
 */
const HEAP_GROWING_PERCENT = 60;

/**
 * Serves a client on this process's standard streams, or over the channel that the client's arguments name. The process
 * ends with the client: after `exit`, when the streams close, or when the parent process is gone.
 */
export function serveStdio(loadData: LoadData, readPieces: ReadPieces): void {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
  const memory = (): MemoryUse => {
    const { heapUsed, rss } = process.memoryUsage();
    return { heapUsed, rss };
  };
  serve(createConnection(ProposedFeatures.all), { loadData, diskFiles, readPieces, memory });
}
