import { defineFamily, type PhraseKind, type Source } from '../fact';

const READ = '2026-11-21';
const pools: Source = {
  document: 'Microsoft Learn: Application Pool Identities',
  says: 'Every pool has a virtual account named after it; permissions name it, a network sees the computer.',
  read: READ,
};
const builtin: Source = {
  document: 'Microsoft Learn: Understanding Built-In User and Group Accounts in IIS 7',
  says: 'IUSR and IIS_IUSRS replace the IUSR and IWAM accounts and the IIS_WPG group of earlier versions.',
  read: READ,
};
const account = 'account' as PhraseKind;

/** Not a part of a longer name. */
const END = '(?![\\w$-])';
const named = (names: string): RegExp => new RegExp(`(?:${names})${END}`, 'iy');

/** Identities of IIS 7 and later, as permissions, events and configurations name them. */
export default defineFamily({
  facts: [
    {
      id: 'account-application-pool',
      name: 'Virtual account of an application pool',
      verdict: null,
      meaning:
        'The identity of the pool of that name. Permissions on this machine can name it; towards other machines it is the computer account (`DOMAIN\\COMPUTER$`). It has no password and exists only while the pool does.',
      checks: ['Does a pool of exactly this name exist? `%windir%\\system32\\inetsrv\\appcmd.exe list apppool`'],
      fix: 'Grant it what it needs: `icacls.exe "C:\\path" /grant "IIS AppPool\\TheName:(OI)(CI)RX"`',
      doNot: ['Do not look for it in user lists: type the name. And do not grant Everyone in its place.'],
      keys: [
        {
          kind: 'phrase',
          as: account,
          anchors: ['iis apppool\\'],
          pattern: /iis\s{1,2}apppool\\{1,2}(?:[^\s\\/"'`<>|:;,*?()[\]{}%$]{1,64}|[%$]\w{1,64}%?)/iy,
        },
      ],
      sources: [pools],
      samples: ['to the user IIS APPPOOL\\DefaultAppPool SID', 'icacls C:\\shop /grant "IIS AppPool\\Shop:(OI)(CI)RX"'],
      notSamples: ['IIS AppPools folder', 'the IIS application pool'],
    },
    {
      id: 'account-application-pool-identity',
      name: 'ApplicationPoolIdentity',
      verdict: null,
      meaning:
        'The value of `identityType` that gives each pool a virtual account of its own, `IIS AppPool\\<name>`. The usual one from IIS 7.5 on, and the one with the fewest rights.',
      checks: ['Where the pool needs another machine: grant the computer account there, or use a gMSA.'],
      doNot: ['Do not change it to LocalSystem to get past an access denied: grant the one right that is missing.'],
      keys: [
        {
          kind: 'phrase',
          as: account,
          anchors: ['applicationpoolidentity'],
          pattern: named('applicationpoolidentity'),
        },
      ],
      sources: [pools],
      samples: ['<processModel identityType="ApplicationPoolIdentity" />'],
      notSamples: ['ApplicationPoolIdentityType'],
    },
    {
      id: 'account-iusr',
      name: 'IUSR',
      verdict: null,
      meaning:
        'The built-in anonymous user of IIS 7 and later (S-1-5-17), without a password and the same on every machine. It reads the content for anonymous requests, unless these run as the pool identity.',
      checks: ['Who reads the files? With an empty `userName` in anonymousAuthentication it is the pool, not IUSR.'],
      doNot: ['Do not give it Write on a whole site, and do not grant it where anonymous requests run as the pool.'],
      keys: [
        {
          kind: 'phrase',
          as: account,
          anchors: ['nt authority\\iusr', 'nt authority\\\\iusr', 'iusr'],
          pattern: named('(?:nt authority\\\\{1,2})?iusr'),
        },
      ],
      sources: [builtin],
      samples: ['<anonymousAuthentication enabled="true" userName="IUSR" />', 'NT AUTHORITY\\IUSR'],
      notSamples: ['IUSR_WEB1', 'IIS_IUSRS'],
    },
    {
      id: 'account-iis-iusrs',
      name: 'IIS_IUSRS',
      verdict: null,
      meaning:
        'The group that every worker process of IIS 7 and later belongs to by itself; it replaces IIS_WPG. Read on content for all pools is granted here, and "Log on as a batch job" comes from it.',
      checks: ['Does a group policy set "Log on as a batch job" without it? Then pools with accounts do not start.'],
      doNot: ['Do not grant it Write or Full Control on a site: every pool of the server would have that.'],
      keys: [
        {
          kind: 'phrase',
          as: account,
          anchors: ['builtin\\iis_iusrs', 'iis_iusrs'],
          pattern: named('(?:builtin\\\\{1,2})?iis_iusrs'),
        },
      ],
      sources: [builtin],
      samples: ['BUILTIN\\IIS_IUSRS:(OI)(CI)(RX)', 'grant Read to IIS_IUSRS'],
      notSamples: ['IIS_IUSRS2', 'MYIIS_IUSRS'],
    },
    {
      id: 'account-iis-wpg',
      name: 'IIS_WPG',
      verdict: null,
      meaning:
        'The group of worker processes on IIS 6: a pool identity has to be a member there. IIS 7 and later use IIS_IUSRS instead, to which processes belong by themselves.',
      checks: ['On IIS 7 and later: where does the name come from, an old script or migrated permissions?'],
      keys: [{ kind: 'phrase', as: account, anchors: ['iis_wpg'], pattern: named('iis_wpg') }],
      sources: [builtin],
      samples: ['member of the IIS_WPG group'],
      notSamples: ['IIS_WPG2'],
    },
    {
      id: 'account-network-service',
      name: 'NETWORK SERVICE',
      verdict: null,
      meaning:
        'A built-in account with few rights (S-1-5-20), the usual pool identity of IIS 6 and 7.0. All pools and services that run as it share it; towards other machines it is the computer account.',
      doNot: ['Do not grant rights for one site to it: every other service that runs as it gets them too.'],
      keys: [
        {
          kind: 'phrase',
          as: account,
          anchors: [
            'nt authority\\network service',
            'nt authority\\\\network service',
            'nt authority\\networkservice',
            'network service',
            'networkservice',
          ],
          // Bare words in running text are a service of a network; the account is written in capitals or as one word.
          pattern:
            /(?:NT AUTHORITY\\{1,2}(?:NETWORK SERVICE|NetworkService|NETWORKSERVICE|Network Service)|NT Authority\\{1,2}(?:NETWORK SERVICE|NetworkService|Network Service)|(?<!-k )(?:NETWORK SERVICE|NetworkService))(?![\w$-]| account's)/y,
        },
      ],
      sources: [builtin],
      samples: ['identityType="NetworkService"', 'to the user NT AUTHORITY\\NETWORK SERVICE SID (S-1-5-20)'],
      notSamples: ['a network service of the provider', 'NetworkServices', 'svchost.exe -k NetworkService -p'],
    },
    {
      id: 'account-local-service',
      name: 'LOCAL SERVICE',
      verdict: null,
      meaning:
        'A built-in account with few rights (S-1-5-19); towards other machines it is nobody. WMSVC runs as it. The most frequent user in DCOM 10016 records that mean nothing.',
      keys: [
        {
          kind: 'phrase',
          as: account,
          anchors: ['nt authority\\local service', 'nt authority\\\\local service', 'nt authority\\localservice'],
          pattern: named('nt authority\\\\{1,2}local ?service'),
        },
      ],
      sources: [builtin],
      samples: ['to the user NT AUTHORITY\\LOCAL SERVICE SID (S-1-5-19)'],
      notSamples: ['a local service of the town'],
    },
    {
      id: 'account-system',
      name: 'SYSTEM',
      verdict: null,
      meaning:
        'The operating system itself (S-1-5-18, LocalSystem). WAS, W3SVC and HTTP.sys run as it, so files they read need it in their permissions; towards other machines it is the computer account.',
      doNot: ['Do not take it out of the permissions of `inetsrv\\config`, MachineKeys or content as hardening.'],
      keys: [
        {
          kind: 'phrase',
          as: account,
          anchors: ['nt authority\\system', 'nt authority\\\\system'],
          pattern: named('nt authority\\\\{1,2}system'),
        },
      ],
      sources: [builtin],
      samples: ['to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18)'],
      notSamples: ['NT AUTHORITY\\SYSTEMS', 'the SYSTEM log'],
    },
    {
      id: 'account-local-system',
      name: 'LocalSystem as a pool identity',
      verdict: 'look',
      verdictText: 'a risk for a web application',
      meaning:
        'The operating system itself. A hole in an application that runs so gives the whole machine away; no site of your own needs it. Pools that a product made so for itself, as Exchange does (`MSExchange...`), stay as its setup left them.',
      checks: [
        'Which pool uses it? `%windir%\\system32\\inetsrv\\appcmd.exe list apppool /processModel.identityType:LocalSystem`',
      ],
      fix: 'A pool of your own: ApplicationPoolIdentity or a gMSA, with the rights it needs.',
      doNot: [
        'Do not change the identity of a pool that belongs to Exchange or another product, and do not choose it to get past an access denied.',
      ],
      keys: [
        {
          kind: 'phrase',
          as: account,
          anchors: ['identitytype="localsystem"', 'identitytype:localsystem', 'identitytype -value localsystem'],
          pattern: /identitytype(?:="|:|\s{1,4}-value\s{1,4})localsystem(?!\w)/iy,
        },
      ],
      sources: [pools],
      samples: [
        '<processModel identityType="LocalSystem" />',
        'appcmd.exe set apppool Shop /processModel.identityType:LocalSystem',
        '<add name="MSExchangeServicesAppPool"><processModel identityType="LocalSystem" /></add>',
      ],
      notSamples: ['The service runs as LocalSystem.'],
    },
    {
      id: 'account-service',
      name: 'Virtual account of a service',
      verdict: null,
      meaning:
        'The identity of the Windows service of that key name. Permissions on this machine can name it; it has no password. `NT SERVICE\\TrustedInstaller` owns the files and registry keys of Windows itself.',
      checks: ['Its SID: `sc.exe showsid <name>`'],
      doNot: ['Do not take ownership from TrustedInstaller except where a fix needs it, and give it back afterwards.'],
      keys: [
        {
          kind: 'phrase',
          as: account,
          anchors: ['nt service\\'],
          pattern: /nt\s{1,2}service\\{1,2}[\w$.-]{1,80}/iy,
        },
      ],
      sources: [builtin],
      samples: ['owner: NT SERVICE\\TrustedInstaller', 'User="NT SERVICE\\wmsvc"'],
      notSamples: ['the NT service W3SVC'],
    },
  ],
});
