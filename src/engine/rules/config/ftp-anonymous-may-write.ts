import { bindingsOf, sitesOf } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { ftpSite, host } from '../serverExamples';

const ANONYMOUS =
  '<ssl serverCertHash="57686f61" /><authentication><anonymousAuthentication enabled="true" /></authentication>';
const BASIC = ANONYMOUS.replace('anonymousAuthentication', 'basicAuthentication');

const withRules = (security: string, rules: string, path = 'Files') =>
  host(
    `<system.applicationHost><sites>${ftpSite(security, false)}</sites></system.applicationHost><location path="${path}"><system.ftpServer><security><authorization>${rules}</authorization></security></system.ftpServer></location>`,
  );

export default defineConfigRule({
  id: 'ftp-anonymous-may-write',
  severity: 'warning',
  profile: 'recommended',
  title: 'Anybody may upload files by FTP',
  why: 'With anonymous authentication a rule for all users (`*`) or for anonymous ones (`?`) with the permission to write lets anybody on the network put files on the server. Such servers are found within hours and used to pass on files, and where the folder belongs to a web site, to run programs.',
  sources: [
    {
      document: 'authorization element of system.ftpServer/security, IIS configuration reference',
      says: 'rules allow or deny Read and Write; * is everybody and ? anonymous users',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      withRules(ANONYMOUS, '<add accessType="Allow" users="*" permissions="Read, Write" />'),
      withRules(ANONYMOUS, '<add accessType="Allow" users="?" permissions="Write" />', 'files'),
    ],
    good: [
      withRules(
        ANONYMOUS,
        '<add accessType="Allow" users="*" permissions="Read" /><add accessType="Allow" users="CORP\\web" permissions="Read, Write" />',
      ),
      withRules(BASIC, '<add accessType="Allow" users="*" permissions="Read, Write" />'),
      withRules(
        ANONYMOUS,
        '<add accessType="Deny" users="?" permissions="Write" /><add accessType="Allow" roles="Editors" permissions="Write" />',
      ),
      withRules(ANONYMOUS, '<add accessType="Allow" users="*" permissions="Read, Write" />', 'Other'),
      withRules(
        ANONYMOUS,
        '<add accessType="Deny" users="?" permissions="Write" /><add accessType="Allow" users="*" permissions="Read, Write" />',
      ),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const one of sitesOf(context)) {
      const authentication = one.element('ftpServer')?.element('security')?.element('authentication');
      if (!authentication?.element('anonymousAuthentication')?.isTrue('enabled')) continue;
      if (!bindingsOf(one).some(({ protocol }) => protocol === 'ftp')) continue;
      const rules =
        context.hierarchy.effective('system.ftpServer/security/authorization', one.text('name'))?.element.entries ?? [];
      const forAll = rules.filter(
        (rule) =>
          rule
            .text('users')
            .split(',')
            .some((user) => /^\s*[*?]\s*$/.test(user)) &&
          rule
            .text('permissions')
            .split(',')
            .some((permission) => permission.trim().toLowerCase() === 'write'),
      );
      const allows = forAll.find((rule) => rule.text('accessType').trim().toLowerCase() === 'allow');
      const element = allows?.origin?.element;
      if (!element || forAll.some((rule) => rule.text('accessType').trim().toLowerCase() === 'deny')) continue;
      report({
        at: element.attributes.find(({ name }) => name === 'permissions')?.valueRange ?? element.nameRange,
        message: `Anonymous users may write to FTP site ${quoted(one.text('name'))}: anybody can put files on the server. Take Write out here, or switch anonymous authentication off.`,
      });
    }
  },
});
