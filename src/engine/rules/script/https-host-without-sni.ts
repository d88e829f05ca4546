import { hasParameter, isSplatted, parameterValue } from '../../scripts/parameters';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'https-host-without-sni',
  severity: 'information',
  profile: 'recommended',
  title: 'A binding with a host name does not use SNI',
  why: 'Without `-SslFlags 1` the certificate belongs to the address and port, and all sites there share it: the site that binds last decides which certificate the others show. With SNI each host name has its own.',
  sources: [
    {
      document: 'iis-docs: binding',
      url: 'https://learn.microsoft.com/en-us/iis/configuration/system.applicationhost/sites/site/bindings/binding',
      says: 'Without SNI one address and port has one certificate; sslFlags 1 uses the host name',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.ps1',
        text: 'New-WebBinding -Name Shop -Protocol https -Port 443 -HostHeader shop.example.org\n',
        at: 'shop.example.org',
      },
      { file: 'a.ps1', text: "New-WebBinding -Name 'Shop' -Protocol 'https' -HostHeader 'shop.example.org'\n" },
      {
        file: 'a.yml',
        text: 'steps:\n- powershell: New-WebBinding -Name Shop -Protocol https -HostHeader shop.example.org\n',
      },
    ],
    good: [
      {
        file: 'a.ps1',
        text: 'New-WebBinding -Name Shop -Protocol https -Port 443 -HostHeader shop.example.org -SslFlags 1\n',
      },
      {
        file: 'a.ps1',
        text: 'New-WebBinding -Name Shop -Protocol https -Port 443\nNew-WebBinding -Name Shop -Protocol http -HostHeader shop.example.org\nNew-WebBinding @binding\n',
      },
      { file: 'a.ps1', text: '# New-WebBinding -Name Shop -Protocol https -HostHeader shop.example.org\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const command of commands) {
      if (command.name !== 'new-webbinding' || hasParameter(command, 'SslFlags') || isSplatted(command)) continue;
      const at = parameterValue(command, 'HostHeader');
      if (
        at &&
        at.value !== '' &&
        at.value !== '*' &&
        parameterValue(command, 'Protocol')?.value.toLowerCase() === 'https'
      )
        report({
          at,
          message:
            'Without -SslFlags 1 all sites on this address and port share one certificate, whichever was bound last. Add -SslFlags 1 for a certificate of its own.',
        });
    }
  },
});
