import { between, chance } from '../chance';
import type { SiteView } from '../configuration';
import type { Machine } from '../machine';
import type { Happening } from '../machineSpec';

const FIELDS =
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken';
const ERROR_FIELDS =
  '#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid sc-status s-siteid s-reason s-queuename transport';
const AGENT = 'Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)';
const PAGES = ['/', '/products', '/basket', '/images/desk.png', '/styles/site.css', '/search', '/api/stock/4711'];
const MINUTES = 10;

/** What the requests to a site end with where that is not 200, by the part of the rows it is: `[share, row]`. */
export type Troubles = Readonly<
  Record<string, { readonly share: number; readonly path: string; readonly status: string }>
>;

/** Requests come all day, and every log of the machine grows. */
export const traffic = (troubles: Troubles = {}): Happening => ({
  minutesAgo: 1_425,
  every: MINUTES,
  act: (machine) => {
    for (const site of machine.configuration.sites)
      if (machine.sites.stateOf(site.name) === 'Started') log(machine, site, troubles);
  },
});

function log(machine: Machine, site: SiteView, troubles: Troubles): void {
  const count = machine.services.isRunning('HTTP') ? between(3, 8, machine.seed, site.id, machine.agenda.time) : 0;
  const rows: string[] = [];
  const errors: string[] = [];
  for (let i = 0; i < count; i++) {
    const words = [machine.seed, site.id, machine.agenda.time, i];
    const time = machine.agenda.time - (MINUTES * 60_000 * (count - i)) / count;
    const stamp = new Date(time).toISOString().slice(0, 19).replace('T', ' ');
    const client = `198.51.100.${between(2, 250, 'client', ...words)}`;
    const trouble = troubles[site.name];
    const isTrouble = trouble !== undefined && chance('trouble', ...words) < trouble.share;
    const path = isTrouble ? trouble.path : (PAGES[between(0, PAGES.length - 1, 'page', ...words)] ?? '/');
    const pool = site.applications.find((one) => one.path === '/')?.pool ?? '';
    const [port = '80'] = site.bindings.flatMap(({ portNumber }) => (portNumber ? [String(portNumber)] : []));
    if (machine.pools.stateOf(pool) !== 'Started')
      errors.push(
        `${stamp} ${client} ${between(49_152, 65_535, 'port', ...words)} ${machine.spec.address} ${port} HTTP/1.1 GET ${path} - 503 ${site.id} AppOffline ${pool} TCP`,
      );
    else
      rows.push(
        `${stamp} ${machine.spec.address} GET ${path} - ${port} - ${client} ${AGENT} - ${isTrouble ? trouble.status : '200 0 0'} ${between(2, 180, 'taken', ...words)}`,
      );
  }
  const now = new Date(machine.agenda.time).toISOString();
  const day = now.slice(2, 10).replaceAll('-', '');
  const date = `#Date: ${now.slice(0, 19).replace('T', ' ')}`;
  append(machine, `C:\\inetpub\\logs\\LogFiles\\W3SVC${site.id}\\u_ex${day}.log`, rows, [
    '#Software: Microsoft Internet Information Services 10.0',
    '#Version: 1.0',
    date,
    FIELDS,
  ]);
  append(machine, 'C:\\Windows\\System32\\LogFiles\\HTTPERR\\httperr1.log', errors, [
    '#Software: Microsoft HTTP API 2.0',
    '#Version: 1.0',
    date,
    ERROR_FIELDS,
  ]);
}

function append(machine: Machine, path: string, rows: readonly string[], head: readonly string[]): void {
  if (!rows.length) return;
  const before = machine.disk.text(path);
  const added = (before === undefined ? [...head, ...rows] : rows).map((row) => `${row}\r\n`).join('');
  machine.disk.write(path, (before ?? '') + added, machine.agenda.time);
}
