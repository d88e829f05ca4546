import { setValue } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { poolsAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'unknown-runtime-version',
  severity: 'error',
  profile: 'correctness',
  title: 'A .NET runtime that does not exist',
  why: '`managedRuntimeVersion` names the common language runtime, not the .NET Framework: `v4.0` runs everything from 4.0 to 4.8, `v2.0` everything from 2.0 to 3.5. Nothing at all (`""`) means no managed code, which is right for ASP.NET Core and static sites. With any other text the worker process finds no runtime to load and managed requests fail.',
  sources: [
    {
      document: 'add element of applicationPools, IIS configuration reference',
      says: 'managedRuntimeVersion is v1.1, v2.0, v4.0 or empty',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop" managedRuntimeVersion="v4.5" />', 'v4.5'),
      pools('<add name="Shop" managedRuntimeVersion="4.0" />'),
      pools('<applicationPoolDefaults managedRuntimeVersion="v3.5" /><add name="Shop" />', 'v3.5'),
      pools('<add name="Shop" managedRuntimeVersion="No Managed Code" />'),
      pools('<add name="Shop" managedRuntimeVersion="v8.0" />'),
    ],
    good: [
      pools('<add name="Shop" managedRuntimeVersion="v4.0" /><add name="Till" managedRuntimeVersion="v2.0" />'),
      pools('<add name="Shop" managedRuntimeVersion="" /><add name="Till" />'),
      pools('<add name="Shop" managedRuntimeVersion="V4.0" /><add name="Till" managedRuntimeVersion="v4.0.30319" />'),
      pools(
        '<add name="Shop" managedRuntimeVersion="$(Runtime)" /><add name="Till" managedRuntimeVersion="[RUNTIME]" />',
      ),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const pool of poolsAndDefaults(context)) {
      const written = pool.value('managedRuntimeVersion').origin?.attribute;
      const version = written?.value.trim() ?? '';
      if (!written || version === '' || isPlaceholder(version) || /^v(?:1\.[01]|2\.0|4\.0)(?:\.\d+)?$/i.test(version))
        continue;
      const meant = meantBy(version);
      report({
        at: written.valueRange,
        message: `There is no runtime ${quoted(version)}: managed requests fail. The versions are v4.0 (also for .NET Framework 4.5 to 4.8), v2.0 (also for 3.0 and 3.5), and "" for no managed code, as ASP.NET Core wants it.`,
        fixes:
          meant === null ? [] : [{ title: `Change to "${meant}"`, edits: [setValue(written, meant)], isSafe: false }],
      });
    }
  },
});

function meantBy(version: string): string | null {
  if (/no\s*managed|^none$/i.test(version)) return '';
  const major = /^v?(\d)(?:\.\d|$)/i.exec(version)?.[1];
  if (major === '4') return 'v4.0';
  return major === '2' || major === '3' ? 'v2.0' : null;
}
