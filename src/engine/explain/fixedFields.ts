import type { Answer, Source } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';

const iisFormat: Source = {
  document: 'Microsoft Learn: IIS Logging (HTTP Server API)',
  url: 'https://learn.microsoft.com/en-us/windows/win32/http/iis-logging',
  says: 'The fixed fields of the IIS format in their order; its date and time are local.',
  read: '2026-11-24',
};
const ncsaFormat: Source = {
  document: 'Microsoft Learn: NCSA Logging (HTTP Server API)',
  url: 'https://learn.microsoft.com/en-us/windows/win32/http/ncsa-logging',
  says: 'The fixed fields of the NCSA common format: of the outcome it has only the HTTP status.',
  read: '2026-11-24',
};

const answer = (id: string, name: string, meaning: string, source: Source): Answer => ({
  id: `log-field-${id}`,
  name,
  verdict: null,
  meaning,
  sources: [source],
});

/** What is known of the fields that only rows of a fixed format have; no header names them. */
export const fixedFields: ReadonlyMap<string, Answer> = new Map([
  [
    'date-local',
    answer(
      'date-local',
      'Date of the request, in the time of the server',
      'The IIS format writes the local day of the server, W3C logs write UTC. In which order day and month stand is not said in the log.',
      iisFormat,
    ),
  ],
  [
    'time-local',
    answer(
      'time-local',
      'Time of the request, in the time of the server',
      'The IIS format writes local time, as Event Viewer shows it; W3C and HTTP.sys error logs write UTC.',
      iisFormat,
    ),
  ],
  ['ncsa-logname', answer('ncsa-logname', 'Remote log name: not used', 'IIS always writes a hyphen here.', ncsaFormat)],
  [
    'ncsa-time',
    answer(
      'ncsa-time',
      'Local time of the request, with its distance to UTC',
      'The time of the server, and behind it how far that is from UTC: at +0200 take two hours off to compare it with a W3C log.',
      ncsaFormat,
    ),
  ],
  [
    'ncsa-uri',
    answer(
      'ncsa-uri',
      'URL of the request, with its query',
      'Path and query as the client asked for them.',
      ncsaFormat,
    ),
  ],
]);

/**
 * What a status says in a row that has nothing but the status. No meaning of IIS is claimed: the common format is
 * written by every web server, and where it was IIS, the sub-status that tells them apart is not in the log.
 *
 * @param form `common` may be IIS; `combined` never is
 */
export async function statusAlone(status: number, form: 'common' | 'combined', knowledge: Knowledge): Promise<Answer> {
  const row = (await knowledge.row('statuses', `${status}`)) ?? (await knowledge.row('statuses', `${status}.0`));
  const title = row?.title ?? '';
  const shared = { id: `status-alone-${status}`, name: `HTTP status ${status} ${title}`.trim(), verdict: null };
  if (status < 400) return { ...shared, meaning: row?.usualCause ?? 'No error.', sources: [ncsaFormat] };
  return form === 'common'
    ? {
        ...shared,
        meaning:
          'The NCSA format holds the HTTP status alone. If IIS wrote this log, the sub-status and the Windows code that tell why are not in it.',
        checks: ['If it is IIS: set the log format of the site to W3C, with sc-substatus and sc-win32-status.'],
        sources: [ncsaFormat],
      }
    : {
        ...shared,
        meaning:
          'A log in the combined format of Apache, nginx and others; IIS does not write it. It holds the HTTP status alone, so why is in the error log of that server.',
        checks: ['Is it a proxy before IIS? Then look for the same second and URL in the log of IIS.'],
        sources: [ncsaFormat],
      };
}
