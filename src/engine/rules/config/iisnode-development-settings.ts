import { setValue } from '../../config/edits';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';

const SETTINGS = {
  devErrorsEnabled: 'every visitor gets the output of the program and its stack traces when it fails',
  debuggingEnabled: 'visitors can open the debugger of the program below its address',
} as const;

export default defineConfigRule({
  id: 'iisnode-development-settings',
  severity: 'warning',
  profile: 'recommended',
  title: 'iisnode with settings for developing',
  why: 'iisnode can show the output of a failed program in the response (`devErrorsEnabled`) and open its debugger to the web (`debuggingEnabled`). Both are for the machine of a developer; on a server they hand out code and data.',
  sources: [
    {
      document: 'iisnode, web.config settings reference',
      says: 'devErrorsEnabled sends error details to the client; set both to false in production',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><iisnode node_env="production" devErrorsEnabled="true" /></system.webServer>',
        at: 'true',
      },
      '<location path="a"><system.webServer><iisnode debuggingEnabled="True" devErrorsEnabled="false" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><iisnode devErrorsEnabled="false" debuggingEnabled="false" loggingEnabled="true" /></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections('system.webServer/iisnode'))
      for (const [name, what] of Object.entries(SETTINGS)) {
        const written = attributeOf(element, name);
        if (written?.value.trim().toLowerCase() !== 'true') continue;
        report({
          at: written.valueRange,
          message: `With ${name} ${what}. It is for developing only.`,
          fixes: [{ title: `Set ${name}="false"`, edits: [setValue(written, 'false')], isSafe: false }],
        });
      }
    return undefined;
  },
});
