/** An error of PowerShell, in what tells it from others in every language; `Get-DoctorFailure` makes it. */
export interface Failure {
  /** Fully qualified ids of the error and of those inside it. */
  readonly ids: readonly string[];
  /** Codes of WinRM and Windows, and HRESULTs, as signed numbers, outermost first. */
  readonly codes: readonly number[];
  readonly category: string;
  /** For people; nobody vouches for it. */
  readonly message: string;
}

const list = <T>(value: unknown, holds: (one: unknown) => one is T): T[] =>
  (Array.isArray(value) ? value : [value]).filter(holds);
const isText = (one: unknown): one is string => typeof one === 'string';
const isNumber = (one: unknown): one is number => typeof one === 'number';

/** Reads what stands in a line `.failed`; whatever has another shape is left out. */
export function readFailure(data: unknown): Failure {
  const { ids, codes, category, message } = (data ?? {}) as Partial<Record<keyof Failure, unknown>>;
  return {
    ids: list(ids, isText),
    codes: list(codes, isNumber),
    category: isText(category) ? category : '',
    message: isText(message) ? message : '',
  };
}

/** A job ended with an error of PowerShell. */
export class JobError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}
