import { defineFamily, type Fact, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const source = (document: string, says: string): NonEmpty<Source> => [{ document, says, read: READ }];

const HASH = '0102030405060708090a0b0c0d0e0f1011121314';

/** An application id that one program writes into its certificate bindings. */
const bindingOf = (
  fact: Pick<Fact, 'id' | 'name' | 'meaning' | 'sources'> & Partial<Pick<Fact, 'checks' | 'fix' | 'doNot' | 'more'>>,
  guid: string,
): Fact => ({
  verdict: null,
  keys: [{ kind: 'guid', guid, roles: ['HTTP.sys application'] }],
  samples: [
    `    IP:port                      : 0.0.0.0:443\n    Certificate Hash             : ${HASH}\n    Application ID               : {${guid.toLowerCase()}}\n    Certificate Store Name       : MY`,
    `netsh http add sslcert ipport=0.0.0.0:443 certhash=${HASH} appid={${guid}}`,
  ],
  notSamples: [`Application ID : {${guid.slice(0, -1)}${guid.endsWith('0') ? '1' : '0'}}`],
  ...fact,
});

const elsewhere =
  'Do not overwrite it from IIS Manager without need: both products then set the certificate of one binding, in turn.';

/** Application ids in the certificate bindings of HTTP.sys, as `netsh http show sslcert` prints them. */
export default defineFamily({
  facts: [
    bindingOf(
      {
        id: 'httpsys-iis',
        name: 'IIS, application id of a certificate binding',
        meaning:
          'IIS made this certificate binding of HTTP.sys. The id only says who made it: the certificate is found by hash and store, and a client by address, port and, with SNI, host name.',
        checks: ['Is the hash that of a present certificate with its private key? `certutil.exe -store My`'],
        fix: 'Change certificates in IIS Manager (Bindings) rather than with netsh: then site and HTTP.sys agree.',
        doNot: [
          'Do not delete a binding before its hash, store and flags are noted: without it the address answers no TLS.',
          'Do not leave the braces unquoted in PowerShell: it takes them for a script block. Write `"appid={…}"`.',
        ],
        sources: source(
          'Microsoft Support: Troubleshooting SSL related issues (server certificate)',
          'Bindings that IIS makes carry this application id.',
        ),
      },
      '4DC3E181-E14B-4A21-B022-59FC669B0914',
    ),
    bindingOf(
      {
        id: 'httpsys-wmsvc',
        name: 'WMSVC, application id of its certificate binding',
        meaning:
          'The Web Management Service made this binding, usually on port 8172: remote IIS Manager and Web Deploy come in there. It has nothing to do with the web sites.',
        checks: [
          'Does the hash equal `SslCertificateHash`? `reg.exe query HKLM\\SOFTWARE\\Microsoft\\WebManagement\\Server /v SslCertificateHash`',
        ],
        fix: 'Choose another certificate in IIS Manager, server level, Management Service: the service has to be stopped meanwhile.',
        doNot: [
          'Do not delete the binding of port 8172 as foreign: Web Deploy and remote IIS Manager fail without it.',
        ],
        sources: source(
          'Microsoft Support: Diagnosing failures with remote administration of IIS',
          'The certificate of port 8172 is bound with this application id.',
        ),
      },
      'D7D72267-FCF9-4424-9EEC-7E1D8DCEC9A9',
    ),
    {
      id: 'httpsys-zeros',
      name: 'Application id of zeros in a certificate binding',
      verdict: null,
      meaning:
        'The binding was made by hand or by a tool that named no application. HTTP.sys does not mind: TLS works. Even a sound binding of port 8172 can show it.',
      checks: ['Is the hash that of a present certificate with its private key? `certutil.exe -store My`'],
      doNot: ['Do not take the zeros for the fault, and do not delete the binding because of them.'],
      keys: [
        {
          kind: 'guid',
          guid: '00000000-0000-0000-0000-000000000000',
          roles: ['HTTP.sys application'],
          onlyInRole: true,
        },
      ],
      sources: source(
        'Microsoft Support: Diagnosing failures with remote administration of IIS',
        'A sample of a working binding of port 8172 shows an application id of zeros.',
      ),
      samples: [
        `netsh http add sslcert ipport=0.0.0.0:443 certhash=${HASH} appid={00000000-0000-0000-0000-000000000000}`,
        `IP:port : 0.0.0.0:8172\nCertificate Hash : ${HASH}\nApplication ID : {00000000-0000-0000-0000-000000000000}`,
      ],
      notSamples: ['{00000000-0000-0000-0000-000000000000}', 'CLSID {00000000-0000-0000-0000-000000000000}'],
    },
    bindingOf(
      {
        id: 'httpsys-iis-express',
        name: 'IIS Express, application id of its bindings',
        meaning:
          'The setup of IIS Express binds its development certificate to the ports 44300 to 44399 with it. Usual on a machine of a developer, out of place on a server.',
        checks: [
          'On a server: is IIS Express or Visual Studio installed, or did somebody copy this id out of a guide?',
        ],
        sources: source(
          'Jexus Manager, source of its binding dialogs',
          'IIS Express uses this application id, IIS another.',
        ),
      },
      '214124CD-D05B-4309-9AF9-9CAA44B2B74A',
    ),
    bindingOf(
      {
        id: 'httpsys-winrm',
        name: 'WinRM, application id of its HTTPS listener',
        meaning:
          'Windows Remote Management made this binding for its listener on port 5986. PowerShell remoting over HTTPS comes in there.',
        checks: ['The listeners: `winrm.cmd enumerate winrm/config/listener`'],
        doNot: ['Do not delete it over a remote session that uses it: the session cannot come back.'],
        sources: source(
          'Chef cookbook windows, resource winrm listener',
          'The listener is bound with this application id.',
        ),
      },
      'AFEBB9AD-9B97-4A91-9AB5-DAF4D59122F6',
    ),
    bindingOf(
      {
        id: 'httpsys-adfs',
        name: 'AD FS, application id of its bindings',
        meaning:
          'Active Directory Federation Services made this binding. It listens in HTTP.sys by itself, without IIS, and usually by host name (SNI).',
        checks: ['The certificates AD FS wants: `Get-AdfsSslCertificate`'],
        fix: 'Change its certificate with `Set-AdfsSslCertificate`, which sets its bindings.',
        doNot: [elsewhere],
        sources: source(
          'Microsoft Learn: Managing SSL certificates in AD FS and WAP',
          'AD FS and the Web Application Proxy have an application id each.',
        ),
      },
      '5D89A20C-BEAB-4389-9447-324788EB944A',
    ),
    bindingOf(
      {
        id: 'httpsys-web-application-proxy',
        name: 'Web Application Proxy, application id of its bindings',
        meaning:
          'The Web Application Proxy of Windows made this binding for what it publishes. IIS is not needed for it.',
        checks: ['What it publishes: `Get-WebApplicationProxyApplication`'],
        doNot: [elsewhere],
        sources: source(
          'Microsoft Learn: Managing SSL certificates in AD FS and WAP',
          'AD FS and the Web Application Proxy have an application id each.',
        ),
      },
      'F955C070-E044-456C-AC00-E9E4275B3F04',
    ),
    bindingOf(
      {
        id: 'httpsys-reporting-services',
        name: 'SQL Server Reporting Services, application id',
        meaning:
          'Reporting Services made this binding. It listens in HTTP.sys without IIS and takes port 80 or 443 for its virtual directories even where a site of IIS uses the same port.',
        checks: ['What it has reserved: `netsh.exe http show urlacl`, the URLs that end in /ReportServer and /Reports'],
        fix: 'Change its certificate in Report Server Configuration Manager.',
        doNot: [elsewhere],
        sources: source(
          'Administrators\u2019 scripts that renew the certificate of Reporting Services',
          'They bind with this application id and restart the report server.',
        ),
      },
      '1D40EBC7-1983-4AC5-82AA-1E17A7AE9A0E',
    ),
    bindingOf(
      {
        id: 'httpsys-work-folders',
        name: 'Work Folders, application id of its binding',
        meaning:
          'The sync service of Work Folders uses this binding on port 443. It only needs the hostable core of IIS, no web site.',
        checks: ['Is the role service Work Folders installed? `Get-WindowsFeature FS-SyncShareService`'],
        doNot: [elsewhere],
        sources: source(
          'Microsoft Learn: Deploying Work Folders',
          'The certificate is bound to port 443 by netsh with this application id.',
        ),
      },
      'CE66697B-3AA0-49D1-BDBD-A25C8359FD5D',
    ),
    bindingOf(
      {
        id: 'httpsys-directaccess',
        name: 'DirectAccess (IP-HTTPS), application id',
        meaning:
          'The IP-HTTPS listener of DirectAccess made this binding on port 443. Guides to the KDC proxy bind with the same id.',
        checks: ['The tunnel: `netsh.exe interface httpstunnel show interfaces`'],
        doNot: [elsewhere],
        sources: source(
          'Microsoft Support, KB 973982: changed IP-HTTPS certificate of DirectAccess',
          'The certificate is bound by hand with this application id.',
        ),
      },
      '5D8E2743-EF20-4D38-8751-7E400F200E65',
    ),
    {
      id: 'httpsys-sstp',
      name: 'SSTP of Routing and Remote Access',
      verdict: null,
      meaning:
        'Belongs to SSTP, the VPN over port 443 of Routing and Remote Access: as application id of its certificate binding, and in the address `/sra_{BA195980-…}/` of its requests.',
      checks: ['A request for it on a server without this role is a scan or a wrong address: it harms nothing.'],
      fix: 'With this role: change the certificate in the console of Routing and Remote Access, not in IIS Manager.',
      keys: [{ kind: 'guid', guid: 'BA195980-CD49-458B-9E23-C84EE0ADCD75', roles: ['HTTP.sys application'] }],
      sources: source(
        'Microsoft RRAS team blog: How to change machine certificate on the SSTP server',
        'The bindings of SSTP show this application id.',
      ),
      samples: [
        'Application ID : {ba195980-cd49-458b-9e23-c84ee0adcd75}',
        'SSTP_DUPLEX_POST /sra_{BA195980-CD49-458b-9E23-C84EE0ADCD75}/ - 443 - 192.0.2.7 - 404 0 2',
        'GET /sra_%7BBA195980-CD49-458b-9E23-C84EE0ADCD75%7D/',
      ],
      notSamples: ['{BA195981-CD49-458B-9E23-C84EE0ADCD75}'],
    },
  ],
});
