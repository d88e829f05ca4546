import { defineScriptRule } from '../scriptRule';

const PASSWORD = /(?:^|\/)(?:wamuserpass|anonymoususerpass|uncpassword|[\w]*password|logodbcpassword)$/i;

export default defineScriptRule({
  id: 'adsutil-empty-password',
  severity: 'warning',
  profile: 'recommended',
  title: 'adsutil.vbs sets an empty password',
  why: 'The metabase gets the empty password, the account keeps the one that it has: its next logon fails, and with it every application that runs as this account. The quotes are mostly what is left of a placeholder that got lost in a document.',
  sources: [
    {
      document: 'Article on DCOM and the IWAM account of IIS 5.0',
      says: 'The password in the metabase must be the one of the account; its placeholder got lost from the printed command',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'cscript.exe adsutil.vbs set w3svc/wamuserpass ""\n', at: '""' },
      { file: 'a.ps1', text: "cscript.exe //nologo adsutil.vbs set w3svc/AnonymousUserPass ''\n" },
      { file: 'a.cmd', text: 'cscript.exe adsutil.vbs set w3svc/ wamuserpass ""\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'cscript.exe adsutil.vbs set w3svc/wamuserpass "%NEWPW%"\n' },
      {
        file: 'a.cmd',
        text: 'cscript.exe adsutil.vbs set w3svc/1/ServerComment ""\ncscript.exe adsutil.vbs get w3svc/wamuserpass\n',
      },
    ],
  },
  check: ({ commands, report }) => {
    for (const { program, arguments: words } of commands) {
      // Most commands have no empty argument.
      if (!words.some(({ value }) => value === '')) continue;
      const at = words.findIndex(({ value }, i) => value === '' && PASSWORD.test(words[i - 1]?.value ?? ''));
      const isSet = [program, ...words].some(
        ({ value }, i, all) => /(?:^|\\)adsutil\.vbs$/i.test(value) && all[i + 1]?.value.toLowerCase() === 'set',
      );
      const empty = words[at];
      if (!isSet || !empty) continue;
      report({
        at: empty,
        message:
          'This stores an empty password while the account has another one, so its logon fails. Put the real password there; a placeholder seems to have been lost.',
      });
    }
  },
});
