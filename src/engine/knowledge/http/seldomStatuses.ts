import { defineFamily, type Fact, type NonEmpty, type Source, type Verdict } from '../fact';

const READ = '2026-11-24';
const statusList: Source = {
  document: 'Microsoft Support, KB 943891: HTTP status codes in IIS',
  says: 'The sub-statuses with their names.',
  read: READ,
};
const iis6List: Source = {
  document: 'Microsoft Support, KB 318380: status codes of IIS 5 and 6',
  says: 'The sub-statuses of IIS 6, some of which later lists no longer name.',
  read: READ,
};
const access: Source = {
  document: 'IIS documentation: the elements access and ipSecurity',
  says: 'What each flag requires, and that names are only looked up with enableReverseDns.',
  read: READ,
};

interface Seldom {
  /** `403.5` */
  readonly code: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly verdictText?: string;
  readonly meaning: string;
  readonly checks: NonEmpty<string>;
  readonly fix?: string;
  readonly doNot?: NonEmpty<string>;
  readonly sources?: NonEmpty<Source>;
}

const row = (numbers: string): string =>
  `#Fields: date time s-ip cs-method cs-uri-stem c-ip sc-status sc-substatus sc-win32-status time-taken\n2026-05-19 11:02:31 10.4.0.8 GET /reports/q2.asp 10.4.9.31 ${numbers} 15`;

function fact({ code, name, sources, ...rest }: Seldom): Fact {
  const [status = 0, substatus = 0] = code.split('.').map(Number);
  return {
    id: `status-${status}-${substatus}`,
    name: `${code}: ${name}`,
    keys: [{ kind: 'status', status, substatus }],
    sources: sources ?? [statusList],
    samples: [`HTTP Error ${code}`, row(`${status} ${substatus} 0`)],
    notSamples: [`it took ${code} seconds`, `HTTP Error ${status}.${substatus}9`],
    ...rest,
  };
}

const TRACE = 'The failed request trace of such a request: it names the module, the header and what was wrong with it.';

/** Requests that Application Request Routing could not use. */
const routing: readonly Seldom[] = [
  {
    code: '400.601',
    name: 'ARR could not use the request',
    verdict: 'look',
    meaning:
      'Application Request Routing found the request itself malformed before it was passed on. The server behind never saw it.',
    checks: [TRACE],
  },
  {
    code: '400.602',
    name: 'ARR could not read a time',
    verdict: 'look',
    meaning:
      'A header of the request that holds a date, such as `If-Modified-Since`, is not in the form of HTTP. Application Request Routing refuses it; the server behind never saw it.',
    checks: ['Which client is it? Programs that write dates in the form of their own country do this.', TRACE],
  },
  {
    code: '400.603',
    name: 'ARR could not read a range',
    verdict: 'look',
    meaning:
      'The header `Range` of the request, with which a client asks for a piece of a file, cannot be read. Application Request Routing refuses it; the server behind never saw it.',
    checks: ['Which client is it, and what does its `Range` header say?', TRACE],
  },
  {
    code: '400.604',
    name: 'the client left while ARR worked for it',
    verdict: 'benign',
    verdictText: 'mostly harmless',
    meaning:
      'The connection of the client was gone before Application Request Routing had its answer: a closed tab, or a client that did not want to wait longer.',
    checks: ['Many, with a long time-taken? Then the server behind is slow, and visitors give up.'],
  },
  {
    code: '400.606',
    name: 'ARR: two ends of a request met',
    verdict: 'look',
    verdictText: 'mostly harmless',
    meaning:
      'An asynchronous step of Application Request Routing ended while the request was already being ended for another reason, such as a client that left. Single ones mean nothing.',
    checks: ['Only if they are many: which other status does the same client get at that time, and is ARR up to date?'],
  },
];

const POLICY_CHECK =
  'Is this application meant to use a store of Authorization Manager? URL authorization of IIS 7 and later needs none.';

/** URL authorization of IIS 6, which asked a store of Authorization Manager. */
const policies: readonly Seldom[] = [
  {
    code: '401.7',
    name: 'refused by a URL authorization policy',
    verdict: 'look',
    meaning:
      'IIS 6 with URL authorization: the rules in a store of Authorization Manager do not let this user have the URL. IIS 7 and later have `authorization` instead, and answer 401.2.',
    checks: ['Which role and scope does the policy name for this URL, and is the user in that role?'],
    fix: 'Give the user the role in Authorization Manager (azman.msc).',
    sources: [iis6List],
  },
  {
    code: '500.17',
    name: 'the store of URL authorization is not there',
    verdict: 'act',
    meaning:
      'IIS 6 with URL authorization: the store of Authorization Manager that the application names was not found.',
    checks: [POLICY_CHECK],
    fix: 'Correct the path of the store in the metabase (AzStoreName), or switch the feature off for the application.',
    sources: [iis6List],
  },
  {
    code: '500.18',
    name: 'the store of URL authorization cannot be opened',
    verdict: 'act',
    meaning:
      'IIS 6 with URL authorization: the store of Authorization Manager was found and could not be opened, mostly for a missing right of the pool identity or because the file is damaged.',
    checks: ['Can the pool identity read the store? A store in Active Directory has readers of its own.', POLICY_CHECK],
    fix: 'Give the pool identity Read on the store, or restore it from a backup.',
    sources: [iis6List],
  },
  {
    code: '500.20',
    name: 'the scope of URL authorization is not there',
    verdict: 'act',
    meaning:
      'IIS 6 with URL authorization: the store of Authorization Manager was read, and has no scope of the name that the application asks for.',
    checks: [POLICY_CHECK],
    fix: 'Correct the name of the scope in the metabase (AzScopeName), or make that scope in the store.',
    sources: [iis6List],
  },
];

/** What is left of the refusals. */
const refusals: readonly Seldom[] = [
  {
    code: '403.5',
    name: '128-bit encryption is required',
    verdict: 'act',
    meaning:
      '`sslFlags` of `access` contains Ssl128, and the request came by http or with a weaker cipher. Every TLS of today has 128 bits or more, so it is nearly always plain http.',
    checks: ['Did the visitor use http? Behind a proxy that ends TLS every request arrives like that.'],
    fix: 'Use https; where a proxy ends TLS, take Ssl and Ssl128 out of `sslFlags` for this path.',
    sources: [statusList, access],
  },
  {
    code: '403.8',
    name: 'the name of the client is refused',
    verdict: 'look',
    meaning:
      'A rule of `ipSecurity` refuses clients by DNS name. IIS looks up the name behind each address for it (`enableReverseDns`), so that also a missing or wrong reverse entry decides.',
    checks: ['`nslookup.exe <client address>` on the server: which name comes back, if any?'],
    fix: 'Rules by address instead of by name; they need no lookup and cannot be fooled by a reverse entry.',
    sources: [statusList, access],
  },
  {
    code: '403.9',
    name: 'too many connections',
    verdict: 'act',
    meaning:
      'A limit on connections is reached: the one that desktop editions of Windows have built in, or that of a site on IIS 5. From IIS 6 on the limit of a site answers 503 instead (HTTPERR: ConnLimit).',
    checks: ['Is it a server or a desktop edition of Windows, and which version of IIS?'],
    fix: 'Serve the site from a server edition; on IIS 5 raise the limit of the site.',
  },
  {
    code: '403.11',
    name: 'the password was changed',
    verdict: 'look',
    meaning: 'The account exists, and its password is not the one that was used when access was granted.',
    checks: [
      'Which stored password is it: of a virtual directory (`connectAs`), a mapping, or a saved one of a client?',
    ],
    fix: 'Enter the new password where the old one is stored.',
  },
  {
    code: '403.12',
    name: 'the certificate is mapped to nobody with access',
    verdict: 'look',
    meaning:
      'The client certificate was accepted, and the mapping of certificates to accounts refuses it: a rule denies it, or the account that it leads to may not have this path.',
    checks: [
      'The mapping rules of the site (`iisClientCertificateMappingAuthentication`), or those of Active Directory.',
    ],
    fix: 'Correct the rule, or give the mapped account the right on the content.',
  },
  {
    code: '403.15',
    name: 'client access licences are used up',
    verdict: 'act',
    meaning:
      'Windows 2000 and 2003: every client access licence of the server was in use by a logged-on user (License Logging). Later systems have no such limit.',
    checks: ['Is the License Logging service running, and in which mode (per server, per seat)?'],
    fix: 'Add the licences that the server has, or release sessions that are no longer used.',
    sources: [iis6List],
  },
  {
    code: '403.20',
    name: 'the Passport logon failed',
    verdict: 'look',
    verdictText: 'a service of the past',
    meaning:
      'Authentication with Microsoft Passport, which Windows Server 2003 had. That service is gone, so it cannot succeed any more.',
    checks: ['Which site still has Passport authentication switched on?'],
    fix: 'Choose another authentication for the site.',
    sources: [iis6List],
  },
  {
    code: '403.21',
    name: 'the source of a script is not given out',
    verdict: 'look',
    meaning:
      'A WebDAV client asked for the source of a file that is run on the server (`Translate: f`), and its authoring rules do not allow Source.',
    checks: ['Does this user need to edit scripts through WebDAV? Then look at `authoringRules` of that path.'],
    fix: 'An authoring rule with Source for just those users and files.',
    doNot: ['Do not allow Source for everybody: it hands out code with its connection strings.'],
  },
  {
    code: '403.22',
    name: 'WebDAV refuses to list a whole tree',
    verdict: 'benign',
    verdictText: 'works as set',
    meaning:
      'A PROPFIND with `Depth: infinity` asked for a folder with everything below it. WebDAV of IIS refuses that unless it is allowed, because one such request can keep the server busy.',
    checks: ['Does the client work without it? Most ask again folder by folder.'],
    fix: 'Only for a client that needs it: `allowInfinitePropfindDepth` of `webdav/authoring/properties`.',
  },
];

const others: readonly Seldom[] = [
  {
    code: '404.1',
    name: 'no site for this address',
    verdict: 'act',
    meaning: 'The request reached IIS by an address, port or host name to which no started site answers.',
    checks: ['Which bindings are there, and is the site started? `%windir%\\system32\\inetsrv\\appcmd.exe list site`'],
    fix: 'Start the site, or add the binding for that host name, address and port.',
  },
  {
    code: '404.20',
    name: 'the path has too many segments',
    verdict: 'look',
    meaning:
      'The URL has more parts between slashes than the server takes. HTTP.sys has such a limit (`UrlSegmentMaxCount`, 255 by default); real pages stay far below.',
    checks: ['Is it a link that grows with every click (a relative link to itself), or a scanner?'],
    fix: 'Correct the link that makes such addresses.',
    doNot: ['Do not raise the limit for requests that no page of yours makes.'],
  },
  {
    code: '500.16',
    name: 'the file share cannot be used',
    verdict: 'act',
    meaning:
      'The content lies on a file share, and the account for it was refused: a wrong password, an account that may not log on, or no right on share or folder.',
    checks: [
      'Which account is it? `%windir%\\system32\\inetsrv\\appcmd.exe list vdir /text:userName`; without one it is the visitor or the pool identity.',
    ],
    fix: 'Enter the right password for `connectAs`, or give the account Read on the share and in NTFS.',
    doNot: ['Do not open the share to Everyone.'],
    sources: [iis6List],
  },
];

/** Sub-statuses that are seldom seen, each with more than its name. */
export default defineFamily({ facts: [...routing, ...policies, ...refusals, ...others].map(fact) });
