import { headers, hresult } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const READ = '2026-11-21';
const kerberos: Source = {
  document: 'Microsoft Support: troubleshoot Kerberos failures of sites on IIS',
  says: 'What the 401 lines of the log show; the service principal name must belong to the account that decrypts the ticket.',
  read: READ,
};
const statusCodes: Source = {
  document: 'Microsoft Learn: the HTTP status codes in IIS, and the win32 status of the W3C log',
  says: 'A Windows logon takes several requests: 401.2, then 401.1 with this status, then 200.',
  read: READ,
};
const loopback: Source = {
  document: 'Microsoft Support, KB 896861: error 401.1 with Integrated Authentication on the server itself',
  url: 'https://mskb.pkisolutions.com/kb/896861',
  says: 'Windows refuses NTLM to the own machine under another name; BackConnectionHostNames lists the names to allow.',
  read: '2026-11-24',
};
const privateKey: Source = {
  document: 'IIS Support Blog: error 0x80070520 when a TLS binding is added in IIS',
  url: 'https://techcommunity.microsoft.com/blog/iis-support-blog/error-hresult-0x80070520-when-adding-ssl-binding-in-iis/377281',
  says: 'Schannel 36870 with 0x8009030D: the private key of the certificate cannot be used, mostly after an import that broke the key set.',
  read: '2026-11-24',
};
const schannel: Source = {
  document: 'Microsoft Support: Schannel event logging and TLS in Windows',
  says: 'The events of Schannel carry these codes; the common reasons of a failed handshake.',
  read: READ,
};
const remoteAdministration: Source = {
  document: 'MSDN blog: IIS Remote Administration APIs and DCOM ID 10028 Error',
  says: 'The refused first activation is audited as a logon failure, although the call succeeds in the end.',
  read: READ,
};

/** What Negotiate, Kerberos, NTLM and Schannel answer (SEC_E and SEC_I codes). */
const facts: Fact[] = [
  {
    id: 'sec-continue-needed',
    name: '0x00090312: the handshake goes on',
    verdict: 'benign',
    verdictText: 'a step, not an error',
    meaning:
      'SEC_I_CONTINUE_NEEDED. Negotiate, NTLM and TLS take several messages; this status says that the next one is due. It is no failure.',
    checks: ['Does the exchange end with success? Only the last status counts.'],
    fix: 'Nothing.',
    keys: [hresult(0x00090312, 'SEC_I_CONTINUE_NEEDED')],
    sources: [headers],
    samples: ['status 0x00090312', 'SEC_I_CONTINUE_NEEDED'],
    notSamples: ['0x00090313'],
  },
  {
    id: 'sec-invalid-handle',
    name: '0x80090301: an invalid security handle',
    verdict: 'look',
    meaning:
      'SEC_E_INVALID_HANDLE. A program used a security context or credentials that are closed or never were valid, typically after an earlier failure. It is a consequence.',
    checks: ['Which error came before it in the same program? That one is the cause.'],
    fix: 'Cure the first error. If there is none, it is a fault of the program.',
    keys: [hresult(0x80090301, 'SEC_E_INVALID_HANDLE')],
    sources: [headers],
    samples: ['0x80090301', '2148074241'],
    notSamples: ['0x80090300'],
  },
  {
    id: 'sec-unsupported-function',
    name: '0x80090302: the security package cannot do that',
    verdict: 'look',
    meaning:
      'SEC_E_UNSUPPORTED_FUNCTION. Seen with client certificates: the server asks for one in the middle of a connection, which HTTP/2 and TLS 1.3 do not allow, so the request fails.',
    checks: [
      'Does the site ask for client certificates only below some path, and does the client speak HTTP/2 or TLS 1.3?',
    ],
    fix: 'Let the endpoint ask at the beginning: set `clientcertnegotiation=enable` on its binding, or switch HTTP/2 and TLS 1.3 off for it.',
    doNot: ['Deleting a binding with netsh loses its other options: note `netsh.exe http show sslcert` first.'],
    keys: [hresult(0x80090302, 'SEC_E_UNSUPPORTED_FUNCTION')],
    sources: [schannel, headers],
    samples: ['0x80090302', '-2146893054'],
    notSamples: ['0x80090303'],
  },
  {
    id: 'sec-internal-error',
    name: '0x80090304: the security authority could not be asked',
    verdict: 'look',
    meaning:
      'SEC_E_INTERNAL_ERROR, "The Local Security Authority cannot be contacted". Inside TLS and Windows logons it stands for several failures; the reason is in an event beside it.',
    checks: ['Schannel events in the System log and 4625 in the Security log in the same second.'],
    fix: 'Follow the event beside it: key, account, or domain controller. Without one, was the server short of memory?',
    keys: [hresult(0x80090304, 'SEC_E_INTERNAL_ERROR')],
    sources: [headers],
    samples: ['0x80090304', '-2146893052'],
    notSamples: ['0x80090306'],
  },
  {
    id: 'sec-package-not-found',
    name: '0x80090305: the security package is not available',
    verdict: 'act',
    meaning:
      'SEC_E_SECPKG_NOT_FOUND. The way of logon that was asked for is not there or not allowed: a provider of Windows authentication that does not exist, or one that policy switched off, such as NTLM.',
    checks: ['The providers of Windows authentication of the site: Negotiate, NTLM. A policy that restricts NTLM?'],
    fix: 'Correct the list of providers; where NTLM is forbidden make Kerberos work (name, SPN).',
    keys: [hresult(0x80090305, 'SEC_E_SECPKG_NOT_FOUND')],
    sources: [kerberos, headers],
    samples: ['result 2148074245', '0x80090305'],
    notSamples: ['0x80090306'],
  },
  {
    id: 'sec-invalid-token',
    name: '0x80090308: the token cannot be used',
    verdict: 'act',
    meaning:
      'SEC_E_INVALID_TOKEN, in logs 2148074248. A Kerberos ticket was made for another account than the one that decrypts it: the SPN is on the wrong account. In TLS: the message was no TLS, such as HTTP sent to port 443.',
    checks: [
      '`setspn.exe -Q HTTP/host`: is the SPN on the account that decrypts, the machine, or the pool with useAppPoolCredentials?',
    ],
    fix: 'Put the SPN on that one account: `setspn.exe -S HTTP/host DOMAIN\\account`. A pool account with kernel mode needs `useAppPoolCredentials`.',
    steps: [
      'Find duplicates: `setspn.exe -X`',
      'Kernel-mode authentication decrypts with the machine account, unless `useAppPoolCredentials` is true; then it is the identity of the pool.',
      'Remove a wrong SPN with `setspn.exe -D HTTP/host OLDACCOUNT`, add the right one with `-S`, which checks for duplicates.',
      'On the client `klist.exe purge`, then try again.',
    ],
    doNot: ['Do not register the same SPN on a second account: a duplicate breaks Kerberos for both.'],
    keys: [hresult(0x80090308, 'SEC_E_INVALID_TOKEN')],
    sources: [kerberos, headers],
    samples: ['401.1 with sc-win32-status 2148074248', '0x80090308', 'SEC_E_INVALID_TOKEN'],
    notSamples: ['0x80090307'],
  },
  {
    id: 'sec-logon-denied',
    name: '0x8009030C: the logon was refused',
    verdict: 'look',
    meaning:
      'SEC_E_LOGON_DENIED, in logs 2148074252 with 401.1. Name or password are wrong; or the server calls itself under a host name, which the loopback check refuses though the password is right.',
    checks: [
      'Does the request come from the server itself? Else the Sub Status of the 4625 in the Security log tells the reason.',
    ],
    fix: 'Correct name or password. For the loopback check list the host names in BackConnectionHostNames (Lsa\\MSV1_0).',
    doNot: ['Do not set DisableLoopbackCheck on a production server.'],
    keys: [hresult(0x8009030c, 'SEC_E_LOGON_DENIED')],
    sources: [loopback, headers],
    samples: ['win32-status 2148074252', '0x8009030C', '-2146893044'],
    notSamples: ['0x8009030B'],
  },
  {
    id: 'sec-unknown-credentials',
    name: '0x8009030D: the private key cannot be used',
    verdict: 'act',
    meaning:
      'SEC_E_UNKNOWN_CREDENTIALS. In Schannel 36870 and HttpEvent 15021: the certificate is there, its private key is missing or not accessible to the program named in the event. For HTTP.sys that is SYSTEM (PID 4).',
    checks: [
      '`certutil.exe -store my THUMBPRINT`: is there a key container, and does "Encryption test passed" follow?',
    ],
    fix: '`certutil.exe -repairstore my THUMBPRINT`; else delete the certificate and import the PFX into the store of the computer again.',
    doNot: ['Do not give Everyone or IIS_IUSRS rights on MachineKeys: HTTP.sys reads the key as SYSTEM.'],
    keys: [hresult(0x8009030d, 'SEC_E_UNKNOWN_CREDENTIALS')],
    sources: [privateKey, headers],
    samples: [
      'The error code returned from the cryptographic module is 0x8009030D. The internal error state is 10001.',
      '<Binary>000004000200300000000000AD3A00C00000000000000000000000000000000000000000000000000D030980</Binary>',
    ],
    notSamples: ['0x8009030F'],
  },
  {
    id: 'sec-no-credentials',
    name: '0x8009030E: no credentials yet',
    verdict: 'benign',
    verdictText: 'a normal step of a Windows logon',
    meaning:
      'SEC_E_NO_CREDENTIALS, in logs 2148074254 with 401.1. Negotiate and NTLM take several requests; this is the middle one, before the 200. In TLS it means that no usable certificate was found.',
    checks: [
      'Does a 200 of the same client follow at once, now with a user name? Then all is well. Does no 200 follow: what does 4625 say?',
    ],
    fix: 'Nothing, where a success follows. In TLS: bind a certificate that has its private key.',
    doNot: ['Do not count these 401 lines as attacks or errors.'],
    keys: [hresult(0x8009030e, 'SEC_E_NO_CREDENTIALS')],
    sources: [statusCodes, headers],
    samples: ['401.1 with 2148074254', '0x8009030e', '-2146893042'],
    notSamples: ['0x8009030F'],
  },
  {
    id: 'sec-message-altered',
    name: '0x8009030F: the message was changed on its way',
    verdict: 'act',
    meaning:
      'SEC_E_MESSAGE_ALTERED. A signed or encrypted message did not verify. Something between client and server rewrites the traffic: a proxy that ends TLS while extended protection is on, or a faulty device.',
    checks: ['Does it work from the server itself or around the proxy? Is `extendedProtection` set on the site?'],
    fix: 'Take the rewriting device out of the path, or set extended protection as that proxy needs it.',
    keys: [hresult(0x8009030f, 'SEC_E_MESSAGE_ALTERED')],
    sources: [schannel, headers],
    samples: ['0x8009030F', '2148074255'],
    notSamples: ['0x8009030A'],
  },
  {
    id: 'sec-no-authority',
    name: '0x80090311: no authority could be reached',
    verdict: 'act',
    meaning:
      'SEC_E_NO_AUTHENTICATING_AUTHORITY. No domain controller answered that could check the logon or issue the Kerberos ticket.',
    checks: ['`nltest.exe /dsgetdc:DOMAIN` on client and server; TCP and UDP 88 to the domain controllers.'],
    fix: 'Restore DNS and the way to the domain controllers.',
    keys: [hresult(0x80090311, 'SEC_E_NO_AUTHENTICATING_AUTHORITY')],
    sources: [kerberos, headers],
    samples: ['0x80090311', '2148074257'],
    notSamples: ['0x80090310'],
  },
  {
    id: 'sec-buffer-too-small',
    name: '0x80090321: the token is too large',
    verdict: 'look',
    meaning:
      'SEC_E_BUFFER_TOO_SMALL. A Kerberos ticket of a user in very many groups does not fit the buffers: MaxTokenSize of Windows, and MaxFieldLength and MaxRequestBytes of HTTP.sys, where it ends as 400.',
    checks: [
      'Does it hit only users with many groups? `whoami.exe /groups` on their machine; HTTPERR with RequestLength or FieldLength?',
    ],
    fix: 'Reduce the groups, or raise MaxFieldLength and MaxRequestBytes of HTTP.sys to what the ticket needs, then restart the server.',
    doNot: ['Do not set the limits of HTTP.sys to their maximum: every client may then send such headers.'],
    keys: [hresult(0x80090321, 'SEC_E_BUFFER_TOO_SMALL')],
    sources: [kerberos, headers],
    samples: ['0x80090321', 'SEC_E_BUFFER_TOO_SMALL'],
    notSamples: ['0x80090320'],
  },
  {
    id: 'sec-wrong-principal',
    name: '0x80090322: the target name is wrong',
    verdict: 'act',
    meaning:
      'SEC_E_WRONG_PRINCIPAL, "The target principal name is incorrect". The ticket belongs to another account than the server runs under: an SPN is missing, doubled or on the wrong account. In TLS: the name does not fit the certificate.',
    checks: ['`setspn.exe -Q HTTP/host` and `setspn.exe -X` (duplicates); in TLS: the names in the certificate.'],
    fix: 'Leave the SPN on exactly one account, the one that decrypts; in TLS use a name that the certificate holds.',
    doNot: ['Do not switch the check of the certificate name off in the client.'],
    keys: [hresult(0x80090322, 'SEC_E_WRONG_PRINCIPAL')],
    sources: [kerberos, headers],
    samples: ['(Exception from HRESULT: 0x80090322)', '-2146893022'],
    notSamples: ['0x80090323'],
  },
  {
    id: 'sec-time-skew',
    name: '0x80090324: the clocks differ too much',
    verdict: 'act',
    meaning:
      'SEC_E_TIME_SKEW. The clocks of client, server and domain controller are more than five minutes apart, so Kerberos refuses.',
    checks: ['`w32tm.exe /query /status` on the machines involved.'],
    fix: 'Repair the time source of the machine that is off.',
    doNot: ['Do not raise the tolerance of Kerberos in the domain policy.'],
    keys: [hresult(0x80090324, 'SEC_E_TIME_SKEW')],
    sources: [kerberos, headers],
    samples: ['0x80090324'],
    notSamples: ['0x80090323'],
  },
  {
    id: 'sec-untrusted-root',
    name: '0x80090325: the issuer is not trusted',
    verdict: 'act',
    meaning:
      'SEC_E_UNTRUSTED_ROOT. This machine, as a client of TLS, does not trust the issuer of the certificate it was shown: of a back end, or of a client certificate.',
    checks: ['`certutil.exe -verify -urlfetch FILE.cer` with that certificate: where does the chain break?'],
    fix: 'Import the root into Trusted Root and the intermediates into Intermediate Authorities, both of the computer.',
    doNot: ['Do not accept all certificates in the code or in the proxy.'],
    keys: [hresult(0x80090325, 'SEC_E_UNTRUSTED_ROOT')],
    sources: [schannel, headers],
    samples: ['0x80090325', '-2146893019'],
    notSamples: ['0x8009032A'],
  },
  {
    id: 'sec-illegal-message',
    name: '0x80090326: an unexpected TLS message',
    verdict: 'look',
    meaning:
      'SEC_E_ILLEGAL_MESSAGE. The other side sent what does not fit the handshake: an alert because it shares no protocol or cipher, a refused client certificate, or no TLS at all.',
    checks: ['Schannel 36887 or 36888 in the same second: the alert number. 40 no common cipher, 70 protocol version.'],
    fix: 'Align protocols and cipher suites of both sides; send HTTPS only to ports that speak it.',
    doNot: ['Do not switch SSL 3.0, TLS 1.0 or RC4 on again for one old client: put it behind a proxy of its own.'],
    keys: [hresult(0x80090326, 'SEC_E_ILLEGAL_MESSAGE')],
    sources: [schannel, headers],
    samples: ['0x80090326', '2148074278'],
    notSamples: ['0x80090329'],
  },
  {
    id: 'sec-cert-unknown',
    name: '0x80090327: a certificate that cannot be processed',
    verdict: 'look',
    meaning:
      'SEC_E_CERT_UNKNOWN. The other side refused the certificate without a better reason, or sent one that cannot be checked. In proxying it concerns the certificate of the back end.',
    checks: ['Open the certificate on the machine that refuses it: chain, purpose, validity, key length, revocation.'],
    fix: 'Give the server a certificate that this client can check, with its intermediates.',
    keys: [hresult(0x80090327, 'SEC_E_CERT_UNKNOWN')],
    sources: [schannel, headers],
    samples: ['0x80090327', '2148074279'],
    notSamples: ['0x8009032F'],
  },
  {
    id: 'sec-cert-expired',
    name: '0x80090328: the certificate has expired',
    verdict: 'act',
    meaning:
      'SEC_E_CERT_EXPIRED. The certificate that was shown in the TLS handshake is outside its validity: of the site, of a back end or of a client. A wrong clock looks the same.',
    checks: [
      '`netsh.exe http show sslcert` and the date of that certificate; the clock of the machine that complains.',
    ],
    fix: 'Renew the certificate and bind the new one to every endpoint that used the old: a renewal does not change bindings.',
    doNot: ['Do not delete the old certificate before all bindings use the new one.'],
    keys: [hresult(0x80090328, 'SEC_E_CERT_EXPIRED')],
    sources: [schannel, headers],
    samples: ['0x80090328', '-2146893016'],
    notSamples: ['0x80090329'],
  },
  {
    id: 'sec-decrypt-failure',
    name: '0x80090330: the data could not be decrypted',
    verdict: 'look',
    meaning:
      'SEC_E_DECRYPT_FAILURE. A TLS record did not decrypt: it was damaged or rewritten on the way, or the two sides use different keys. Single ones come from broken connections.',
    checks: ['One client, or all behind one proxy or load balancer?'],
    fix: 'Look at the device in between; a single case needs nothing.',
    keys: [hresult(0x80090330, 'SEC_E_DECRYPT_FAILURE')],
    sources: [schannel, headers],
    samples: ['0x80090330'],
    notSamples: ['0x8009032F'],
  },
  {
    id: 'sec-algorithm-mismatch',
    name: '0x80090331: no common protocol or cipher',
    verdict: 'act',
    meaning:
      'SEC_E_ALGORITHM_MISMATCH. Client and server share no version of TLS or no cipher suite, mostly after one side was hardened. A .NET program may ask for less than Windows offers.',
    checks: [
      'Schannel 36874 or 36871 in the System log, the SCHANNEL\\Protocols keys, and `Get-TlsCipherSuite` on both sides.',
    ],
    fix: 'Enable a version both know, TLS 1.2 or later. Old .NET Framework: update it or set SchUseStrongCrypto.',
    doNot: ['Do not switch TLS 1.0, SSL 3.0 or RC4 on again to make it work.'],
    keys: [hresult(0x80090331, 'SEC_E_ALGORITHM_MISMATCH')],
    sources: [schannel, headers],
    samples: ['0x80090331', '-2146893007'],
    notSamples: ['0x80090332'],
  },
  {
    id: 'sec-unfinished-context',
    name: '0x80090333: a security context was dropped unfinished',
    verdict: 'benign',
    verdictText: 'expected in remote IIS administration',
    meaning:
      'SEC_E_UNFINISHED_CONTEXT_DELETED, the same as 0xC00002EE of the audit. Remote administration of IIS first asks for delegation, is refused, drops that try and succeeds with the second.',
    checks: ['Did the tool do its work? Then it is the expected first try.'],
    fix: 'Nothing. Without a remote administration tool at that time: see which program connected.',
    doNot: ['Do not enable unconstrained delegation to avoid it.'],
    keys: [hresult(0x80090333, 'SEC_E_UNFINISHED_CONTEXT_DELETED')],
    sources: [remoteAdministration, headers],
    samples: ['0x80090333', 'SEC_E_UNFINISHED_CONTEXT_DELETED'],
    notSamples: ['0x80090334'],
  },
  {
    id: 'sec-bad-bindings',
    name: '0x80090346: extended protection refused the channel',
    verdict: 'act',
    meaning:
      'SEC_E_BAD_BINDINGS. The logon is tied to a TLS channel other than the one the server sees: a proxy or load balancer ends TLS in front of a site with extended protection, or somebody sits in between.',
    checks: ['`extendedProtection` of the site (tokenChecking), and what ends TLS in front of it.'],
    fix: 'Let TLS pass through to the server, or set extended protection to what the proxy supports (`Proxy`, or Off for that site).',
    doNot: ['Do not switch extended protection off for all sites: it guards against relayed logons.'],
    keys: [hresult(0x80090346, 'SEC_E_BAD_BINDINGS')],
    sources: [
      {
        document: 'Microsoft Learn, iis-docs: extendedProtection of Windows authentication',
        says: 'tokenChecking and the Proxy flag decide whether the logon must fit the TLS channel that the server sees.',
        read: READ,
      },
      headers,
    ],
    samples: ['0x80090346', '2148074310'],
    notSamples: ['0x80090347'],
  },
];

export default defineFamily({ facts });
