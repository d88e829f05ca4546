import { adsutilUse, isComplete, translated, type AdsutilUse } from '../../metabase/translate';
import type { Command } from '../../scripts/command';
import { replaceByStatements, replaceCommand } from '../../scripts/replace';
import type { TextEdit } from '../../config/edits';
import type { Fix } from '../rule';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'adsutil-key-with-successor',
  severity: 'information',
  profile: 'recommended',
  title: 'A metabase key has a successor since IIS 7',
  why: 'Since IIS 7 the metabase is only imitated for old scripts, by a feature that must be installed and that does not see `web.config`. The setting has a place of its own in the configuration, which appcmd and the PowerShell modules read and write. On IIS 6 the command is right.',
  sources: [
    {
      document: 'iis-docs: How to Use Metabase Compatibility with IIS 7 and Above',
      url: 'https://learn.microsoft.com/en-us/iis/manage/managing-your-configuration-settings/how-to-use-metabase-compatibility-with-iis-7-and-above',
      says: 'Legacy scripts run on through an optional component that is not installed by default',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'cscript.exe //nologo adsutil.vbs get w3svc/1/ServerBindings\n',
        at: 'w3svc/1/ServerBindings',
      },
      { file: 'a.cmd', text: 'cscript adsutil.vbs set w3svc/1/root/Path D:\\web\n' },
      { file: 'a.ps1', text: 'cscript.exe adsutil.vbs GET W3SVC/AppPools/Shop/AppPoolIdentityType\n' },
      { file: 'a.cmd', text: 'cscript adsutil.vbs set w3svc/1/root/shop/AuthFlags 5\r\n' },
      { file: 'a.cmd', text: 'cscript adsutil.vbs set w3svc/AppPools/Shop/IdleTimeout 0\n' },
      { file: 'a.ps1', text: '  cscript adsutil.vbs set w3svc/1/root/AccessSSLFlags 8\n' },
      { file: 'a.ps1', text: 'cscript adsutil.vbs set w3svc/AppPools/Shop/Enable32BitAppOnWin64 1\n' },
      { file: 'a.cmd', text: 'cscript adsutil.vbs stop_server w3svc/2\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'cscript.exe adsutil.vbs get w3svc/wamuserpass\ncscript.exe adsutil.vbs enum w3svc\n' },
      { file: 'a.cmd', text: '%windir%\\system32\\inetsrv\\appcmd.exe list site /site.name:Shop\n' },
      {
        file: 'a.cmd',
        text: 'cscript adsutil.vbs set smtpsvc/1/MaxConnections 5\ncscript adsutil.vbs set w3svc/1/Own 5\n',
      },
      {
        file: 'a.cmd',
        text: 'rem cscript adsutil.vbs get w3svc/1/ServerBindings\necho adsutil.vbs get w3svc/1/ServerBindings\n',
      },
      { file: 'a.cmd', text: 'rem for IIS 6\ncscript adsutil.vbs get w3svc/1/ServerBindings\n' },
    ],
  },
  check: ({ commands, kind, script, report }) => {
    if (/\bIIS ?[456](?:\.0)?\b|Windows (?:Server )?2003/i.test(script.text)) return;
    for (const command of commands) {
      if (!/^(?:[cw]script|adsutil\.vbs)$/.test(command.name)) continue;
      const use = adsutilUse(command);
      if (!use || typeof use.successor === 'string' || use.verb.startsWith('ENUM')) continue;
      const today = translated(use)?.appcmd[0]?.replace(/^\S+\\/, '') ?? '';
      report({
        at: use.path,
        message: `Since IIS 7 appcmd and the PowerShell modules do this: ${today.length > 200 ? `${today.slice(0, 200)}…` : today}. adsutil.vbs needs the IIS 6 compatibility there.`,
        // In a document the line is typed, where `%%S` is none.
        fixes: kind === 'markdown' ? [] : fixesFor(command, use, script.text),
      });
    }
  },
});

function fixesFor(command: Command, use: AdsutilUse, text: string): Fix[] {
  // Who uses what adsutil prints counts on its form.
  const isRead = command.before === '|' || command.after === '|' || command.nesting.at(-1)?.kind === 'expression';
  const today = isComplete(use) && !isRead && !command.redirections.length ? translated(use) : null;
  if (!today) return [];
  const [title, edits]: [string, TextEdit[] | null] =
    command.shell === 'batch'
      ? ['Say it with appcmd', replaceCommand(command, batchLine(today.appcmd, use))]
      : command.shell === 'powershell'
        ? [
            'Say it with the module WebAdministration',
            replaceByStatements(command, statements(today.webAdministration, use)),
          ]
        : ['', null];
  return edits && !text.slice(command.start, command.end).includes('^') ? [{ title, edits, isSafe: false }] : [];
}

const isOfSite = ({ place }: AdsutilUse): boolean => place?.at === 'site' || place?.at === 'content';

/** One line for a batch file, which finds the name of the site by its number. */
function batchLine(lines: readonly string[], use: AdsutilUse): string {
  if (!isOfSite(use)) return lines.join(' && ');
  const named = lines.map((line) => line.replace(/"SITE(?=["/])/g, '"%%S'));
  const list = `%windir%\\system32\\inetsrv\\appcmd.exe list site /id:${use.place?.siteId ?? ''} /text:name`;
  return `for /f "delims=" %%S in ('${list}') do ${named.length > 1 ? `(${named.join(' & ')})` : named.join('')}`;
}

function statements(lines: readonly string[], use: AdsutilUse): readonly string[] {
  const module = 'Import-Module WebAdministration';
  if (!isOfSite(use)) return [module, ...lines];
  const name = `$site = (Get-Website | Where-Object { $_.Id -eq ${use.place?.siteId ?? ''} }).Name`;
  const named = lines.map((line) => line.replace(/'((?:IIS:\\Sites\\)?)SITE((?:[\\/][^']*)?)'/g, '"$1$$site$2"'));
  return [module, name, ...named];
}
