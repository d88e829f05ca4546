import { bindingsOf, serverSection, sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { ftpSite, host } from '../serverExamples';

const BASIC =
  '<ssl serverCertHash="57686f61" /><authentication><basicAuthentication enabled="true" /></authentication>';
const withDenial = (denial: string, security = BASIC) =>
  host(
    `<system.applicationHost><sites>${ftpSite(security, false)}</sites></system.applicationHost><system.ftpServer><security>${denial}</security></system.ftpServer>`,
  );

export default defineConfigRule({
  id: 'ftp-logon-attempts-unlimited',
  severity: 'information',
  profile: 'hardening',
  title: 'FTP passwords may be guessed without end',
  why: 'Programs that try passwords find an FTP server within a day. `denyByFailure` shuts an address out after some failed sign-ins within a short time, and slows them down to nothing. It is off unless switched on, since IIS 8 for the whole server.',
  sources: [
    {
      document: 'IIS 8.0 FTP logon attempt restrictions, Microsoft Learn',
      says: 'denyByFailure refuses an address after maxFailure failures within entryExpiration',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      withDenial(''),
      withDenial('<authentication><denyByFailure enabled="false" /></authentication>', BASIC),
      withDenial('<authentication><denyByFailure enabled="true" loggingOnlyMode="true" /></authentication>'),
    ],
    good: [
      withDenial(
        '<authentication><denyByFailure enabled="true" maxFailure="4" entryExpiration="00:00:30" /></authentication>',
      ),
      withDenial(
        '',
        '<ssl serverCertHash="57686f61" /><authentication><anonymousAuthentication enabled="true" /></authentication>',
      ),
      host('<system.ftpServer><security><authentication /></security></system.ftpServer>'),
    ],
  },
  check(context) {
    const denial = serverSection('system.ftpServer/security/authentication', context)?.element('denyByFailure');
    if (!denial || (denial.isTrue('enabled') && !denial.isTrue('loggingOnlyMode'))) return;
    for (const one of sitesOf(context)) {
      const basic = one
        .element('ftpServer')
        ?.element('security')
        ?.element('authentication')
        ?.element('basicAuthentication');
      if (!basic?.isTrue('enabled') || !bindingsOf(one).some(({ protocol }) => protocol === 'ftp')) continue;
      // One switch serves all sites.
      context.report({
        at: writtenAt(basic, 'enabled'),
        message:
          'Passwords of FTP users may be guessed without end: denyByFailure in system.ftpServer/security/authentication is off. Switch it on for the server.',
      });
      return;
    }
  },
});
