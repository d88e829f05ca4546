import { AnswerError } from '../engine/probes/probe';
import { readProbeAnswer } from '../engine/servers/readAnswer';
import { checkServer } from '../engine/servers/checkServer';
import type { CheckServerParams, CheckServerResult, ReadAnswerParams, ReadAnswerResult } from '../protocol/servers';
import type { Services } from './services';

/** Reads a long answer of an IIS server. Never rejects for what the answer says. */
export function readAnswerRequest({ probe, data, asked }: ReadAnswerParams): Promise<ReadAnswerResult> {
  return readProbeAnswer(probe, data, asked).then(
    (answer) => ({ answer }),
    (error: unknown) => {
      if (error instanceof AnswerError) return { refused: error.message };
      throw error;
    },
  );
}

/** Looks at all that is known of an IIS server together. */
export const checkServerRequest = async (
  { snapshot }: CheckServerParams,
  { knowledge, config }: Services,
): Promise<CheckServerResult> => checkServer(snapshot, knowledge, await config.documents.schema());
