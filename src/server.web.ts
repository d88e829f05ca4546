import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './language/server';
import { LoadTableRequest, type LoadTableParams, type LoadTableResult } from './protocol/languageServer';

const worker: object = globalThis;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

serve(connection, {
  loadTable: async (name) => {
    const params: LoadTableParams = { name };
    return (await connection.sendRequest<LoadTableResult>(LoadTableRequest.method, params)).text;
  },
  diskFiles: null,
  memory: null,
  readPieces: null,
});
