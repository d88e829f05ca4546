import type { AttributeData } from '../../engine/schema/data';
import type { Source } from '../../engine/knowledge/fact';
import type { Addition } from './additions';

const source: Source = {
  document: 'Reference source of .NET Framework 4.8 (microsoft/referencesource), System.Web.Configuration, System.Net',
  url: 'https://github.com/microsoft/referencesource',
  says: 'The properties of each configuration section with their types and defaults.',
  read: '2026-11-24',
};

const text: AttributeData = {};
const bool = (value: 'true' | 'false'): AttributeData => ({ type: 'bool', default: value });

/** What .NET Framework 4.8 reads and the schema files of IIS, written for older versions, do not have. */
export const dotNetAdditions: Addition = {
  source,
  sections: {
    'system.web/compilation': {
      attributes: {
        controlBuilderInterceptorType: text,
        disableObsoleteWarnings: bool('true'),
        maxConcurrentCompilations: { type: 'int', default: '1' },
      },
      elements: {
        compilers: {
          collections: [
            {
              add: 'compiler',
              attributes: {
                language: { key: 'combined' },
                extension: { key: 'combined' },
                type: text,
                warningLevel: { type: 'int', default: '0' },
                compilerOptions: text,
              },
            },
          ],
        },
      },
    },
    'system.web/httpRuntime': {
      attributes: {
        allowDynamicModuleRegistration: bool('true'),
        defaultRegexMatchTimeout: { type: 'timeSpan', default: '00:00:00' },
        fcnMode: { type: 'enum', default: 'NotSet', names: { NotSet: 0, Default: 1, Disabled: 2, Single: 3 } },
        targetFramework: text,
      },
    },
    'system.web/hostingEnvironment': {
      attributes: { urlMetadataSlidingExpiration: { type: 'timeSpan', default: '00:01:00' } },
    },
    'system.web/pages': {
      elements: {
        ignoreDeviceFilters: {
          collections: [
            {
              add: 'filter',
              remove: 'remove',
              clear: 'clear',
              attributes: { name: { required: true, key: 'unique' } },
            },
          ],
        },
      },
    },
    'system.web/trust': { attributes: { permissionSetName: text, hostSecurityPolicyResolverType: text } },
    'system.web/caching/outputCache': {
      attributes: { defaultProvider: { default: 'AspNetInternalProvider', validation: 'nonEmptyString' } },
      elements: {
        providers: {
          collections: [
            {
              add: 'add',
              remove: 'remove',
              clear: 'clear',
              attributes: { name: { required: true, key: 'unique' }, type: { required: true } },
              open: true,
            },
          ],
        },
      },
    },
    'system.net/mailSettings/smtp': {
      attributes: {
        deliveryFormat: { type: 'enum', default: 'SevenBit', names: { SevenBit: 0, International: 1 } },
      },
      elements: { network: { attributes: { clientDomain: text, enableSsl: bool('false'), targetName: text } } },
    },
    'system.net/settings': {
      elements: {
        httpListener: {
          attributes: { unescapeRequestUrl: bool('true') },
          elements: {
            timeouts: {
              attributes: {
                entityBody: text,
                drainEntityBody: text,
                requestQueue: text,
                idleConnection: text,
                headerWait: text,
                minSendBytesPerSecond: text,
              },
            },
          },
        },
        servicePointManager: {
          attributes: {
            encryptionPolicy: {
              type: 'enum',
              default: 'RequireEncryption',
              names: { RequireEncryption: 0, AllowNoEncryption: 1, NoEncryption: 2 },
            },
          },
        },
        socket: { attributes: { ipProtectionLevel: text } },
        webProxyScript: { attributes: { autoConfigUrlRetryInterval: text, executionTimeout: text } },
        webUtility: { attributes: { unicodeDecodingConformance: text, unicodeEncodingConformance: text } },
        windowsAuthentication: { attributes: { defaultCredentialsHandleCacheSize: { type: 'int', default: '0' } } },
      },
    },
  },
};

/** Attributes that .NET reads otherwise than the schema files of IIS say; by section and attribute. */
export const dotNetCorrections = {
  source,
  attributes: {
    // Besides its seven names it takes `alg:` and the name of a class.
    'system.web/machineKey/@validation': { default: 'HMACSHA256', validation: 'nonEmptyString' },
    'system.web/customErrors/@redirectMode': {
      type: 'enum',
      default: 'ResponseRedirect',
      names: { ResponseRedirect: 0, ResponseRewrite: 1 },
    },
    'system.web/pages/@clientIDMode': {
      type: 'enum',
      default: 'Predictable',
      names: { Inherit: 0, AutoID: 1, Predictable: 2, Static: 3 },
    },
    'system.web/compilation/@profileGuidedOptimizations': {
      type: 'enum',
      default: 'All',
      names: { None: 0, All: 1 },
    },
    'system.web/httpRuntime/@asyncPreloadMode': {
      type: 'flags',
      default: 'None',
      names: { None: 0, Form: 1, FormMultiPart: 2, NonForm: 4, AllFormTypes: 3, All: 7 },
    },
  },
} as const satisfies { readonly source: Source; readonly attributes: Readonly<Record<string, AttributeData>> };
