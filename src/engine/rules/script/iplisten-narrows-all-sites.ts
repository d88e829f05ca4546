import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'iplisten-narrows-all-sites',
  severity: 'warning',
  profile: 'recommended',
  title: 'HTTP.sys is told to listen on single addresses only',
  why: 'Without a list HTTP.sys listens on every address. The first entry turns this around for all programs of the server, IIS and WinRM included: what is bound to another address, or asked through `localhost`, gets no connection any more.',
  sources: [
    {
      document: 'HTTP Server API: IP Listen List',
      url: 'https://learn.microsoft.com/en-us/windows/win32/http/ip-listen-list',
      says: 'The list applies to all applications that use the API and outlives reboots; without one all addresses are bound',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'netsh http add iplisten 10.0.0.5\n', at: '10.0.0.5' },
      { file: 'a.ps1', text: 'netsh http add iplisten ipaddress=127.0.0.1\n' },
      { file: 'a.cmd', text: 'netsh.exe http add iplisten ipaddress=fe80::1\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'netsh http show iplisten\nnetsh http delete iplisten ipaddress=10.0.0.5\n' },
      { file: 'a.cmd', text: 'netsh http add iplisten ipaddress=0.0.0.0\nnetsh http add iplisten ipaddress=::\n' },
      { file: 'a.cmd', text: 'rem netsh http add iplisten 10.0.0.5\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words } of commands) {
      if (name !== 'netsh') continue;
      const line = words.map(({ value }) => value.toLowerCase());
      const at = words[3];
      if (line.slice(0, 3).join(' ') !== 'http add iplisten' || !at) continue;
      if (/^(?:ipaddress=)?(?:0\.0\.0\.0|::)$/i.test(at.value)) continue;
      report({
        at,
        message:
          'With this entry HTTP.sys listens on the listed addresses only, for all sites and for WinRM. Bind the one site to its address instead.',
      });
    }
  },
});
