import { defineFamily, type EventType, type Source } from '../fact';

const PROVIDER = 'Schannel';
const HTTP_EVENT = 'Microsoft-Windows-HttpEvent';
const READ = '2026-11-21';

const schannelEvents: Source = {
  document: 'Microsoft Learn: Schannel Events',
  url: 'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-server-2012-R2-and-2012/dn786445(v=ws.11)',
  says: 'The events of Schannel with their texts and what each means for the server or the client.',
  read: READ,
};
const brokenKey: Source = {
  document: 'IIS Support Blog: Error HRESULT 0x80070520 when adding SSL binding in IIS',
  url: 'https://techcommunity.microsoft.com/blog/iis-support-blog/error-hresult-0x80070520-when-adding-ssl-binding-in-iis/377281',
  says: 'A 36870 of SYSTEM (PID 4) is HTTP.sys that cannot use the private key; delete, import again, or repair the key link.',
  read: READ,
};
const dragged: Source = {
  document: 'MSDN blog: SSL stops working in IIS7',
  says: 'A certificate dragged from the user store into the computer store leaves its key behind: 0x80090016 after a restart.',
  read: READ,
};
const keySpec: Source = {
  document: 'TechNet blog: Schannel errors, event ID 36888, after installing KB3042058',
  says: 'Alert 80 with states 1051 and 1250 came from a certificate whose KeySpec was 0 in a legacy provider; a new import cured it.',
  read: READ,
};
const alerts: Source = {
  document: 'RFC 5246 and RFC 8446, the alert protocol of TLS',
  says: 'The alert numbers and what the side that sends them means.',
  read: READ,
};
const dotnetTls: Source = {
  document: 'Microsoft Learn: Transport Layer Security best practices with the .NET Framework',
  url: 'https://learn.microsoft.com/en-us/dotnet/framework/network-programming/tls',
  says: 'Code should leave the choice of the protocol to Windows; SchUseStrongCrypto and SystemDefaultTlsVersions make old builds do so.',
  read: READ,
};

const event = (eventId: number, parameters: string[], message: RegExp, anchor: string): EventType => ({
  provider: PROVIDER,
  eventId,
  parameters,
  message,
  anchor,
});

const record = (eventId: number, text: string): string =>
  `Log Name: System\nSource: Schannel\nEvent ID: ${eventId}\nLevel: Error\nDescription:\n${text}`;
const received = (alert: number): string =>
  record(
    36887,
    `A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is ${alert}.`,
  );
const sent = (alert: number, state: number): string =>
  record(
    36888,
    `A fatal alert was generated and sent to the remote endpoint. This may result in termination of the connection. The TLS protocol defined fatal error code is ${alert}. The Windows SChannel error state is ${state}.`,
  );

/** TLS of Windows: keys, handshakes and alerts. HTTP.sys speaks through it, and so do the applications outwards. */
export default defineFamily({
  providers: [{ name: PROVIDER, label: 'Schannel', aliases: [] }],
  eventTypes: [
    event(
      36869,
      ['CallerProcessId', 'CallerProcessImageName', 'Type'],
      /The\s+(?:TLS|SSL)\s+(?<Type>\w{1,10})\s+credential's\s+certificate\s+does\s+not\s+have\s+a\s+private\s+key/i,
      'does not have a private key',
    ),
    event(
      36870,
      ['CallerProcessId', 'CallerProcessImageName', 'Type', 'ErrorCode', 'ErrorStatus'],
      /attempting\s+to\s+access\s+the\s+(?:TLS|SSL)\s+(?<Type>\w{1,10})\s+credential\s+private\s+key(?:\.\s+The\s+error\s+code\s+returned\s+from\s+the\s+cryptographic\s+module\s+is\s+(?<ErrorCode>0x[0-9a-f]{1,8})(?:\.\s+The\s+internal\s+error\s+state\s+is\s+(?<ErrorStatus>\d{1,6}))?)?/i,
      'credential private key',
    ),
    event(
      36871,
      ['CallerProcessId', 'CallerProcessImageName', 'Type', 'ErrorState'],
      /fatal\s+error\s+occurred\s+while\s+creating\s+an?\s+(?:TLS|SSL)\s+(?<Type>\w{1,10})\s+credential(?:\.\s+The\s+internal\s+error\s+state\s+is\s+(?<ErrorState>\d{1,6}))?/i,
      'fatal error occurred while creating',
    ),
    event(
      36874,
      ['CallerProcessId', 'CallerProcessImageName', 'Protocol'],
      /An?\s+(?<Protocol>[A-Za-z]{2,12}(?:\s+[\d.]{1,5})?)\s+connection\s+request\s+was\s+received\s+from\s+a\s+remote\s+client\s+application,\s+but\s+none\s+of\s+the\s+cipher\s+suites/i,
      'connection request was received from a remote client application',
    ),
    event(
      36876,
      ['CallerProcessId', 'CallerProcessImageName', 'ErrorCode'],
      /certificate\s+received\s+from\s+the\s+remote\s+server\s+has\s+not\s+validated\s+correctly(?:\.\s+The\s+error\s+code\s+is\s+(?<ErrorCode>0x[0-9a-f]{1,8}))?/i,
      'certificate received from the remote server',
    ),
    event(
      36877,
      ['CallerProcessId', 'CallerProcessImageName', 'ErrorCode'],
      /certificate\s+received\s+from\s+the\s+remote\s+client\s+application\s+has\s+not\s+validated\s+correctly(?:\.\s+The\s+error\s+code\s+is\s+(?<ErrorCode>0x[0-9a-f]{1,8}))?/i,
      'certificate received from the remote client application',
    ),
    event(
      36880,
      ['Type', 'Protocol', 'CipherSuite', 'ExchangeStrength', 'ContextHandle', 'TargetName'],
      /An?\s+(?:TLS|SSL)\s+(?<Type>\w{1,10})\s+handshake\s+completed\s+successfully/i,
      'handshake completed successfully',
    ),
    event(
      36881,
      ['CallerProcessId', 'CallerProcessImageName'],
      /certificate\s+received\s+from\s+the\s+remote\s+server\s+has\s+either\s+expired\s+or\s+is\s+not\s+yet\s+valid/i,
      'certificate received from the remote server',
    ),
    event(
      36882,
      ['CallerProcessId', 'CallerProcessImageName'],
      /certificate\s+received\s+from\s+the\s+remote\s+server\s+was\s+issued\s+by\s+an\s+untrusted\s+certificate\s+authority/i,
      'certificate received from the remote server',
    ),
    event(
      36883,
      ['CallerProcessId', 'CallerProcessImageName'],
      /certificate\s+received\s+from\s+the\s+remote\s+server\s+has\s+been\s+revoked/i,
      'certificate received from the remote server',
    ),
    event(
      36884,
      ['CallerProcessId', 'CallerProcessImageName', 'Name'],
      /certificate\s+received\s+from\s+the\s+remote\s+server\s+does\s+not\s+contain\s+the\s+expected\s+name/i,
      'certificate received from the remote server',
    ),
    event(
      36885,
      ['CallerProcessId', 'CallerProcessImageName'],
      /this\s+server\s+trusts\s+so\s+many\s+certificate\s+authorities\s+that\s+the\s+list\s+has\s+grown\s+too\s+long/i,
      'trusts so many certificate authorities',
    ),
    event(
      36886,
      ['CallerProcessId', 'CallerProcessImageName'],
      /No\s+suitable\s+default\s+server\s+credential\s+exists\s+on\s+this\s+system/i,
      'no suitable default server credential',
    ),
    event(
      36887,
      ['CallerProcessId', 'CallerProcessImageName', 'AlertDesc'],
      /fatal\s+alert\s+was\s+received(?:\s+from\s+the\s+remote\s+endpoint\.\s+The\s+(?:TLS|SSL)\s+protocol\s+defined\s+fatal\s+(?:alert|error)\s+code\s+is|:)\s+(?<AlertDesc>\d{1,3})/i,
      'fatal alert was received',
    ),
    event(
      36888,
      ['CallerProcessId', 'CallerProcessImageName', 'AlertDesc', 'ErrorState', 'TargetName'],
      /fatal\s+alert\s+was\s+generated(?:\s+and\s+sent\s+to\s+the\s+remote\s+endpoint\.(?:\s+This\s+may\s+result\s+in\s+termination\s+of\s+the\s+connection\.)?\s+The\s+(?:TLS|SSL)\s+protocol\s+defined\s+fatal\s+(?:alert|error)\s+code\s+is|:)\s+(?<AlertDesc>\d{1,3})\.\s+The\s+(?:Windows\s+SChannel|internal)\s+error\s+state\s+is\s+(?<ErrorState>\d{1,6})/i,
      'fatal alert was generated',
    ),
  ],
  // Where several facts fit equally well the first one speaks.
  facts: [
    {
      id: 'schannel-36869',
      name: 'A TLS certificate without its private key',
      verdict: 'act',
      meaning:
        'A server uses a certificate that has no private key on this computer, mostly because only the `.cer` was imported, or a renewal was never completed. TLS fails for everybody who reaches it.',
      checks: ['`certutil.exe -store my`: which certificate says that it cannot find the private key?'],
      fix: 'Import the PFX with its key into the Personal store of the computer, and bind that certificate.',
      doNot: ['Do not rename a `.cer` or `.p7b` to `.pfx`: the key is not in it.'],
      companions: [
        {
          provider: HTTP_EVENT,
          eventId: 15021,
          says: 'If it is of the same minute: the HTTPS binding it names uses this certificate.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36869 }],
      sources: [schannelEvents, brokenKey],
      samples: [
        record(
          36869,
          "The SSL server credential's certificate does not have a private key information property attached to it. This most often occurs when a certificate is backed up incorrectly and then later restored.",
        ),
        "The TLS server credential's certificate does not have a private key information property attached to it.",
      ],
      notSamples: ['This certificate does not have a private key.'],
    },
    {
      id: 'schannel-36870-keyset',
      name: 'The private key of a TLS certificate is gone',
      verdict: 'act',
      meaning:
        '0x80090016: the certificate is there, its key container is not. Typical: it was imported into the store of a user and dragged into that of the computer. It works until the next restart, then HTTPS is dead.',
      checks: [
        'The SSPI client process: SYSTEM (PID 4) is HTTP.sys, that is, a binding of IIS: `netsh.exe http show sslcert`',
      ],
      fix: 'Delete it and import the PFX into the Personal store of the computer. Key still there: `certutil.exe -repairstore my "<thumbprint>"`',
      steps: [
        'Which certificate: `netsh.exe http show sslcert` shows the hash of each binding, `certutil.exe -store my` whether its key is found.',
        'With the PFX at hand: `certutil.exe -importPFX my site.pfx` from an elevated prompt, or the Certificates console for the computer account.',
        'Without it, but on the computer where the request was made: `certutil.exe -repairstore my "<thumbprint>"` (no blank before `repairstore`).',
        'Bind the certificate again in IIS Manager, and restart the computer once while you can still watch it.',
      ],
      doNot: [
        'Do not grant Everyone or IIS_IUSRS on MachineKeys: the reader is SYSTEM, and the key is missing, not forbidden.',
        'Do not paste a thumbprint from the certificate dialog unchecked: it can begin with an invisible character.',
      ],
      companions: [
        {
          provider: HTTP_EVENT,
          eventId: 15021,
          says: 'If it is of the same minute: the HTTPS binding it names uses this certificate.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36870, where: { ErrorCode: ['0x80090016'] } }],
      sources: [brokenKey, dragged],
      samples: [
        record(
          36870,
          'A fatal error occurred when attempting to access the SSL server credential private key. The error code returned from the cryptographic module is 0x80090016.',
        ),
        'A fatal error occurred when attempting to access the TLS server credential private\nkey. The error code returned from the cryptographic module is 0x80090016. The internal error state is 10001.',
      ],
      notSamples: [
        'A fatal error occurred when attempting to access the TLS server credential private key. The error code returned from the cryptographic module is 0x8009030D.',
      ],
    },
    {
      id: 'schannel-36870-credentials',
      name: 'The private key of a TLS certificate cannot be used',
      verdict: 'act',
      meaning:
        '0x8009030D (internal error state 10001): the process named may not read the key, or the link to it is broken by the import. In IIS the binding then fails with 0x80070520.',
      checks: [
        'The SSPI client process: SYSTEM (PID 4) is HTTP.sys (a binding of IIS), svchost.exe mostly Remote Desktop.',
      ],
      fix: 'Delete the certificate and import the PFX again into the Personal store of the computer; then bind it anew.',
      steps: [
        'Which certificate: `netsh.exe http show sslcert` for IIS; for Remote Desktop the one of its listener.',
        'Import: `certutil.exe -importPFX my site.pfx` from an elevated prompt, or the Certificates console for the computer account.',
        'Or repair the link: `certutil.exe -repairstore my "<thumbprint>"` (no blank before `repairstore`).',
        'Rights: in the Certificates console, All Tasks > Manage Private Keys: SYSTEM and Administrators; NETWORK SERVICE only for Remote Desktop.',
      ],
      doNot: [
        'Do not grant Everyone or IIS_IUSRS on MachineKeys: IIS does not read the key with the pool identity, HTTP.sys does as SYSTEM.',
      ],
      companions: [
        {
          provider: HTTP_EVENT,
          eventId: 15021,
          says: 'If it is of the same minute: the HTTPS binding it names uses this certificate.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36870, where: { ErrorCode: ['0x8009030D'] } }],
      sources: [brokenKey, schannelEvents],
      samples: [
        record(
          36870,
          'A fatal error occurred when attempting to access the TLS server credential private key. The error code returned from the cryptographic module is 0x8009030D. The internal error state is 10001.\n The SSPI client process is SYSTEM (PID: 4).',
        ),
        '<Event><System><Provider Name="Schannel"/><EventID>36870</EventID></System><EventData><Data Name="Type">server</Data><Data Name="ErrorCode">0x8009030d</Data><Data Name="ErrorStatus">10001</Data></EventData></Event>',
      ],
      notSamples: [
        'A fatal error occurred when attempting to access the SSL server credential private key. The error code returned from the cryptographic module is 0x80090016.',
      ],
    },
    {
      id: 'schannel-36870',
      name: 'The private key of a TLS certificate is not accessible',
      verdict: 'act',
      meaning:
        'A program wants to use a certificate and cannot get at its private key; the code says why. The SSPI client process says whose certificate it is: SYSTEM (PID 4) is HTTP.sys, that is, a binding of IIS.',
      checks: [
        'The process in the text, the code (hover over it), and `certutil.exe -store my` for the certificate it uses.',
      ],
      fix: 'Import the PFX again into the Personal store of the computer and bind it anew; give the right on the key only to that account.',
      doNot: ['Do not grant Everyone or IIS_IUSRS on MachineKeys.'],
      companions: [
        {
          provider: HTTP_EVENT,
          eventId: 15021,
          says: 'If it is of the same minute: the HTTPS binding it names uses this certificate.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36870 }],
      sources: [schannelEvents, brokenKey],
      samples: [
        record(
          36870,
          'A fatal error occurred when attempting to access the TLS client credential private key. The error code returned from the cryptographic module is 0x80070005. The internal error state is 10003.',
        ),
      ],
      notSamples: ['A fatal error occurred when attempting to access the TLS log.'],
    },
    {
      id: 'schannel-36871-10013',
      name: 'A program asks for a TLS version that is off',
      verdict: 'look',
      meaning:
        'Internal error state 10013: a program on this server wants to connect outwards with a protocol or cipher that is disabled here, mostly old .NET code with TLS 1.0. Incoming HTTPS is not concerned.',
      checks: ['The SSPI client process (newer Windows names it): does a feature of that program fail at this second?'],
      fix: 'Update it, or let old .NET follow Windows: `SystemDefaultTlsVersions` and `SchUseStrongCrypto` = 1 (both registry views).',
      steps: [
        'Find the program: the SSPI client process and PID in the text, or what fails at that second.',
        'Its own update first: a build for .NET Framework 4.7 or later leaves the choice to Windows.',
        'Else, for .NET Framework 4.x: `SchUseStrongCrypto` and `SystemDefaultTlsVersions`, REG_DWORD 1, below `HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319` and `HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\.NETFramework\\v4.0.30319`.',
        'Restart the program, for a web application recycle its pool.',
      ],
      doNot: ['Do not enable TLS 1.0 or SSL 3.0 again for all programs to silence it.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36871, where: { Type: ['client'], ErrorState: ['10013'] } }],
      sources: [dotnetTls, schannelEvents],
      samples: [
        record(
          36871,
          'A fatal error occurred while creating a TLS client credential. The internal error state is 10013.\nThe SSPI client process is agent (PID: 4120).',
        ),
        'A fatal error occurred while creating an SSL client credential. The internal error state is 10013.',
        '<Event><System><Provider Name="Schannel"/><EventID>36871</EventID></System><EventData><Data Name="CallerProcessId">4120</Data><Data Name="CallerProcessImageName">agent</Data><Data Name="Type">client</Data><Data Name="ErrorState">10013</Data></EventData></Event>',
      ],
      notSamples: ['A fatal error occurred while creating a TLS client credential. The internal error state is 10011.'],
    },
    {
      id: 'schannel-36871',
      name: 'TLS could not be set up for a program',
      verdict: 'look',
      meaning:
        'Windows could not make a TLS credential for a program: what it asked for is not possible here (protocol, cipher, FIPS policy), or its certificate cannot be used. "client" means outgoing, "server" incoming.',
      checks: ['Client or server, the process in the text, and whether something fails at that second.'],
      fix: 'Client: update the program. Server: see the certificate it uses, and a 36869 or 36870 beside this record.',
      doNot: ['Do not enable old protocols again for all programs to silence it.'],
      companions: [
        {
          provider: PROVIDER,
          eventId: 36870,
          says: 'The private key of the certificate cannot be used: that is the cause.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36871 }],
      sources: [schannelEvents],
      samples: [
        record(
          36871,
          'A fatal error occurred while creating a TLS server credential. The internal error state is 10011.',
        ),
      ],
      notSamples: ['A fatal error occurred while creating the report.'],
    },
    {
      id: 'schannel-36874',
      name: 'A client offered no cipher suite we accept',
      verdict: 'look',
      verdictText: 'usually a scanner or an old client',
      meaning:
        'A client connected and none of its cipher suites is enabled here. On a server in the internet that is everyday: scanners and very old devices. It matters only if a client that you know cannot connect.',
      checks: [
        'Does anybody complain? Since when: did a hardening or a new certificate (ECDSA instead of RSA) come just before?',
      ],
      fix: 'Nobody complains: leave it. Else compare `Get-TlsCipherSuite` with what that client can do, and update the client.',
      doNot: ['Do not enable RC4, 3DES or old protocols again for one old client.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36874 }],
      sources: [schannelEvents],
      samples: [
        record(
          36874,
          'An TLS 1.2 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server. The TLS connection request has failed.',
        ),
        'An SSL connection request was received from a remote client application, but none of the cipher suites supported by the client',
      ],
      notSamples: ['A connection request was received from a remote client application.'],
    },
    {
      id: 'schannel-36876',
      name: 'The certificate of another server was not accepted',
      verdict: 'look',
      meaning:
        'This server connected outwards and did not trust what the other side showed; the code says why. 0x800B0109: unknown root. 0x80092012 or 0x80092013: revocation could not be checked. 0x800B0101: expired.',
      checks: [
        'Which program connects where? `certutil.exe -verify -urlfetch other.cer` shows each step of the chain.',
      ],
      fix: 'Install the missing root or intermediate on this server (if you trust it), or open the way to its revocation list.',
      doNot: ['Do not switch certificate checks off in the code: it would then talk to anybody.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36876 }],
      sources: [schannelEvents],
      samples: [
        record(
          36876,
          'The certificate received from the remote server has not validated correctly. The error code is 0x80092012. The SSL connection request has failed. The attached data contains the server certificate.',
        ),
        'The certificate received from the remote server has not validated correctly. The error code is 0x800B0109.',
      ],
      notSamples: ['The certificate received from the remote client application has not validated correctly.'],
    },
    {
      id: 'schannel-36877',
      name: 'A client certificate was not accepted',
      verdict: 'look',
      meaning:
        'A visitor showed a client certificate and this server did not trust it. In IIS he gets 403.7, 403.13, 403.16 or 403.17. The code says why: unknown issuer, revoked, expired, revocation not checkable.',
      checks: [
        'Is the issuing authority in the stores of this computer (root and intermediate), and its revocation list reachable?',
      ],
      fix: 'Install the issuer of these client certificates in the right store of the computer; open the way to its revocation list.',
      doNot: ['Do not put an intermediate into the Trusted Root store, and do not switch revocation checks off.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36877 }],
      sources: [schannelEvents],
      samples: [
        record(
          36877,
          'The certificate received from the remote client application has not validated correctly. The error code is 0x800B0109. The attached data contains the client certificate.',
        ),
        'The certificate received from the remote client application has not validated correctly. The error code is 0x80092013.',
      ],
      notSamples: ['The certificate received from the remote server has not validated correctly.'],
    },
    {
      id: 'schannel-36880',
      name: 'A TLS handshake succeeded',
      verdict: 'benign',
      meaning:
        'Somebody raised the logging of Schannel so far that successes are written too; protocol and cipher stand in the text. Useful to see who still uses an old protocol, else it only fills the log.',
      checks: [
        '`EventLogging` below `HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL`: 1 logs errors only.',
      ],
      fix: 'Set `EventLogging` back to 1 when you have seen enough.',
      doNot: ['Do not set it to 0: broken certificates would then go unnoticed.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36880 }],
      sources: [schannelEvents],
      samples: [
        record(
          36880,
          'An SSL server handshake completed successfully. The negotiated cryptographic parameters are as follows.\n\n   Protocol: TLS 1.2\n   CipherSuite: 0xC030',
        ),
        'A TLS client handshake completed successfully.',
      ],
      notSamples: ['The handshake completed successfully.'],
    },
    {
      id: 'schannel-36881',
      name: 'The certificate of another server has expired',
      verdict: 'look',
      meaning:
        'This server connected outwards, and the certificate of the other side is out of its time: expired, or not valid yet. If many services show it at once, the clock here is wrong.',
      checks: ['The clock of this server: `w32tm.exe /query /status`. Then: which program connects where?'],
      fix: 'Clock: repair time synchronisation. Else the owner of the other server has to renew its certificate.',
      doNot: ['Do not switch certificate checks off in the code.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36881 }],
      sources: [schannelEvents],
      samples: [
        record(
          36881,
          'The certificate received from the remote server has either expired or is not yet valid. The SSL connection request has failed. The attached data contains the server certificate.',
        ),
        'The certificate received from the remote server has either expired or is not yet valid.',
      ],
      notSamples: ['The certificate received from the remote server has been revoked.'],
    },
    {
      id: 'schannel-36882',
      name: 'The certificate of another server has an unknown issuer',
      verdict: 'look',
      meaning:
        'This server connected outwards, and the certificate of the other side leads to no root that this computer trusts: a private authority, a missing intermediate, or an inspecting proxy in between.',
      checks: [
        'Which program connects where, and who issued that certificate? Is a proxy in between that shows its own?',
      ],
      fix: 'If you trust the issuer: its root into Trusted Root Certification Authorities of the computer, intermediates into theirs.',
      doNot: ['Do not trust the certificate of the single server as a root, and do not switch checks off in the code.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36882 }],
      sources: [schannelEvents],
      samples: [
        record(
          36882,
          'The certificate received from the remote server was issued by an untrusted certificate authority. Because of this, none of the data contained in the certificate can be validated. The SSL connection request has failed.',
        ),
        'The certificate received from the remote server was issued by an untrusted certificate authority.',
      ],
      notSamples: ['The certificate received from the remote server does not contain the expected name.'],
    },
    {
      id: 'schannel-36883',
      name: 'The certificate of another server was revoked',
      verdict: 'act',
      meaning:
        'This server connected outwards, and the certificate of the other side was withdrawn by its issuer. Refusing the connection is right: its key may be in wrong hands.',
      checks: ['Which program connects where? Tell the owner of that server.'],
      fix: 'The other side has to get and install a new certificate.',
      doNot: ['Do not switch revocation checks off to get through.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36883 }],
      sources: [schannelEvents],
      samples: [
        record(
          36883,
          'The certificate received from the remote server has been revoked. This means that the certificate authority that issued the certificate has invalidated it. The SSL connection request has failed.',
        ),
        'The certificate received from the remote server has been revoked.',
      ],
      notSamples: ['The certificate has been revoked.'],
    },
    {
      id: 'schannel-36884',
      name: 'The certificate of another server has another name',
      verdict: 'look',
      meaning:
        'This server connected outwards to the name in the text, and the certificate there does not hold it: a short name or address was used, DNS leads elsewhere, or the other side lacks SNI.',
      checks: [
        'The expected name in the text: does it stand in the certificate, and where does DNS lead from this server?',
      ],
      fix: 'Use the name that stands in the certificate, in the settings of the program; or get a certificate with this name there.',
      doNot: ['Do not switch the name check off in the code.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36884 }],
      sources: [schannelEvents],
      samples: [
        record(
          36884,
          'The certificate received from the remote server does not contain the expected name. It is therefore not possible to determine whether we are connecting to the correct server. The server name we were expecting is sql01. The SSL connection request has failed.',
        ),
        'The certificate received from the remote server does not contain the expected name.',
      ],
      notSamples: ['The file does not contain the expected name.'],
    },
    {
      id: 'schannel-36885',
      name: 'The list of trusted issuers for client certificates is cut',
      verdict: 'look',
      meaning:
        'This server asks visitors for client certificates and tells them whose it trusts. It trusts so many issuers that the list was cut off, so some visitors cannot choose their certificate.',
      checks: ['Do you use client certificates at all? How many roots: `certutil.exe -store root`. Who added them?'],
      fix: 'Remove roots that nobody needs; or set `SendTrustedIssuerList` to 0, so that clients choose from all they have.',
      doNot: ['Do not delete roots that Windows itself needs.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36885 }],
      sources: [schannelEvents],
      samples: [
        record(
          36885,
          'When asking for client authentication, this server sends a list of trusted certificate authorities to the client. The client uses this list to choose a client certificate that is trusted by the server. Currently, this server trusts so many certificate authorities that the list has grown too long. This list has thus been truncated.',
        ),
        'Currently, this server trusts so many certificate authorities that the list has grown too long.',
      ],
      notSamples: ['The list has grown too long.'],
    },
    {
      id: 'schannel-36886',
      name: 'No default certificate for services that want one',
      verdict: 'benign',
      meaning:
        'A service, such as a directory server or Remote Desktop, asked for the default certificate of the computer, and there is none. The text itself says it: IIS manages its own certificates and is not affected.',
      checks: ['Only if LDAPS or another such service is wanted here: enroll a computer certificate.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36886 }],
      sources: [schannelEvents],
      samples: [
        record(
          36886,
          'No suitable default server credential exists on this system. This will prevent server applications that expect to make use of the system default credentials from accepting SSL connections.',
        ),
        'No suitable default server credential exists on this system.',
      ],
      notSamples: ['No suitable default printer exists on this system.'],
    },
    {
      id: 'schannel-36887',
      name: 'The other side ended a TLS connection',
      verdict: 'look',
      verdictText: 'single ones are everyday',
      meaning:
        'Not this server but the other side gave up and sent the alert number. 40: nothing in common. 42 to 46: it does not like our certificate. 48: unknown issuer. 70: protocol version. 112: unknown name.',
      checks: [
        'Who connects (firewall, HTTPERR), and does anybody complain? Does it come after a new certificate or a hardening?',
      ],
      fix: 'Nobody complains: leave it. 42 to 48 after a renewal: bind a certificate with its whole chain. 40, 70: update the client.',
      doNot: ['Do not enable old protocols or ciphers for unknown clients, and do not switch Schannel logging off.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36887 }],
      sources: [schannelEvents, alerts],
      samples: [received(20), 'The following fatal alert was received: 112.'],
      notSamples: ['A fatal alert was received by the operator.'],
    },
    {
      id: 'schannel-36887-no-common',
      name: 'The other side found no common protocol or cipher',
      verdict: 'look',
      verdictText: 'usually an old or strict peer',
      meaning:
        'Alert 40 (handshake failure) or 70 (protocol version), 71 (insufficient security): the other side accepts nothing of what we offered. Incoming: an odd client. Outgoing: our program or Windows is too old for it.',
      checks: [
        'Which direction? The SSPI client process in the text; does a web service call of an application fail at that second?',
      ],
      fix: 'Outgoing: enable TLS 1.2 or later for that program (.NET: follow the system default). Incoming: leave it, or update the client.',
      doNot: ['Do not enable SSL 3.0, TLS 1.0, RC4 or 3DES again for it.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36887, where: { AlertDesc: ['40', '70', '71'] } }],
      sources: [alerts, schannelEvents],
      samples: [
        received(40),
        'The following fatal alert was received: 70.',
        '<Event><System><Provider Name="Schannel"/><EventID>36887</EventID></System><EventData><Data Name="AlertDesc">40</Data></EventData></Event>',
      ],
      notSamples: [received(48)],
    },
    {
      id: 'schannel-36887-distrust',
      name: 'The other side does not accept our certificate',
      verdict: 'look',
      meaning:
        'Alert 42 to 46 or 48: the peer looked at our certificate and refused it. 45: expired. 46: unknown reason. 48: it does not know the issuer, often because we send no intermediate.',
      checks: [
        'From outside: does `https://<site>` show the whole chain and the right name? Is the intermediate in the computer store?',
      ],
      fix: 'Install the intermediate in Intermediate Certification Authorities of the computer, or bind a certificate those clients trust.',
      doNot: ['Do not put intermediates into the Trusted Root store: the chain is then sent wrongly.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 36887,
          where: { AlertDesc: ['42', '43', '44', '45', '46', '48'] },
        },
      ],
      sources: [alerts, schannelEvents],
      samples: [received(48), 'The following fatal alert was received: 46.'],
      notSamples: [received(40)],
    },
    {
      id: 'schannel-36888',
      name: 'This server ended a TLS connection',
      verdict: 'look',
      verdictText: 'single ones are everyday',
      meaning:
        'Windows ended a handshake and sent the alert number to the other side; the error state is internal. 40 or 70: no common cipher or version. 10: not TLS at all. 20: damaged record. 80: fault on this side.',
      checks: ['Who connects, and does anybody complain? Alert 80 deserves a look: it is about this server.'],
      fix: 'Nobody complains: leave it. Else find the client and what it offers; see 36870 and 36871 beside it.',
      doNot: ['Do not enable old protocols or ciphers for unknown clients, and do not switch Schannel logging off.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36888 }],
      sources: [schannelEvents, alerts],
      samples: [sent(20, 960), 'The following fatal alert was generated: 20. The internal error state is 960.'],
      notSamples: ['A fatal alert was generated by the pump.'],
    },
    {
      id: 'schannel-36888-no-common',
      name: 'A client had no protocol or cipher in common with us',
      verdict: 'look',
      verdictText: 'usually a scanner or an old client',
      meaning:
        'Alert 40 (states 1205, 1207) or 70 (state 105): a client came with ciphers or a TLS version that are off here. After a hardening that is what it is for. It matters only if a client that you know cannot connect.',
      checks: ['Does anybody complain? Since when: a hardening, an update, a new certificate (ECDSA instead of RSA)?'],
      fix: 'Nobody complains: leave it. Else update that client; check with `Get-TlsCipherSuite` that modern suites are enabled.',
      doNot: ['Do not enable SSL 3.0, TLS 1.0, RC4 or 3DES again for one old client.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36888, where: { AlertDesc: ['40', '70'] } }],
      sources: [alerts, schannelEvents],
      samples: [
        sent(40, 1205),
        sent(70, 105),
        'The following fatal alert was generated: 40. The internal error state is 1207.',
        '<Event><System><Provider Name="Schannel"/><EventID>36888</EventID></System><EventData><Data Name="AlertDesc">40</Data><Data Name="ErrorState">1205</Data></EventData></Event>',
      ],
      notSamples: [sent(10, 1203)],
    },
    {
      id: 'schannel-36888-not-tls',
      name: 'Something else than TLS came to a TLS port',
      verdict: 'benign',
      verdictText: 'usually a scanner or http:// to 443',
      meaning:
        'Alert 10 (state 1203): the first bytes were no TLS handshake. Typically a browser or probe speaks plain HTTP to the HTTPS port, or a port scanner tries it out.',
      checks: [
        'Regular, from one address? A load balancer or monitoring that probes the port with the wrong protocol.',
      ],
      fix: 'Correct that probe. Else leave it.',
      doNot: ['Do not change certificates or protocols for it.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 36888, where: { AlertDesc: ['10'] } }],
      sources: [alerts, schannelEvents],
      samples: [sent(10, 1203), 'The following fatal alert was generated: 10. The internal error state is 1203.'],
      notSamples: [sent(40, 1205)],
    },
    {
      id: 'schannel-36888-key',
      name: 'This server cannot sign with its certificate',
      verdict: 'act',
      meaning:
        'Alert 80 with state 1051 or 1250: the handshake failed on this side, because the key of the bound certificate cannot be used for signing. A known cause is an import that left KeySpec at 0 in a legacy provider.',
      checks: [
        '`certutil.exe -v -store my`: Provider and KeySpec of the bound certificate. A legacy CSP needs KeySpec 1 (AT_KEYEXCHANGE).',
      ],
      fix: 'Import the PFX again: `certutil.exe -importPFX my site.pfx AT_KEYEXCHANGE`, and bind that certificate.',
      doNot: ['Do not uninstall the security update after which it showed.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 36888,
          where: { AlertDesc: ['80'], ErrorState: ['1051', '1250'] },
        },
      ],
      sources: [keySpec, alerts],
      samples: [sent(80, 1250), 'The following fatal alert was generated: 80. The internal error state is 1051.'],
      notSamples: [sent(80, 301)],
    },
  ],
});
