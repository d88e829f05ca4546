import { serverSection, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { host } from '../serverExamples';

/** What php-cgi.exe serves before it ends itself, where the variable is not set. */
const PHP_DEFAULT = 500;

const php = (attributes: string, limit?: string) =>
  host(
    `<system.webServer><fastCgi><application fullPath="D:\\PHP\\php-cgi.exe" ${attributes}>${
      limit === undefined
        ? ''
        : `<environmentVariables><environmentVariable name="PHP_FCGI_MAX_REQUESTS" value="${limit}" /></environmentVariables>`
    }</application></fastCgi></system.webServer>`,
  );

export default defineConfigRule({
  id: 'fastcgi-requests-beyond-php-limit',
  severity: 'warning',
  profile: 'recommended',
  title: 'PHP ends its process before IIS recycles it',
  why: '`php-cgi.exe` ends itself after `PHP_FCGI_MAX_REQUESTS` requests, 500 unless set. IIS recycles the process after `instanceMaxRequests`. When the number of IIS is the larger one, PHP goes away while IIS still sends requests to it, and now and then one is answered with 500. Set `instanceMaxRequests` no higher than the variable.',
  sources: [
    {
      document: 'fastCgi element, IIS configuration reference',
      says: 'instanceMaxRequests is to be lower than or equal to PHP_FCGI_MAX_REQUESTS',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [php('instanceMaxRequests="10000"'), php('instanceMaxRequests="10000"', '1000'), php('', '100')],
    good: [
      php('instanceMaxRequests="10000"', '10000'),
      php('instanceMaxRequests="10000"', '10001'),
      php(''),
      php('instanceMaxRequests="10000"', '0'),
      php('instanceMaxRequests="10000"', '$(Limit)'),
      host(
        '<system.webServer><fastCgi><application fullPath="D:\\Python\\python.exe" arguments="wfastcgi.py" instanceMaxRequests="10000" /></fastCgi></system.webServer>',
      ),
    ],
  },
  check(context) {
    for (const application of serverSection('system.webServer/fastCgi', context)?.entries ?? []) {
      if (!/[\\/]php-cgi\.exe"?$/i.test(application.text('fullPath').trim())) continue;
      const variables = application.element('environmentVariables')?.entries ?? [];
      const variable = variables.find((one) => one.text('name').toUpperCase() === 'PHP_FCGI_MAX_REQUESTS');
      const limit = variable ? Number(variable.text('value').trim()) : PHP_DEFAULT;
      const requests = Number(application.text('instanceMaxRequests').trim());
      // 0 means for ever.
      if (!(limit > 0 && requests > limit)) continue;
      context.report({
        at: application.value('instanceMaxRequests').origin
          ? writtenAt(application, 'instanceMaxRequests')
          : writtenAt(variable ?? application, variable ? 'value' : 'fullPath'),
        message: `PHP ends its process after ${limit} requests${variable ? '' : ', its default'}, and IIS sends it ${requests}: some are answered with 500. Set PHP_FCGI_MAX_REQUESTS to ${requests} or more, or lower instanceMaxRequests.`,
      });
    }
  },
});
