import { serverSection, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { host } from '../serverExamples';

const php = (attributes: string) =>
  host(
    `<system.webServer><fastCgi><application fullPath="D:\\PHP\\php-cgi.exe" ${attributes} /></fastCgi></system.webServer>`,
  );

export default defineConfigRule({
  id: 'fastcgi-activity-timeout-too-long',
  severity: 'information',
  profile: 'recommended',
  title: 'The activity time-out is longer than a request may take',
  why: '`requestTimeout`, 90 seconds unless written, ends a FastCGI request whatever it does. `activityTimeout` ends one that says nothing for so long. When the second is longer than the first it never comes to pass; mostly somebody raised only one of the two for long requests, which still end after the other.',
  sources: [
    {
      document: 'application element of fastCgi, IIS configuration reference',
      says: 'activityTimeout is 70 seconds by default, requestTimeout 90 seconds',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [php('activityTimeout="600"'), php('activityTimeout="600" requestTimeout="300"')],
    good: [php('activityTimeout="600" requestTimeout="600"'), php(''), php('requestTimeout="600"')],
  },
  check(context) {
    for (const application of serverSection('system.webServer/fastCgi', context)?.entries ?? []) {
      const activity = Number(application.text('activityTimeout').trim());
      const request = Number(application.text('requestTimeout').trim());
      if (!(activity > request) || !application.value('activityTimeout').origin) continue;
      context.report({
        at: writtenAt(application, 'activityTimeout'),
        message: `A request ends after ${request} seconds (requestTimeout), so that an activityTimeout of ${activity} has no effect. Raise requestTimeout too, or lower activityTimeout.`,
      });
    }
  },
});
