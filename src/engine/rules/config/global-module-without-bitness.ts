import { setAttribute } from '../../config/edits';
import { applicationPools, serverSection, writtenAt } from '../../config/server';
import { comparablePath } from '../../config/windowsPath';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { host } from '../serverExamples';

const withModule = (attributes: string, pools: string) =>
  host(
    `<system.applicationHost><applicationPools>${pools}</applicationPools></system.applicationHost><system.webServer><globalModules><add name="Shop" ${attributes} /></globalModules></system.webServer>`,
  );
const BOTH = '<add name="A" /><add name="B" enable32BitAppOnWin64="true" />';

export default defineConfigRule({
  id: 'global-module-without-bitness',
  severity: 'warning',
  profile: 'recommended',
  title: 'A native module for pools of the other bitness',
  why: 'Every worker process loads every global module whose precondition holds. A 64-bit DLL cannot be loaded by a pool with `enable32BitAppOnWin64`, nor a 32-bit one by the others: the process ends at once (event 2280 or 2282, 0x800700C1) and the pool answers 503. `preCondition="bitness64"` or `"bitness32"` keeps it out where it does not fit.',
  sources: [
    {
      document: 'Event ID 2280 and 2282, IIS W3SVC-WP',
      says: 'a module DLL that cannot be loaded ends the worker process, often for its bitness',
      read: '2026-11-24',
    },
    {
      document: 'add element of globalModules, IIS configuration reference',
      says: 'preCondition takes bitness32 and bitness64',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      withModule('image="C:\\Program Files\\Shop\\shop.dll"', BOTH),
      withModule('image="D:\\Shop (x86)\\shop.dll" preCondition="integratedMode"', BOTH),
    ],
    good: [
      withModule('image="C:\\Program Files\\Shop\\shop.dll" preCondition="bitness64"', BOTH),
      // Windows and %ProgramFiles% have two of each, one for each bitness.
      withModule('image="%windir%\\system32\\inetsrv\\shop.dll"', BOTH),
      withModule('image="%ProgramFiles%\\Shop\\shop.dll"', BOTH),
      withModule('image="C:\\Program Files\\Shop\\shop.dll"', '<add name="A" />'),
      withModule('image="D:\\Shop (x86)\\shop.dll"', '<add name="B" enable32BitAppOnWin64="true" />'),
    ],
  },
  check(context) {
    const pools = applicationPools(context);
    const narrow = pools.find((pool) => pool.isTrue('enable32BitAppOnWin64'));
    const wide = pools.find((pool) => !pool.isTrue('enable32BitAppOnWin64'));
    if (!narrow || !wide) return;
    for (const module of serverSection('system.webServer/globalModules', context)?.entries ?? []) {
      const image = comparablePath(module.text('image'));
      if (!/^[a-z]:\\/.test(image) || image.startsWith('c:\\windows\\') || /bitness/i.test(module.text('preCondition')))
        continue;
      // The folder tells what the DLL is, where it tells anything.
      const is32 = /\(x86\)|\\(?:x86|win32|32bit)\\/.test(image);
      const is64 = /\\program files\\|\\(?:x64|amd64|64bit)\\/.test(image);
      if (is32 === is64) continue;
      const right = is32 ? 'bitness32' : 'bitness64';
      const old = module.text('preCondition').trim();
      const element = module.origin?.element;
      context.report({
        at: writtenAt(module, 'image'),
        message: `${quoted(module.text('image'), 80)} seems to be a ${is32 ? '32' : '64'}-bit DLL, and pool ${quoted((is32 ? wide : narrow).text('name'))} is ${is32 ? '64' : '32'}-bit: its process ends when it loads the module, and it answers 503. Set preCondition="${right}".`,
        fixes: element
          ? [
              {
                title: `Add the precondition ${right}`,
                edits: [setAttribute(element, 'preCondition', old === '' ? right : `${old},${right}`)],
                isSafe: false,
              },
            ]
          : [],
        related: [{ ...writtenAt(is32 ? wide : narrow, 'name'), message: 'A pool of the other bitness.' }],
      });
    }
  },
});
