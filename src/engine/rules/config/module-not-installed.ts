import { MODULES } from '../../config/handlers';
import { isPlaceholder } from '../../config/placeholder';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'module-not-installed',
  severity: 'error',
  profile: 'correctness',
  title: 'A native module that the server does not load',
  why: 'An entry of `modules` without a `type` switches a native module on, which must be in `globalModules` of `applicationHost.config`. When it is not, requests of the site fail with 500.19 or 500.21. A .NET module needs its `type`.',
  sources: [
    {
      document: 'Native Modules <modules>, IIS configuration reference',
      says: 'a native module has to be installed in globalModules before it can be enabled in modules',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><modules><add name="ShopAudit" /></modules></system.webServer>',
        server:
          '<system.webServer><globalModules><add name="StaticFileModule" image="%windir%\\System32\\inetsrv\\static.dll" /></globalModules></system.webServer>',
        path: 'Shop',
        at: 'ShopAudit',
      },
      {
        file: 'applicationHost.config',
        text: '<system.webServer><globalModules><add name="A" image="a.dll" /></globalModules></system.webServer><location path=""><system.webServer><modules><add name="A" /><add name="B" type="" /></modules></system.webServer></location>',
        at: 'B',
      },
    ],
    good: [
      {
        file: 'applicationHost.config',
        text: '<system.webServer><globalModules><add name="A" image="a.dll" /></globalModules></system.webServer><location path=""><system.webServer><modules><add name="a" /><add name="B" type="Shop.B" /></modules></system.webServer></location>',
      },
      '<system.webServer><modules><add name="ShopAudit" /></modules></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<system.webServer><modules><add name="A" /></modules></system.webServer>',
      },
    ],
  },
  check({ hierarchy, sections, report }) {
    const loaded = hierarchy.effective('system.webServer/globalModules', '')?.element.entries ?? [];
    if (!hierarchy.hasServer || !loaded.length) return undefined;
    const names = new Set(loaded.map((one) => one.text('name').toLowerCase()));
    for (const { element, content } of sections(MODULES))
      for (const module of content === 'here' ? element.children : []) {
        const name = attributeOf(module, 'name');
        if (module.name !== 'add' || !name || (attributeOf(module, 'type')?.value ?? '') !== '') continue;
        if (names.has(name.value.toLowerCase()) || isPlaceholder(name.value)) continue;
        report({
          at: name.valueRange,
          message: `${quoted(name.value)} has no type and is not in globalModules of the server: IIS has nothing to load and requests fail with 500.`,
        });
      }
    return undefined;
  },
});
