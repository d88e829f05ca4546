import { defineFamily, type Source } from '../fact';

const READ = '2026-11-21';
const platforms: Source = {
  document: 'PowerShell documentation: WS-Management (WSMan) Remoting in PowerShell',
  says: 'WSMan remoting is not supported from platforms other than Windows; SSH remoting is.',
  read: READ,
};
const hardening: Source = {
  document: 'Microsoft Support, KB 5004442: Windows DCOM Server Security Feature Bypass',
  says: 'Since 14 March 2023 the server cannot opt out: clients have to authenticate activation with packet integrity.',
  read: READ,
};
const webManagement: Source = {
  document: 'Microsoft Support: diagnosing failures with remote administration of IIS',
  says: 'What WMSVC needs: the service, EnableRemoteManagement, port 8172, its certificate binding and URL reservation.',
  read: READ,
};

/** What tools say when they cannot reach a server. */
export default defineFamily({
  facts: [
    {
      id: 'message-no-wsman-client',
      name: 'No WSMan client on this platform',
      verdict: 'act',
      verdictText: 'use SSH from here',
      meaning:
        'PowerShell on macOS or Linux has no supported WSMan client, so `Enter-PSSession -ComputerName` and `Invoke-Command` cannot reach a Windows server that way. Microsoft supports SSH there.',
      checks: ['Does the server have OpenSSH? `ssh user@server hostname` from this machine.'],
      fix: 'Install OpenSSH Server on the server and connect with `-HostName` (SSH), or work from a Windows machine.',
      steps: [
        'On the server: `Add-WindowsCapability -Online -Name OpenSSH.Server~~~~0.0.1.0`, then start the service `sshd`.',
        'For PowerShell over SSH add a `Subsystem powershell` line to sshd_config, with the path of pwsh.exe.',
        'From here: `Enter-PSSession -HostName server -UserName user`, or plain `ssh`.',
      ],
      doNot: [
        'Do not enable Basic authentication or unencrypted WinRM on the server to get in: passwords would go over the network.',
        'Do not set TrustedHosts to `*`.',
      ],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['this parameter set requires wsman', 'no supported wsman client library was found'],
          pattern:
            /(?:this\s+parameter\s+set\s+requires\s+wsman,\s+and\s+)?no\s+supported\s+wsman\s+client\s+library\s+was\s+found/iy,
        },
      ],
      sources: [platforms],
      samples: ['Enter-PSSession: This parameter set requires WSMan, and no supported WSMan client library was found.'],
      notSamples: ['The WSMan client library was found.'],
    },
    {
      id: 'message-remoting-refused',
      name: 'PowerShell remoting was refused',
      verdict: 'act',
      meaning:
        'The connection over WinRM was made or tried, and failed; what stands behind the sentence says why: access denied, the name not found, the firewall, or no common authentication.',
      checks: [
        'From Windows: `Test-WSMan server`. Access denied: is the account an administrator there, or a local one that is filtered?',
      ],
      fix: 'By its second half: correct the name or the account, open 5985/5986 from this machine, or run `Enable-PSRemoting` on the server.',
      doNot: [
        'Do not allow Basic and unencrypted traffic, and do not set TrustedHosts to `*`.',
        'Do not try passwords: each one counts against the lock-out of the account.',
      ],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['connecting to remote server'],
          pattern: /connecting\s+to\s+remote\s+server\s+\S{1,255}\s+failed/iy,
        },
      ],
      sources: [platforms],
      samples: [
        'Connecting to remote server web01 failed with the following error message : Access is denied.',
        'Connecting to remote server web01.contoso.example failed. Authorization failed For more information, see the about_Remote_Troubleshooting Help topic.',
      ],
      notSamples: ['Connecting to remote server web01 succeeded'],
    },
    {
      id: 'message-dcom-authentication-level',
      name: 'The client asks for DCOM with too little protection',
      verdict: 'act',
      verdictText: 'update the client',
      meaning:
        'The server refuses an activation without packet integrity, as every updated Windows does since March 2023. The program on the other computer is too old; permissions are not the problem.',
      checks: ['Which client: the record names its address and account. Which program there uses DCOM or WMI?'],
      fix: 'Update the client: its Windows, or the product that asks with a lower authentication level.',
      doNot: [
        'Do not set `RequireIntegrityActivationAuthenticationLevel` to 0: it has no effect any more and was never a cure.',
        'Do not uninstall the update on the server.',
      ],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['raise the activation authentication level'],
          pattern: /raise\s+the\s+activation\s+authentication\s+level(?:\s+at\s+least\s+to\s+\w{1,60})?/iy,
        },
      ],
      sources: [hardening],
      samples: [
        'Please raise the activation authentication level at least to RPC_C_AUTHN_LEVEL_PKT_INTEGRITY in client application.',
      ],
      notSamples: ['Please raise the log level.'],
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
