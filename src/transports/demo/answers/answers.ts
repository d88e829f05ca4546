import type { ProbeArguments } from '../../../engine/probes/probe';
import type { Machine } from '../machine';
import { configurationAnswers } from './configuration';
import { lookupAnswers } from './lookups';
import { runtimeAnswers } from './runtime';

/** Gives the `data` of a probe as its script would on that machine. */
export type Answerer = (machine: Machine, asked: ProbeArguments) => unknown;

export type Answers = Readonly<
  Record<
    | 'application-pools'
    | 'certificates'
    | 'configuration-files'
    | 'dcom-permissions'
    | 'events'
    | 'features'
    | 'file-tail'
    | 'http-bindings'
    | 'identifiers'
    | 'log-folders'
    | 'services'
    | 'sites'
    | 'system'
    | 'web-configs'
    | 'worker-processes',
    Answerer
  >
>;

/** By probe; a test wants one for each probe that there is. */
export const answers: Answers = { ...configurationAnswers, ...lookupAnswers, ...runtimeAnswers };
