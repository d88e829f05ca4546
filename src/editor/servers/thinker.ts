import type { Thinker } from '../../app/thinker';
import { AnswerError } from '../../engine/probes/probe';
import { isCheckServerResult, isReadAnswerResult } from '../../protocol/checkers';
import {
  CheckServerRequest,
  ReadAnswerRequest,
  type CheckServerParams,
  type ReadAnswerParams,
} from '../../protocol/servers';
import type { LanguageServer } from '../languageServer';

/** The language server thinks about answers: it is a process or worker of its own and has schema and knowledge loaded. */
export const thinkerOf = (server: LanguageServer): Thinker => ({
  read: async (probe, data, asked) => {
    const params: ReadAnswerParams = { probe, data, asked };
    const result = await server.request(ReadAnswerRequest.method, params);
    if (!isReadAnswerResult(result)) throw new AnswerError('The language server could not read the answer.');
    if ('refused' in result) throw new AnswerError(result.refused);
    return result.answer;
  },
  check: async (snapshot) => {
    const params: CheckServerParams = { snapshot };
    const result = await server.request(CheckServerRequest.method, params);
    if (!isCheckServerResult(result)) throw new Error('The language server could not check the server.');
    return result;
  },
});
