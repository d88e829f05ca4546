import { setValue } from '../../config/edits';
import { addedHandlers, HANDLERS, modulesAt, modulesOf } from '../../config/handlers';
import { isPlaceholder } from '../../config/placeholder';
import { attributeOf, partOf } from '../../config/values';
import { closest } from '../../text/closest';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

/** Modules that extensions bring; a server without them is as good as one with them. */
const EXTENSIONS = [
  'AspNetCoreModule',
  'AspNetCoreModuleV2',
  'httpPlatformHandler',
  'iisnode',
  'RewriteModule',
  'ApplicationRequestRouting',
  'CorsModule',
];

export default defineConfigRule({
  id: 'handler-with-unknown-module',
  severity: 'error',
  profile: 'correctness',
  title: 'A handler names a module that is not there',
  why: 'The modules of a handler mapping must be among the modules that hold for the folder. For one that is misspelt, not installed or removed, IIS answers 500.21, "Handler has a bad module in its module list".',
  sources: [
    {
      document: 'HTTP status codes of IIS',
      says: '500.21: module not recognized, a bad module in the module list of a handler',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModulV2" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
        at: 'AspNetCoreModulV2',
      },
      {
        text: '<system.webServer><handlers><add name="x" path="*.x" verb="*" modules="ShopModule" /></handlers></system.webServer>',
        server:
          '<system.webServer><globalModules><add name="StaticFileModule" image="%windir%\\System32\\inetsrv\\static.dll" /></globalModules><modules><add name="StaticFileModule" /></modules></system.webServer>',
        path: 'Shop',
        at: 'ShopModule',
      },
      '<system.webServer><handlers><add name="files" path="*" verb="*" modules="StaticFilModule,DefaultDocumentModule" /></handlers></system.webServer>',
    ],
    good: [
      '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="aspNetCoreModuleV2" /><add name="own" path="*.x" verb="*" modules="ContosoModule" /><add name="cgi" path="*.z" verb="*" modules="CgiModule2" /><add name="files" path="*.y" verb="*" modules="StaticFileModule, DefaultDocumentModule" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
      '<system.webServer><modules><add name="ContosoModul" /></modules><handlers><add name="own" path="*.x" verb="*" modules="ContosoModul" /></handlers></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<system.webServer><handlers><add name="x" path="*.x" verb="*" modules="ShopModule" /></handlers></system.webServer>',
      },
      '<system.webServer><handlers><add name="managed" path="*.x" verb="*" type="Shop.X" modules="ManagedPipelineHandler" /></handlers></system.webServer>',
    ],
  },
  check({ document, hierarchy, sections, report }) {
    for (const use of sections(HANDLERS)) {
      // The list of the server itself has entries for modules that nobody installed.
      if (document.kind === 'applicationHost' && !use.location?.path) continue;
      let known: ReadonlySet<string> | null = null;
      for (const handler of addedHandlers(use))
        for (const name of modulesOf(handler)) {
          known ??= modulesAt(hierarchy, hierarchy.pathOf(use));
          // A piece of a server's file has no modules.
          if (!known.size) break;
          if (
            known.has(name.toLowerCase()) ||
            /^ManagedPipelineHandler$/i.test(name) ||
            isPlaceholder(name) ||
            name.startsWith('[')
          )
            continue;
          const { hasServer } = hierarchy;
          const meant = isNative(name) ? null : closest(name, [...shippedNames(known), ...EXTENSIONS]);
          const isExtension = EXTENSIONS.some((one) => one.toLowerCase() === name.toLowerCase());
          if (!hasServer && (meant === null || isExtension || meant.toLowerCase() === name.toLowerCase())) continue;
          // A second module of nearly the same name is somebody's own.
          if (!hasServer && digits(meant ?? '') !== digits(name)) continue;
          const attribute = attributeOf(handler, 'modules');
          if (!attribute) continue;
          const at = attribute.value.indexOf(name);
          const proper = meant !== null && meant.toLowerCase() !== name.toLowerCase() ? meant : null;
          report({
            at: partOf(attribute, at, at + name.length),
            message: `There is no module ${quoted(name)} here: IIS answers 500.21.${
              proper ? ` Did you mean ${proper}?` : ' Install what brings it, or correct the name.'
            }`,
            fixes: proper
              ? [
                  {
                    title: `Change to ${proper}`,
                    edits: [
                      setValue(
                        attribute,
                        attribute.value.replace(name, () => proper),
                      ),
                    ],
                    isSafe: false,
                  },
                ]
              : [],
          });
        }
    }
    return undefined;
  },
});

/** Native modules have names in their usual spelling; those of a server are kept in lower case. */
const shippedNames = (known: ReadonlySet<string>): string[] => NATIVE.filter((name) => known.has(name.toLowerCase()));

const isNative = (name: string): boolean => NATIVE.some((one) => one.toLowerCase() === name.toLowerCase());

const NATIVE = [
  'StaticFileModule',
  'DefaultDocumentModule',
  'DirectoryListingModule',
  'IsapiModule',
  'CgiModule',
  'FastCgiModule',
  'WebDAVModule',
  'ProtocolSupportModule',
  'ServerSideIncludeModule',
];

const digits = (name: string): string => name.replace(/\D/g, '');
