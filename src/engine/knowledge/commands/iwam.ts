import { defineFamily, type Source } from '../fact';

const article: Source = {
  document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
  says: 'The order of the repair: stop IIS, set the password, tell the metabase with adsutil.vbs, tell COM+ with synciwam.vbs.',
  read: '2026-11-21',
};

/** The scripts of IIS 5 and 6 that set the IWAM password. */
export default defineFamily({
  facts: [
    {
      id: 'synciwam',
      name: 'synciwam.vbs',
      verdict: null,
      meaning:
        'A script of IIS 5 and 6 that copies name and password of IWAM_<computer> from the metabase to the COM+ applications of IIS. It changes neither the account nor the metabase.',
      checks: ['Does `WAMUserPass` in the metabase hold the password that the account really has? Set that first.'],
      fix: 'In one line: `cscript.exe //nologo %SystemDrive%\\inetpub\\adminscripts\\synciwam.vbs -v`',
      doNot: [
        'Do not run it on IIS 7 or later: there is no IWAM. With error 8004e00f repair MSDTC, delete no keys of it.',
      ],
      keys: [{ kind: 'phrase', as: 'command', anchors: ['synciwam'], pattern: /synciwam(?:\.vbs)?(?:\s+-v)?(?!\w)/iy }],
      sources: [article],
      samples: ['cscript.exe c:\\inetpub\\adminscripts\\synciwam.vbs -v', 'run synciwam.vbs -v'],
      notSamples: ['synciwamx', 'resynciwam'],
    },
    {
      id: 'adsutil-wamuserpass',
      name: 'adsutil.vbs set w3svc/WAMUserPass',
      verdict: 'look',
      verdictText: 'mind the password',
      meaning:
        'Writes the IWAM password of IIS 5 and 6 into the metabase (LM/W3SVC/WAMUserPass). It has to be the password the account has; `synciwam.vbs` then takes it over to COM+.',
      checks: ['All of it in one line, the script by its full path, the real password in the quotes.'],
      fix: '`cscript.exe //nologo %SystemDrive%\\inetpub\\adminscripts\\adsutil.vbs set w3svc/WAMUserPass "the new password"`',
      doNot: [
        'Never write `""`: it sets an empty password. Keep the line out of scripts and histories: it shows the password.',
      ],
      keys: [
        {
          kind: 'phrase',
          as: 'command',
          anchors: ['adsutil'],
          pattern: /adsutil(?:\.vbs)?\s+set\s+"?\/?(?:LM\/)?w3svc\/\s{0,40}wamuserpass\b"?/iy,
        },
      ],
      sources: [article],
      samples: ['adsutil.vbs set w3svc/\nwamuserpass ""', 'cscript adsutil.vbs SET W3SVC/WAMUserPass "x"'],
      notSamples: ['adsutil.vbs set w3svc/1/ServerComment "x"', 'adsutil.vbs enum w3svc'],
    },
  ],
});
