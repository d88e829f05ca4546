import type { Shell } from './command';

/** The services that go down with WAS and that a start of W3SVC does not bring back. */
const ACTIVATORS = 'NetTcpActivator NetPipeActivator NetMsmqActivator';

/** Stops and starts the web services; does not start them where WAS was stopped already. */
export const shortRestart: readonly string[] = ['net stop WAS /y', 'net start W3SVC'];

/**
 * Lines of batch that restart the web services whatever their state was, wait for the stop, bring back the activators
 * that ran, and leave errorlevel 0 only when W3SVC runs. The state words of `sc` are the same in every language.
 */
export const batchRestart: readonly string[] = [
  `for %%S in (${ACTIVATORS}) do (`,
  '  set "RUN_%%S="',
  '  sc.exe query %%S | find "RUNNING" >nul',
  '  if not errorlevel 1 set "RUN_%%S=1"',
  ')',
  'net stop WAS /y',
  'for /l %%I in (1,1,60) do (',
  '  sc.exe query WAS | find "STOPPED" >nul || ping.exe -n 3 127.0.0.1 >nul',
  ')',
  'net start W3SVC',
  `for %%S in (${ACTIVATORS}) do if defined RUN_%%S net start %%S`,
  'sc.exe query W3SVC | find "RUNNING" >nul',
];

/** The same on IIS 5 and 6, where IISADMIN is what everything depends on. */
export const oldRestart: readonly string[] = ['net stop IISADMIN /y', 'net start W3SVC'];

/** The command that recycles one pool in the language at hand. */
export function recyclePool(name: string, shell: Shell): string | null {
  switch (shell) {
    case 'batch':
      return `%windir%\\system32\\inetsrv\\appcmd.exe recycle apppool "${name}"`;
    case 'powershell':
      return `Restart-WebAppPool -Name '${name}'`;
    case 'pwsh':
      return `& "$env:windir\\system32\\inetsrv\\appcmd.exe" recycle apppool '${name}'`;
    case 'vbscript':
    case 'sh':
      return null;
  }
}

/** Whether a script says that it is for IIS 6 or earlier, or about mail, which still needs IISADMIN. */
export const isForOldIis = (text: string): boolean =>
  /\bIIS ?[456](?:\.0)?\b|Windows (?:Server )?2003|\bWindows 2000\b|smtpsvc|iwam_/i.test(text);

/** Statements for every PowerShell from 3.0 that restart the web services and bring back all that ran and needs WAS. */
export const powerShellRestart: readonly string[] = [
  "$running = @((Get-Service -Name WAS).DependentServices | Where-Object { $_.Status -eq 'Running' } | ForEach-Object { $_.Name })",
  'Stop-Service -Name WAS -Force',
  "(Get-Service -Name WAS).WaitForStatus('Stopped', '00:02:00')",
  "Start-Service -Name (@('W3SVC') + $running)",
];
