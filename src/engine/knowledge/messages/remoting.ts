import { defineFamily, type PhraseKind, type Source } from '../fact';

const READ = '2026-11-21';
const wsman: Source = {
  document: 'Microsoft Learn: WSMan remoting in PowerShell',
  says: 'WSMan remoting is not supported on platforms other than Windows; remoting over SSH is.',
  read: READ,
};
const troubleshooting: Source = {
  document: 'Microsoft Learn: about_Remote_Troubleshooting, and issue 3708 of PowerShell',
  says: 'What a refused connection means, and that Basic needs a transport that is encrypted.',
  read: READ,
};

const webManagement: Source = {
  document: 'Microsoft Support: diagnosing failures with remote administration of IIS',
  says: 'What WMSVC needs: the service, EnableRemoteManagement, port 8172, its certificate binding and URL reservation.',
  read: READ,
};

const message = (pattern: RegExp, anchor: string) => ({
  kind: 'phrase' as const,
  as: 'message' as PhraseKind,
  anchors: [anchor] as [string],
  pattern,
});

/** What PowerShell says where a Windows server is to be reached from elsewhere. */
export default defineFamily({
  facts: [
    {
      id: 'remoting-no-wsman-client',
      name: 'No WSMan client on this computer',
      verdict: 'act',
      meaning:
        'PowerShell on macOS or Linux brings no WSMan (WinRM) client, and Microsoft does not support one there. The server is not to blame; nothing has reached it.',
      checks: ['Is OpenSSH Server installed on the Windows server, and TCP 22 open to it?'],
      fix: 'Connect over SSH: `Enter-PSSession -HostName <server> -UserName <user>`, with PowerShell 7 as an SSH subsystem on the server.',
      doNot: [
        'Do not enable Basic with AllowUnencrypted (passwords cross the network readably), nor TrustedHosts `*` (any server is believed).',
      ],
      keys: [
        message(
          /This\s+parameter\s+set\s+requires\s+WSMan,?\s+and\s+no\s+supported\s+WSMan\s+client\s+library\s+was\s+found/iy,
          'this parameter set requires wsman',
        ),
        message(
          /no\s+supported\s+WSMan\s+client\s+library\s+was\s+found/iy,
          'no supported wsman client library was found',
        ),
      ],
      sources: [wsman, troubleshooting],
      samples: [
        'Enter-PSSession: This parameter set requires WSMan, and no supported WSMan client library was found. WSMan is either not installed or unavailable for this system.',
      ],
      notSamples: ['WSMan is installed.'],
    },
    {
      id: 'remoting-access-denied',
      name: 'The server refused the remote session',
      verdict: 'look',
      meaning:
        'WinRM on the server answered, but did not accept the sign-in: wrong account or password, an account that is no administrator or Remote Management User there, or a way of signing in that both sides do not share.',
      checks: [
        'Does the same account sign in from a Windows computer of the domain? Local accounts need `<server>\\<user>`.',
      ],
      fix: 'From macOS or Linux use SSH. From Windows: Kerberos by host name, or HTTPS (5986) with a certificate.',
      doNot: [
        'Do not enable Basic with AllowUnencrypted (passwords cross the network readably), nor TrustedHosts `*` (any server is believed).',
      ],
      keys: [
        message(
          /Authorization\s+failed\.?\s+For\s+more\s+information,\s+see\s+the\s+about_Remote_Troubleshooting/iy,
          'authorization failed',
        ),
        message(/MI_RESULT_ACCESS_DENIED(?!\w)/iy, 'mi_result_access_denied'),
      ],
      sources: [troubleshooting, wsman],
      samples: [
        'Connecting to remote server web02 failed with the following error message : Authorization failed For more information, see the about_Remote_Troubleshooting Help topic.',
        'it ends in MI_RESULT_ACCESS_DENIED',
      ],
      notSamples: ['URL authorization failed for the request.'],
    },
    {
      id: 'wmsvc-remote-management',
      name: 'EnableRemoteManagement of the Web Management Service',
      verdict: null,
      meaning:
        'The registry value that lets IIS Manager and Web Deploy of other machines in: 1 allows it, 0 keeps WMSVC to this machine. WMSVC listens on 8172 with a certificate of its own.',
      checks: [
        'Service WMSVC running, value 1, port 8172 open, `netsh http show sslcert` and `netsh http show urlacl` have 8172.',
      ],
      fix: 'Set `EnableRemoteManagement` to 1 below HKLM\\SOFTWARE\\Microsoft\\WebManagement\\Server and restart the service WMSVC.',
      doNot: ['Do not delete the binding of port 8172 because its application id looks strange: it is that of WMSVC.'],
      keys: [
        {
          kind: 'phrase',
          as: 'name',
          anchors: ['enableremotemanagement'],
          pattern: /enableremotemanagement(?!\w)/iy,
        },
      ],
      sources: [webManagement],
      samples: ['reg add HKLM\\SOFTWARE\\Microsoft\\WebManagement\\Server /v EnableRemoteManagement /t REG_DWORD /d 1'],
      notSamples: ['enableremotemanagementconsole'],
    },
  ],
});
