import { type Known, known, unknown } from '../probe';
import { refusal } from './failures';
import type { RawOutput } from './raw';

/** What `sc.exe queryex` prints of a service. */
export interface QueriedService {
  readonly name: string;
  /** As the name where it prints none. */
  readonly displayName: string;
  /** 1 to 7. */
  readonly state: number;
  readonly exitCode: number;
  readonly processId: number;
}

/** `SERVICE_NAME: WAS`, at the beginning of a line; labels are translated. */
const HEADING = /^[^\s[][^:：]{0,60}?\s{0,4}[:：]\s?(.*)$/;
/** `        STATE              : 4  RUNNING`, indented. */
const ROW = /^[ \t]+[^\s(:：][^:：]{0,60}?\s{0,40}[:：]\s{0,4}(\S{0,20})/;

/** Where the values of a service stand; sc prints these rows in this order in all languages. */
const STATE = 1;
const EXIT_CODE = 2;
const PROCESS = 6;

/** The services that `sc.exe queryex` lists, in any language of Windows: its rows are told apart by their order. */
export function queriedServices(output: RawOutput): Known<readonly QueriedService[]> {
  const services: QueriedService[] = [];
  let headings: string[] = [];
  let rows: string[] = [];
  const finish = (): void => {
    const [name, displayName] = headings;
    const state = Number(/^[1-7]$/.exec(rows[STATE] ?? '')?.[0]);
    if (name && state)
      services.push({
        name,
        displayName: displayName ?? name,
        state,
        exitCode: whole(rows[EXIT_CODE]),
        processId: whole(rows[PROCESS]),
      });
    headings = [];
    rows = [];
  };
  for (const line of output.text.split(/\r?\n/)) {
    const row = ROW.exec(line);
    if (row) {
      rows.push(row[1] ?? '');
      continue;
    }
    const heading = HEADING.exec(line);
    if (!heading) continue;
    if (rows.length) finish();
    headings.push((heading[1] ?? '').trim());
  }
  finish();
  if (services.length) return known(services);
  return output.exitCode === 0 ? unknown('notUnderstood', output.text.trim().slice(0, 1000)) : refusal(output);
}

const whole = (written = ''): number => (/^\d{1,10}$/.test(written) ? Number(written) : 0);
