import { defineTexts } from '../texts';

const SECURITY = 'system.webServer/security';
const LOGON = `${SECURITY}/authentication`;
const FILTER = `${SECURITY}/requestFiltering`;

export default defineTexts({
  [`${SECURITY}/access@sslFlags`]:
    '`Ssl` refuses plain http with 403.4; `SslNegotiateCert` asks for a client certificate, `SslRequireCert` insists on one.',
  [`${LOGON}/anonymousAuthentication@enabled`]: 'Whether requests without a user are let in.',
  [`${LOGON}/anonymousAuthentication@userName`]:
    'Account for such requests. Empty is the identity of the pool, which saves a second account with rights.',
  [`${LOGON}/anonymousAuthentication@password`]: 'Password of that account; IUSR has none.',
  [`${LOGON}/anonymousAuthentication@logonMethod`]: 'How that account is logged on.',
  [`${LOGON}/basicAuthentication@enabled`]:
    'Whether browsers may send user name and password with every request. They are readable on the way unless TLS is required.',
  [`${LOGON}/basicAuthentication@realm`]: 'Name that browsers show when they ask.',
  [`${LOGON}/basicAuthentication@defaultLogonDomain`]: 'Domain of users who write none.',
  [`${LOGON}/basicAuthentication@logonMethod`]: 'How users are logged on.',
  [`${LOGON}/digestAuthentication@enabled`]:
    'Whether Digest is offered. It needs a domain, and clients hardly use it any more.',
  [`${LOGON}/windowsAuthentication`]:
    'Logs users on with their Windows account. IIS ships with this section locked for `web.config`.',
  [`${LOGON}/windowsAuthentication@enabled`]: 'Whether Windows logon is offered.',
  [`${LOGON}/windowsAuthentication@useKernelMode`]:
    'Whether HTTP.sys does it with the account of the machine. Service principal names then belong to the machine.',
  [`${LOGON}/windowsAuthentication@useAppPoolCredentials`]:
    'Whether Kerberos tickets are opened with the identity of the pool even in kernel mode: for pools that run as a domain account.',
  [`${LOGON}/windowsAuthentication@authPersistSingleRequest`]:
    'Whether every request is logged on anew, not every connection.',
  [`${LOGON}/windowsAuthentication@authPersistNonNTLM`]: 'Whether a Kerberos logon lasts for the connection.',
  [`${LOGON}/windowsAuthentication/providers/add@value`]:
    '`Negotiate` tries Kerberos and falls back to NTLM; the order is the one in which clients see them.',
  [`${LOGON}/windowsAuthentication/extendedProtection@tokenChecking`]:
    'Whether a logon must belong to its TLS connection, against relays. `Require` refuses clients that cannot prove it.',
  [`${LOGON}/windowsAuthentication/extendedProtection@flags`]: 'Exceptions from that check, for proxies.',
  [`${LOGON}/clientCertificateMappingAuthentication@enabled`]:
    'Whether client certificates are mapped to users by Active Directory.',
  [`${LOGON}/iisClientCertificateMappingAuthentication@enabled`]:
    'Whether client certificates are mapped to users by the lists in this section.',
  [`${LOGON}/iisClientCertificateMappingAuthentication@oneToOneCertificateMappingsEnabled`]:
    'Whether single certificates are mapped.',
  [`${LOGON}/iisClientCertificateMappingAuthentication@manyToOneCertificateMappingsEnabled`]:
    'Whether certificates are mapped by what stands in them.',
  [`${SECURITY}/authorization`]: 'Who may come in, by user, group and verb. A deny wins over an allow.',
  [`${SECURITY}/authorization@bypassLoginPages`]:
    'Whether the login page of forms authentication is open to everybody.',
  [`${SECURITY}/authorization/add@accessType`]: 'Whether the rule allows or denies.',
  [`${SECURITY}/authorization/add@users`]:
    'Users, with commas between them: `*` is everybody, `?` those without a logon.',
  [`${SECURITY}/authorization/add@roles`]: 'Groups or roles, with commas between them.',
  [`${SECURITY}/authorization/add@verbs`]: 'Verbs that the rule is for; empty is all.',
  [`${SECURITY}/ipSecurity`]: 'Which addresses may come in. IIS ships with this section locked for `web.config`.',
  [`${SECURITY}/ipSecurity@allowUnlisted`]:
    'Whether addresses without an entry may come in. `false` and no entry closes the site to all.',
  [`${SECURITY}/ipSecurity@enableReverseDns`]:
    'Looks the name of every address up, which is slow. Needed for entries by domain name.',
  [`${SECURITY}/ipSecurity@enableProxyMode`]:
    'Looks at the addresses in X-Forwarded-For as well. Clients can write what they like there.',
  [`${SECURITY}/ipSecurity@denyAction`]: 'How refused clients are answered: 401, 403, 404 or not at all.',
  [`${SECURITY}/ipSecurity/add@ipAddress`]: 'An address, or with the mask a net.',
  [`${SECURITY}/ipSecurity/add@subnetMask`]: 'Mask of the net; 255.255.255.255 is the single address.',
  [`${SECURITY}/ipSecurity/add@domainName`]: 'A domain name, looked up in reverse for every request.',
  [`${SECURITY}/ipSecurity/add@allowed`]: 'Whether it may come in.',
  [`${SECURITY}/dynamicIpSecurity`]:
    'Refuses addresses that send too much. IIS ships with this section locked for `web.config`.',
  [`${SECURITY}/dynamicIpSecurity@enableLoggingOnlyMode`]: 'Only logs what would be refused.',
  [`${SECURITY}/dynamicIpSecurity@enableProxyMode`]: 'Counts by the address in X-Forwarded-For.',
  [`${SECURITY}/dynamicIpSecurity/denyByConcurrentRequests@enabled`]:
    'Refuses an address with too many requests at a time.',
  [`${SECURITY}/dynamicIpSecurity/denyByConcurrentRequests@maxConcurrentRequests`]: 'How many are too many.',
  [`${SECURITY}/dynamicIpSecurity/denyByRequestRate@enabled`]: 'Refuses an address with too many requests in a time.',
  [`${SECURITY}/dynamicIpSecurity/denyByRequestRate@maxRequests`]: 'How many are too many.',
  [`${SECURITY}/dynamicIpSecurity/denyByRequestRate@requestIntervalInMilliseconds`]: 'The time, in milliseconds.',
  [`${SECURITY}/isapiCgiRestriction`]:
    'The ISAPI DLLs and CGI programs that may run on this server. Others are answered with 404.2.',
  [`${SECURITY}/isapiCgiRestriction@notListedIsapisAllowed`]: 'Whether DLLs without an entry may run. Leave it off.',
  [`${SECURITY}/isapiCgiRestriction@notListedCgisAllowed`]: 'Whether programs without an entry may run. Leave it off.',
  [`${SECURITY}/isapiCgiRestriction/add@path`]: 'The DLL or program; with arguments exactly as the handler has them.',
  [`${SECURITY}/isapiCgiRestriction/add@allowed`]: 'Whether it may run.',
  [`${SECURITY}/isapiCgiRestriction/add@groupId`]: 'Name by which entries that belong together are switched together.',
  [`${SECURITY}/isapiCgiRestriction/add@description`]: 'Words for people.',
  [FILTER]: 'What IIS refuses before any code sees it. Refusals are 404 with sub-status 5 to 20.',
  [`${FILTER}@allowDoubleEscaping`]:
    'Whether a path may be escaped twice, which also lets `+` in. Off, such requests get 404.11.',
  [`${FILTER}@allowHighBitCharacters`]: 'Whether paths may hold letters beyond ASCII. Off, such requests get 404.12.',
  [`${FILTER}@unescapeQueryString`]: 'Whether the query is checked unescaped as well.',
  [`${FILTER}@removeServerHeader`]:
    'Leaves the header Server out of responses. Servers before IIS 10 do not know this attribute and answer 500.19.',
  [`${FILTER}/requestLimits@maxAllowedContentLength`]:
    'Largest request body in bytes, 30000000 by default. Longer ones get 404.13; ASP.NET has a limit of its own in `httpRuntime`, in kilobytes.',
  [`${FILTER}/requestLimits@maxUrl`]: 'Longest path in bytes; longer ones get 404.14.',
  [`${FILTER}/requestLimits@maxQueryString`]: 'Longest query in bytes; longer ones get 404.15.',
  [`${FILTER}/requestLimits/headerLimits/add@header`]: 'Name of a header.',
  [`${FILTER}/requestLimits/headerLimits/add@sizeLimit`]: 'Longest value of it in bytes; longer ones get 404.10.',
  [`${FILTER}/fileExtensions@allowUnlisted`]:
    'Whether extensions without an entry are let in. `false` with a list of allowed ones is the stricter way.',
  [`${FILTER}/fileExtensions@applyToWebDAV`]: 'Whether WebDAV requests are checked too.',
  [`${FILTER}/fileExtensions/add@fileExtension`]: 'Extension with its dot; `.` stands for paths without one.',
  [`${FILTER}/fileExtensions/add@allowed`]: 'Whether it is let in; else 404.7.',
  [`${FILTER}/verbs@allowUnlisted`]: 'Whether verbs without an entry are let in.',
  [`${FILTER}/verbs@applyToWebDAV`]: 'Whether WebDAV requests are checked too.',
  [`${FILTER}/verbs/add@verb`]: 'A verb, as in `TRACE`.',
  [`${FILTER}/verbs/add@allowed`]: 'Whether it is let in; else 404.6.',
  [`${FILTER}/hiddenSegments@applyToWebDAV`]: 'Whether WebDAV requests are checked too.',
  [`${FILTER}/hiddenSegments/add@segment`]:
    'A part of a path that nobody may ask for, such as `bin`; such requests get 404.8.',
  [`${FILTER}/denyUrlSequences/add@sequence`]: 'Letters that no path may hold; such requests get 404.5.',
  [`${FILTER}/denyQueryStringSequences/add@sequence`]: 'Letters that no query may hold; such requests get 404.18.',
  [`${FILTER}/alwaysAllowedUrls/add@url`]: 'A path that is let in whatever the other lists say.',
  [`${FILTER}/alwaysAllowedQueryStrings/add@queryString`]: 'A query that is let in whatever the other lists say.',
  [`${FILTER}/filteringRules/filteringRule@name`]: 'Name of the rule.',
  [`${FILTER}/filteringRules/filteringRule@scanUrl`]: 'Whether the path is searched.',
  [`${FILTER}/filteringRules/filteringRule@scanQueryString`]: 'Whether the query is searched.',
  [`${FILTER}/filteringRules/filteringRule/denyStrings/add@string`]:
    'Letters that are searched for; a request with them gets 404.19.',
});
