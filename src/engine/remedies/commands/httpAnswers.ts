import type { Check } from '../plan';
import { inPowershell } from './programs';
import { psLiteral } from './quoting';

/**
 * Whether somebody speaks HTTP at a binding: any status is an answer, also 401 or 500.
 *
 * @param address as the binding has it; `*` and nothing stand for all addresses
 * @param host empty where the binding has none
 */
export function httpAnswers(address: string, port: number, host: string): Check {
  const to = address === '' || address === '*' ? 'localhost' : address;
  const url = `http://${to}:${port}/`;
  const lines = [
    `$request = [Net.WebRequest]::Create(${psLiteral(url)})`,
    ...(host === '' ? [] : [`$request.Host = ${psLiteral(host)}`]),
    '$request.AllowAutoRedirect = $false',
    '$request.Timeout = 30000',
    'try { $answer = $request.GetResponse() } catch [Net.WebException] { $answer = $_.Exception.Response }',
    "if ($answer) { 'HTTP ' + [int] $answer.StatusCode; $answer.Close() } else { 'no answer' }",
  ];
  return {
    says: `Something answers at ${url}${host === '' ? '' : ` for ${host}`}.`,
    command: inPowershell(lines, 60),
    expects: { kind: 'contains', text: 'HTTP ' },
    within: 30,
    otherwise: 'Look at the state of the site and its pool, and into the HTTPERR log.',
  };
}
