import { probes } from './index.generated';
import { AnswerError, type Probe, type ProbeArguments } from './probe';

/**
 * Reads the answer to a probe.
 *
 * @param data JSON text, as an envelope holds it
 * Rejects with an {@link AnswerError} where it is not what the probe's script gives.
 */
export async function readProbeAnswer(id: string, data: string, asked: ProbeArguments): Promise<unknown> {
  const probe = Object.hasOwn(probes, id) ? (probes as unknown as Readonly<Record<string, AnyProbe>>)[id] : undefined;
  if (!probe) throw new AnswerError(`There is no probe "${id}".`);
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    throw new AnswerError('The answer is no JSON.');
  }
  return probe.read(value, asked);
}

type AnyProbe = Probe<ProbeArguments, unknown>;
