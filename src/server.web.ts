import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './language/server';
import { LoadDataRequest, type LoadDataParams, type LoadDataResult } from './protocol/languageServer';

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
