import { headers, hresult, win32 } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const READ = '2026-11-21';
const statusCodes: Source = {
  document: 'Microsoft Learn: the HTTP status codes in IIS, 403.13 and 403.16',
  says: 'Client certificates are refused with 403.16 when their root is not trusted, with 403.13 when revoked or not checkable.',
  read: READ,
};
const serverCertificates: Source = {
  document: 'Microsoft Support: troubleshooting TLS issues of server certificates in IIS',
  says: 'A server certificate needs its private key, the server purpose, and a chain that clients can build.',
  read: READ,
};
const bindings: Source = {
  document: 'Microsoft Support: site bindings and certificates of IIS, netsh http',
  says: 'Bindings keep the thumbprint; they fail when that certificate is no longer in its store.',
  read: READ,
};

/** What the certificate functions of Windows answer (CERT_E, CRYPT_E). */
const facts: Fact[] = [
  {
    id: 'crypt-not-found',
    name: '0x80092004: the certificate is not in the store',
    verdict: 'act',
    meaning:
      'CRYPT_E_NOT_FOUND, "Cannot find object or property". A binding or program asks for a certificate that is not in that store, or for a property it has not, such as its private key.',
    checks: [
      '`certutil.exe -store my` on the server: is that thumbprint there, in the store of the computer, not of a user?',
    ],
    fix: 'Import the certificate with its key into the store that the binding names (My or WebHosting), or bind the present one.',
    doNot: ['Do not import it by double click: that goes into the store of the user.'],
    keys: [hresult(0x80092004, 'CRYPT_E_NOT_FOUND')],
    sources: [bindings, headers],
    samples: ['(Exception from HRESULT: 0x80092004)', '-2146885628'],
    notSamples: ['0x80092003'],
  },
  {
    id: 'crypt-revoked',
    name: '0x80092010 / 0x800B010C: the certificate is revoked',
    verdict: 'act',
    meaning:
      'CRYPT_E_REVOKED, CERT_E_REVOKED. Its issuer withdrew the certificate. With client certificates IIS answers 403.13 and is right to refuse.',
    checks: ['`certutil.exe -verify -urlfetch FILE.cer` shows when and why it was revoked.'],
    fix: 'Get a new certificate; if the key was lost, make a new key as well.',
    doNot: ['Do not switch the check of revocation off to let it in.'],
    keys: [hresult(0x80092010, 'CRYPT_E_REVOKED'), hresult(0x800b010c, 'CERT_E_REVOKED')],
    sources: [statusCodes, headers],
    samples: ['403.13 with 2148081680', '0x80092010', '0x800B010C'],
    notSamples: ['0x80092011'],
  },
  {
    id: 'crypt-no-revocation-check',
    name: '0x80092012: revocation could not be checked',
    verdict: 'act',
    meaning:
      'CRYPT_E_NO_REVOCATION_CHECK. The certificate names no list or service to ask, or none of a kind that Windows can use, and the program insists on an answer.',
    checks: ['`certutil.exe -verify -urlfetch FILE.cer`: does it find a CRL distribution point or OCSP address?'],
    fix: 'Use certificates that name a revocation address the server can reach, or publish the list of the private authority.',
    doNot: ['Do not switch the check off for all sites because of one private authority.'],
    keys: [hresult(0x80092012, 'CRYPT_E_NO_REVOCATION_CHECK')],
    sources: [statusCodes, headers],
    samples: ['0x80092012', '-2146885614'],
    notSamples: ['0x80092011'],
  },
  {
    id: 'crypt-revocation-offline',
    name: '0x80092013: the revocation server is not reachable',
    verdict: 'act',
    meaning:
      'CRYPT_E_REVOCATION_OFFLINE. The server could not fetch the revocation list, mostly because a firewall or a missing proxy keeps it from the address. With client certificates: 403.13.',
    checks: [
      'On the server as SYSTEM: `certutil.exe -verify -urlfetch FILE.cer`. Does WinHTTP know the proxy: `netsh.exe winhttp show proxy`?',
    ],
    fix: 'Open the way to the CRL and OCSP addresses, or set the proxy of WinHTTP; a private list must be published and not expired.',
    doNot: ['Do not switch off revocation checks for good: use it only to prove the cause.'],
    keys: [hresult(0x80092013, 'CRYPT_E_REVOCATION_OFFLINE')],
    sources: [statusCodes, headers],
    samples: ['403.13 2148081683', '0x80092013', '-2146885613'],
    notSamples: ['0x80092014'],
  },
  {
    id: 'crypt-bad-tag',
    name: '0x8009310B: not the file that was expected',
    verdict: 'act',
    meaning:
      'CRYPT_E_ASN1_BADTAG. "Complete Certificate Request" got a file that is no certificate of the kind it reads, such as a private key, a PFX or a page of text; or the request was made on another machine.',
    checks: ['`certutil.exe -dump FILE`: is it a certificate? Was the request made on this server (store REQUEST)?'],
    fix: 'Use the .cer or .p7b of the issuer on the server that made the request; a PFX is imported, not completed.',
    doNot: ['Do not delete the pending request: its private key would be lost with it.'],
    keys: [hresult(0x8009310b, 'CRYPT_E_ASN1_BADTAG')],
    sources: [serverCertificates, headers],
    samples: ['ASN1 bad tag value met. (Exception from HRESULT: 0x8009310B)', '-2146881269'],
    notSamples: ['0x8009310A'],
  },
  {
    id: 'cert-expired',
    name: '0x800B0101: outside its validity period',
    verdict: 'act',
    meaning:
      'CERT_E_EXPIRED. The certificate, or one above it in the chain, has expired or is not valid yet. A wrong clock looks the same.',
    checks: ['Which one of the chain: `certutil.exe -verify FILE.cer`. Is the clock of this machine right?'],
    fix: 'Renew it and bind the new one to every endpoint; replace an expired intermediate in the store of the computer.',
    doNot: ['Do not set the clock back.'],
    keys: [hresult(0x800b0101, 'CERT_E_EXPIRED')],
    sources: [serverCertificates, headers],
    samples: ['0x800B0101', '-2146762495'],
    notSamples: ['0x800B0102'],
  },
  {
    id: 'cert-untrusted-root',
    name: '0x800B0109: the root is not trusted',
    verdict: 'act',
    meaning:
      'CERT_E_UNTRUSTEDROOT. The chain ends at a root that this machine does not trust. As client certificate on a site: 403.16. As a client itself: its outgoing HTTPS calls fail.',
    checks: [
      '`certutil.exe -verify FILE.cer`. In Trusted Root of the computer: only self-signed certificates? Others there break it too.',
    ],
    fix: 'Import the root into Trusted Root of the computer, and move certificates that are no roots out of it.',
    doNot: ['Do not make code accept all certificates.'],
    keys: [hresult(0x800b0109, 'CERT_E_UNTRUSTEDROOT')],
    sources: [statusCodes, headers],
    samples: ['403.16 with 2148204809', '0x800B0109', '-2146762487'],
    notSamples: ['0x800B0108'],
  },
  {
    id: 'cert-chaining',
    name: '0x800B010A: the chain is incomplete',
    verdict: 'act',
    meaning:
      'CERT_E_CHAINING. A certificate between this one and its root is missing. Browsers often fetch or remember it, programs do not: so it works in one and fails in the other.',
    checks: ['`certutil.exe -verify FILE.cer`; from outside: does the server send the intermediate?'],
    fix: 'Import the intermediate of the issuer into Intermediate Authorities of the computer, then bind the certificate again.',
    doNot: ['Do not put the intermediate into Trusted Root.'],
    keys: [hresult(0x800b010a, 'CERT_E_CHAINING')],
    sources: [serverCertificates, headers],
    samples: ['0x800B010A', '-2146762486'],
    notSamples: ['0x800B010B'],
  },
  {
    id: 'cert-name-mismatch',
    name: '0x800B010F: the name does not fit the certificate',
    verdict: 'act',
    meaning:
      'CERT_E_CN_NO_MATCH. The name that the client called is not among the names of the certificate: another site on the same address without SNI, an IP address, or a name without the domain.',
    checks: [
      'Which certificate is sent for that name? `netsh.exe http show sslcert`; the subject alternative names in it.',
    ],
    fix: 'Call the server by a name in the certificate, or get one that holds the name; use SNI for several sites on one address.',
    doNot: ['Do not switch the check of the name off in the client.'],
    keys: [hresult(0x800b010f, 'CERT_E_CN_NO_MATCH')],
    sources: [serverCertificates, headers],
    samples: ['0x800B010F', '-2146762481'],
    notSamples: ['0x800B010E'],
  },
  {
    id: 'cert-wrong-usage',
    name: '0x800B0110: not made for this purpose',
    verdict: 'act',
    meaning:
      'CERT_E_WRONG_USAGE. The certificate lacks the purpose that is asked for: Server Authentication for a site, Client Authentication for a client.',
    checks: ['`certutil.exe -dump FILE.cer`: Enhanced Key Usage.'],
    fix: 'Get a certificate with the purpose Server Authentication (1.3.6.1.5.5.7.3.1), or Client Authentication for clients.',
    keys: [hresult(0x800b0110, 'CERT_E_WRONG_USAGE')],
    sources: [serverCertificates, headers],
    samples: ['0x800B0110', '-2146762480'],
    notSamples: ['0x800B0111'],
  },
  {
    id: 'code-wrong-network-password',
    name: '0x80070056: a wrong password (of a PFX or a share)',
    verdict: 'act',
    meaning:
      'Win32 86, "The specified network password is not correct". From a certificate import it has nothing to do with the network: the password of the PFX file is wrong. From a share: the password of the account is.',
    checks: ['Is a PFX read there? Test it: `certutil.exe -dump FILE.pfx` asks for the password.'],
    fix: 'Use the password that the PFX was exported with; or enter the right password for the share.',
    doNot: ['Do not pass the password on the command line of a script that is logged.'],
    keys: win32(86, 'ERROR_INVALID_PASSWORD'),
    sources: [headers],
    samples: ['The specified network password is not correct. (Exception from HRESULT: 0x80070056)', 'System error 86'],
    notSamples: ['0x80070055'],
  },
];

export default defineFamily({ facts });
