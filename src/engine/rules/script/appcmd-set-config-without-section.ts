import { appcmdUses } from '../../scripts/appcmd';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'appcmd-set-config-without-section',
  severity: 'error',
  profile: 'correctness',
  title: 'appcmd set config names no section',
  why: '`appcmd set config` needs the section that the settings belong to. Without `/section:` it refuses the command and changes nothing.',
  sources: [
    {
      document: 'iis-docs: Getting Started with AppCmd.exe',
      url: 'https://learn.microsoft.com/en-us/iis/get-started/getting-started-with-iis/getting-started-with-appcmdexe',
      says: 'Command, object and identifier come first, then parameters that begin with a slash; the folder inetsrv is not part of the path',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /enabled:true\n',
        at: 'set config "Shop" /enabled:true',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config /allowDoubleEscaping:true /commit:apphost\n',
      },
      { file: 'a.ps1', text: '& "$env:windir\\system32\\inetsrv\\appcmd.exe" set config "Shop" /dontLog:true\n' },
    ],
    good: [
      {
        file: 'a.md',
        text: '```cmd\nappcmd set config <URL> /section:SectionName [ /property:value ]\n```\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /section:asp /enabled:true\n%windir%\\system32\\inetsrv\\appcmd.exe set config /?\n%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" -section:asp /x:1\n',
      },
      { file: 'a.cmd', text: '%windir%\\system32\\inetsrv\\appcmd.exe set config %SECTION% /enabled:true\n' },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config /in < in.xml\nrem appcmd set config /enabled:true\n',
      },
    ],
  },
  check: ({ commands, report }) => {
    for (const use of appcmdUses(commands)) {
      const { command, verb, object, options } = use;
      // `<URL>` stands for something in documents.
      const isTemplate = command.redirections.some(({ operator }) => operator.startsWith('<'));
      if (verb !== 'set' || object !== 'config' || !options.length || isTemplate) continue;
      if (
        command.arguments.some(
          ({ isLiteral, value }) =>
            !isLiteral || /section|^[-/](?:\?|in|xml)/i.test(value) || /^[\w.]+\/\w+\/|^system\./i.test(value),
        )
      )
        continue;
      const [first] = command.arguments;
      const last = command.arguments.at(-1);
      if (first && last)
        report({
          at: { start: first.start, end: last.end },
          message:
            'appcmd set config is refused without the section that the settings belong to. Name it by /section:.',
        });
    }
  },
});
