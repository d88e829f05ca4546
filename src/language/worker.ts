import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { LoadDataRequest, type LoadDataParams, type LoadDataResult } from '../protocol/languageServer';
import { serve } from './server';

/** Serves the messages of the worker that this runs in; its data come from the client. */
export function serveWorker(): void {
  const worker: object = globalThis;
  const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  serve(connection, {
    loadData: async (file) => {
      const params: LoadDataParams = { file };
      return (await connection.sendRequest<LoadDataResult>(LoadDataRequest.method, params)).text;
    },
    diskFiles: null,
    memory: null,
    readPieces: null,
  });
}
