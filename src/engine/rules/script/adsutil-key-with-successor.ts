import { defineScriptRule } from '../scriptRule';

/** What became of keys of the metabase, by their names in lower case. */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ['serverbindings', 'the bindings of the site'],
  ['securebindings', 'the https bindings of the site'],
  ['servercomment', 'the name of the site'],
  ['path', 'physicalPath of the virtual directory'],
  ['apppoolid', 'applicationPool of the application'],
  ['apppoolidentitytype', 'processModel.identityType of the application pool'],
  ['defaultdoc', 'the section defaultDocument'],
  ['authflags', 'the sections below security/authentication'],
  ['enabledirbrowsing', 'the section directoryBrowse'],
  ['httperrors', 'the section httpErrors'],
  ['mimemap', 'the section staticContent'],
  ['connectiontimeout', 'limits.connectionTimeout of the site'],
  ['maxconnections', 'limits.maxConnections of the site'],
  ['logfiledirectory', 'logFile.directory of the site'],
  ['enable32bitapponwin64', 'enable32BitAppOnWin64 of the application pool'],
]);

export default defineScriptRule({
  id: 'adsutil-key-with-successor',
  severity: 'information',
  profile: 'recommended',
  title: 'A metabase key has a successor since IIS 7',
  why: 'Since IIS 7 the metabase is only imitated for old scripts, by a feature that must be installed and that does not see `web.config`. The setting has a place of its own in the configuration, which appcmd and the PowerShell modules read and write. On IIS 6 the command is right.',
  sources: [
    {
      document: 'iis-docs: Metabase Compatibility with IIS 7 and Above',
      says: 'The compatibility layer maps old keys to the new configuration and is an optional feature',
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
    ],
    good: [
      { file: 'a.cmd', text: 'cscript.exe adsutil.vbs get w3svc/wamuserpass\ncscript.exe adsutil.vbs enum w3svc\n' },
      { file: 'a.cmd', text: '%windir%\\system32\\inetsrv\\appcmd.exe list site /site.name:Shop\n' },
      {
        file: 'a.cmd',
        text: 'rem cscript adsutil.vbs get w3svc/1/ServerBindings\necho adsutil.vbs get w3svc/1/ServerBindings\n',
      },
      { file: 'a.cmd', text: 'rem for IIS 6\ncscript adsutil.vbs get w3svc/1/ServerBindings\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    if (/\bIIS ?[456](?:\.0)?\b|Windows (?:Server )?2003/i.test(script.text)) return;
    for (const { name, program, arguments: words } of commands) {
      if (!/^(?:[cw]script|adsutil\.vbs)$/.test(name)) continue;
      const all = [program, ...words];
      const tool = all.findIndex(({ value }) => /(?:^|\\)adsutil\.vbs$/i.test(value));
      const key = all[tool + 2];
      if (tool < 0 || !key || !/^(?:get|set)$/i.test(all[tool + 1]?.value ?? '')) continue;
      const successor = SUCCESSORS.get((/[^/]*$/.exec(key.value)?.[0] ?? '').toLowerCase());
      if (successor !== undefined)
        report({
          at: key,
          message: `Since IIS 7 this setting is ${successor}, which appcmd and the PowerShell modules read and write. adsutil.vbs needs the IIS 6 compatibility there.`,
        });
    }
  },
});
