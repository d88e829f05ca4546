import { defineScriptRule } from '../scriptRule';

const HIDDEN = /[\u200b-\u200f\u202a-\u202e\ufeff][\da-f]{40}|[\da-f]{40}[\u200b-\u200f\u202a-\u202e\ufeff]/i;

export default defineScriptRule({
  id: 'thumbprint-with-hidden-characters',
  severity: 'error',
  profile: 'correctness',
  title: 'A thumbprint has characters that nobody sees',
  why: 'Copied out of the certificate window, a thumbprint often begins with an invisible mark (U+200E). It is part of the argument: netsh and the cmdlets find no certificate of that name or call the parameter incorrect. Type the first digits anew or delete the mark.',
  sources: [
    {
      document: 'Stack Overflow 779228: The parameter is incorrect, using netsh http add sslcert',
      url: 'https://stackoverflow.com/questions/779228/the-parameter-is-incorrect-error-using-netsh-http-add-sslcert',
      says: 'A certhash copied out of the certificate manager had an invisible character in front',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'netsh http add sslcert ipport=0.0.0.0:443 certhash=\u200ea1b2c3d4e5f60718293a4b5c6d7e8f9001122334 appid={4dc3e181-e14b-4a21-b022-59fc669b0914}\n',
      },
      {
        file: 'a.ps1',
        text: '$c = Get-Item "Cert:\\LocalMachine\\My\\\u200ea1b2c3d4e5f60718293a4b5c6d7e8f9001122334"\n',
      },
      {
        file: 'a.cmd',
        text: 'netsh http add sslcert ipport=0.0.0.0:443 certhash=a1b2c3d4e5f60718293a4b5c6d7e8f9001122334\u200e appid={4dc3e181-e14b-4a21-b022-59fc669b0914}\n',
      },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'netsh http add sslcert ipport=0.0.0.0:443 certhash=a1b2c3d4e5f60718293a4b5c6d7e8f9001122334 appid={4dc3e181-e14b-4a21-b022-59fc669b0914}\n',
      },
      {
        file: 'a.cmd',
        text: 'rem certhash=\u200ea1b2c3d4e5f60718293a4b5c6d7e8f9001122334\necho \u200ea1b2c3d4e5f60718293a4b5c6d7e8f9001122334\n',
      },
      { file: 'a.ps1', text: 'Write-Host "\u200ea1b2c3d4e5f60718293a4b5c6d7e8f9001122334"\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    for (const { name, arguments: words } of commands) {
      if (!/^(?:netsh|(?:get|remove|test|set)-item|get-childitem|certutil|add-netiphttpscertbinding)$/.test(name))
        continue;
      for (const { value, start, end } of words) {
        if (!HIDDEN.test(value)) continue;
        const written = script.text.slice(start, end);
        const [hidden] = /[\u200b-\u200f\u202a-\u202e\ufeff]+/.exec(written) ?? [];
        const at = hidden === undefined ? -1 : start + written.indexOf(hidden);
        report({
          at: { start, end },
          message:
            'An invisible character stands beside the digits of this thumbprint, so no certificate matches. Delete it.',
          fixes:
            hidden === undefined
              ? []
              : [
                  {
                    title: 'Delete the invisible character',
                    edits: [{ start: at, end: at + hidden.length, text: '' }],
                    isSafe: true,
                  },
                ],
        });
      }
    }
  },
});
