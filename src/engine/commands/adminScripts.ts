import type { Source } from '../knowledge/fact';
import type { Command } from '../scripts/command';
import type { CommandFact, ExplainedCommand } from './commandFact';

const article: Source = {
  document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
  says: 'Set the password in the metabase with adsutil.vbs first, then tell COM+ with synciwam.vbs; in this order.',
  read: '2026-11-21',
};

const FACTS: readonly (readonly [script: RegExp, fact: CommandFact])[] = [
  [
    /(?:^|[\\/])synciwam\.vbs$/i,
    {
      title: 'synciwam.vbs',
      does: 'Copies name and password of the account IWAM from the metabase to the COM+ applications of IIS.',
      versions: [
        [
          'IIS 5 and 6',
          'needed after the password of that account changed, behind `adsutil.vbs set w3svc/WAMUserPass`.',
        ],
        ['IIS 7 and later', 'there is no such account and no such script: the identity of the pool took its place.'],
      ],
      takesDown: 'Nothing. Applications in their own process pick the password up when they start again.',
      notes: ['It changes neither the account nor the metabase: a wrong password there is copied as it is.'],
      instead: ['In one line: `cscript.exe //nologo %SystemDrive%\\inetpub\\adminscripts\\synciwam.vbs -v`'],
      sources: [article],
    },
  ],
  [
    /(?:^|[\\/])adsutil\.vbs$/i,
    {
      title: 'adsutil.vbs',
      does: 'Reads and writes the metabase, in which IIS 5 and 6 keep their configuration.',
      versions: [
        ['IIS 5 and 6', 'most changes hold at once; what is not saved yet is lost when `inetinfo.exe` is killed.'],
        [
          'IIS 7 and later',
          'works only with the role service IIS 6 Metabase Compatibility, which translates what it can to `applicationHost.config`.',
        ],
      ],
      instead: ['On IIS 7 and later `appcmd.exe`, the module WebAdministration or IISAdministration'],
      sources: [article],
    },
  ],
];

/** What the scripts of IIS 5 and 6 do, run by the script host or by themselves. */
export function explainAdminScript({ program, arguments: words }: Command): ExplainedCommand | null {
  const all = [program, ...words];
  for (const [script, fact] of FACTS) {
    const at = all.findIndex(({ value }) => script.test(value));
    if (at >= 0) return { fact, words: all.slice(at, at + 2) };
  }
  return null;
}
