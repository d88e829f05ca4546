import type { Machine } from '../machine';
import type { Form } from './files';
import { lines } from './program';

const TEXT = String.raw`'((?:[^']|'')*)'`;
const unquoted = (text: string | undefined): string => (text ?? '').replaceAll("''", "'");

/**
 * One request by the classes of .NET:
 *
 *     $request = [Net.WebRequest]::Create('http://localhost:80/')
 *     $request.Host = 'shop.contoso.example'
 *     …
 *     if ($answer) { 'HTTP ' + [int] $answer.StatusCode; $answer.Close() } else { 'no answer' }
 */
export const webRequest: Form = {
  pattern: new RegExp(
    [
      String.raw`\$request = \[Net\.WebRequest\]::Create\(${TEXT}\)`,
      String.raw`(?:\$request\.Host = ${TEXT}\s+)?\$request\.AllowAutoRedirect = \$false`,
      String.raw`\$request\.Timeout = \d{1,6}`,
      String.raw`try \{ \$answer = \$request\.GetResponse\(\) \} catch \[Net\.WebException\] \{ \$answer = \$_\.Exception\.Response \}`,
      String.raw`if \(\$answer\) \{ 'HTTP ' \+ \[int\] \$answer\.StatusCode; \$answer\.Close\(\) \} else \{ 'no answer' \}`,
    ].join(String.raw`\s+`),
    'y',
  ),
  run: ([, url, host], { machine, say }) => {
    const [, address = '', port = ''] = /^http:\/\/(.+):(\d+)\/$/.exec(unquoted(url)) ?? [];
    const status = statusOf(machine, address, Number(port), host === undefined ? address : unquoted(host));
    say(lines(status === null ? 'no answer' : `HTTP ${status}`));
    return true;
  },
};

/** What answers a request for `/`: null where nobody listens. */
function statusOf(machine: Machine, address: string, port: number, host: string): number | null {
  if (machine.spec.listeners?.some((one) => one.port === port)) return 200;
  if (!machine.services.isRunning('HTTP')) return null;
  const open = machine.configuration.sites
    .filter(({ name }) => machine.sites.stateOf(name) === 'Started')
    .flatMap((site) => site.bindings.map((binding) => ({ site, binding })))
    .filter(({ binding }) => binding.protocol === 'http' && binding.portNumber === port);
  if (!open.length) return null;
  const found = open.find(({ binding }) => {
    const [at, name] = [binding.address?.text ?? '', binding.host?.text ?? ''];
    return (at === '' || at === '*' || at === address) && (name === '' || name.toLowerCase() === host.toLowerCase());
  });
  // HTTP.sys itself answers where no site has the name.
  if (!found) return 404;
  const pool = found.site.applications.find(({ path }) => path === '/')?.pool ?? '';
  return machine.pools.stateOf(pool) === 'Started' ? 200 : 503;
}
