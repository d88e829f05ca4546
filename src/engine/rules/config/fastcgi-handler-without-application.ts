import { addedHandlers, HANDLERS, modulesOf } from '../../config/handlers';
import { isPlaceholder } from '../../config/placeholder';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const FASTCGI = 'system.webServer/fastCgi';

export default defineConfigRule({
  id: 'fastcgi-handler-without-application',
  severity: 'error',
  profile: 'correctness',
  title: 'A FastCGI handler without its program',
  why: 'A handler with `FastCgiModule` names its program in `scriptProcessor`, with arguments behind a `|`. The same program, with the same arguments, must be an `application` of `fastCgi` in `applicationHost.config`. Where one of the two is missing, IIS answers 500.0 with 0x80070585, "Invalid index".',
  sources: [
    {
      document: 'FastCGI <fastCgi>, IIS configuration reference',
      says: 'handler and FastCGI application are matched by full path and arguments',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers><add name="PHP" path="*.php" verb="*" modules="FastCgiModule" resourceType="Either" /></handlers></system.webServer>',
        at: 'FastCgiModule',
      },
      {
        text: '<system.webServer><handlers><add name="PHP" path="*.php" verb="*" modules="FastCgiModule" scriptProcessor="C:\\php8\\php-cgi.exe" /></handlers></system.webServer>',
        server:
          '<system.applicationHost><sites /></system.applicationHost><system.webServer><fastCgi><application fullPath="C:\\php7\\php-cgi.exe" /></fastCgi></system.webServer>',
        path: 'Shop',
        at: 'C:\\php8\\php-cgi.exe',
      },
    ],
    good: [
      {
        text: '<system.webServer><handlers><add name="Py" path="*" verb="*" modules="FastCgiModule" scriptProcessor="c:\\py\\python.exe|C:\\py\\wfastcgi.py" /></handlers></system.webServer>',
        server:
          '<system.applicationHost><sites /></system.applicationHost><system.webServer><fastCgi><application fullPath="C:\\Py\\python.exe" arguments="C:\\py\\wfastcgi.py" /></fastCgi></system.webServer>',
        path: 'Shop',
      },
      '<system.webServer><handlers><add name="PHP" path="*.php" verb="*" modules="FastCgiModule" scriptProcessor="C:\\php\\php-cgi.exe" /></handlers></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><sites /></system.applicationHost><system.webServer><fastCgi><application fullPath="C:\\php\\php-cgi.exe" /></fastCgi><handlers><add name="PHP" path="*.php" verb="*" modules="FastCgiModule" scriptProcessor="&quot;C:\\php\\php-cgi.exe&quot;" /></handlers></system.webServer>',
      },
    ],
  },
  check({ document, hierarchy, sections, report }) {
    const isWhole = document.kind !== 'applicationHost' || sections('system.applicationHost/sites').length > 0;
    let known: ReadonlySet<string> | null = null;
    for (const use of sections(HANDLERS))
      for (const handler of addedHandlers(use)) {
        if (!modulesOf(handler).some((name) => /^FastCgiModule$/i.test(name))) continue;
        const processor = attributeOf(handler, 'scriptProcessor');
        if (!processor?.value) {
          report({
            at: attributeOf(handler, 'modules')?.valueRange ?? handler.nameRange,
            message:
              'FastCgiModule needs scriptProcessor, the program that it starts: without it requests are answered with 500.0.',
          });
          continue;
        }
        if (!hierarchy.hasServer || !isWhole || /%|\$/.test(processor.value) || isPlaceholder(processor.value))
          continue;
        known ??= new Set(
          (hierarchy.effective(FASTCGI, '')?.element.entries ?? []).map((one) =>
            keyOf(`${one.text('fullPath')}|${one.text('arguments')}`),
          ),
        );
        if ([...known].some((one) => one.includes('%')) || known.has(keyOf(processor.value))) continue;
        report({
          at: processor.valueRange,
          message: `${quoted(processor.value, 90)} is no application of fastCgi on the server, arguments included: IIS answers 500.0 with 0x80070585.`,
        });
      }
    return undefined;
  },
});

/** Program and arguments without quotes; a program alone has no arguments. */
const keyOf = (text: string): string => text.replaceAll('"', '').trim().toLowerCase().replace(/\|$/, '');
