import { isPlaceholder } from '../../config/placeholder';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'invalid-target-framework',
  severity: 'error',
  profile: 'correctness',
  title: 'A target framework that ASP.NET does not know',
  why: '`targetFramework` is a version of .NET Framework from 4.0 to 4.8.1. ASP.NET refuses lower ones, later ones than what is installed, and names such as `net48`, with a configuration error on every request. Applications for .NET Framework 2.0 to 3.5 leave the attribute out and run in a pool with runtime v2.0.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, MultiTargetingUtil and HttpRuntimeSection',
      says: 'versions below 4.0 and above the installed one are refused, and so is what is no version',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><compilation targetFramework="3.5" /></system.web>', at: '3.5' },
      '<system.web><compilation targetFramework="net48" /></system.web>',
      '<system.web><httpRuntime targetFramework="v4.7.2" /></system.web>',
      '<system.web><compilation targetFramework="6.0" /></system.web>',
    ],
    good: [
      '<system.web><compilation targetFramework="4.8.1" /><httpRuntime targetFramework="4.5" /></system.web>',
      '<system.web><compilation targetFramework=".NETFramework,Version=v4.6" /></system.web>',
      '<system.web><compilation targetFramework="$(TargetFramework)" /></system.web>',
      '<system.web><compilation debug="false" targetFramework="" /></system.web>',
    ],
  },
  check(context) {
    for (const section of ['compilation', 'httpRuntime']) {
      for (const { attribute, value } of settingsOf(context, `system.web/${section}`, 'targetFramework')) {
        if (value === '' || isPlaceholder(value) || /^\.NETFramework,/i.test(value)) continue;
        const [, major, minor] = /^(\d{1,3})\.(\d{1,3})(?:\.\d{1,5}){0,2}$/.exec(value) ?? [];
        if (Number(major) === 4 && Number(minor) <= 8) continue;
        // What httpRuntime does with versions out of range is another matter; it only has to be a version.
        if (section === 'httpRuntime' && major !== undefined) continue;
        context.report({
          at: attribute.valueRange,
          message: `targetFramework is a version from 4.0 to 4.8.1, not ${quoted(value)}: ASP.NET answers every request with a configuration error.`,
        });
      }
    }
  },
});
