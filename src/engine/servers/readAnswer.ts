import { probes } from '../probes/index.generated';
import { AnswerError, type Probe, type ProbeArguments } from '../probes/probe';

/**
 * Reads the answer to a probe.
 *
 * @param data JSON text, as an envelope holds it
 * Rejects with an {@link AnswerError} where it is not what the probe's script gives.
 */
export function readProbeAnswer(id: string, data: string, asked: ProbeArguments): Promise<unknown> {
  const probe = Object.hasOwn(probes, id) ? (probes as unknown as Readonly<Record<string, AnyProbe>>)[id] : undefined;
  if (!probe) return Promise.reject(new AnswerError(`There is no probe "${id}".`));
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return Promise.reject(new AnswerError('The answer is no JSON.'));
  }
  return Promise.resolve().then(() => probe.read(value, asked));
}

type AnyProbe = Probe<ProbeArguments, unknown>;
