import type { Source } from '../../engine/knowledge/fact';
import type { ElementData, SectionData } from '../../engine/schema/data';
import { dotNetAdditions } from './dotNet';

/** What no collected schema file has, and where it is known from. */
export interface Addition {
  readonly source: Source;
  /** By section. A section that the files have is added to. */
  readonly sections: Readonly<Record<string, SectionData>>;
}

const headers: ElementData = {
  collections: [
    {
      add: 'add',
      remove: 'remove',
      clear: 'clear',
      attributes: { header: { required: true, key: 'unique', validation: 'nonEmptyString' } },
    },
  ],
};

const delegator: ElementData = {
  elements: { processModel: { attributes: { requestQueueDelegatorIdentity: {} } } },
};

export const additions: readonly Addition[] = [
  {
    source: {
      document: 'IIS CORS module Configuration Reference (iis-docs)',
      url: 'https://learn.microsoft.com/iis/extensions/cors-module/cors-module-configuration-reference',
      says: 'Attributes and child elements of the cors section with their types and defaults.',
      read: '2026-11-24',
    },
    sections: {
      'system.webServer/cors': {
        product: 'cors',
        attributes: {
          enabled: { type: 'bool', default: 'false' },
          failUnlistedOrigins: { type: 'bool', default: 'false' },
        },
        collections: [
          {
            add: 'add',
            remove: 'remove',
            clear: 'clear',
            attributes: {
              origin: { required: true, key: 'unique', validation: 'nonEmptyString' },
              allowed: { type: 'bool', default: 'true' },
              allowCredentials: { type: 'bool', default: 'false' },
              maxAge: { type: 'int', default: '-1' },
            },
            elements: {
              allowHeaders: {
                ...headers,
                attributes: { allowAllRequestedHeaders: { type: 'bool', default: 'false' } },
              },
              allowMethods: {
                collections: [
                  {
                    add: 'add',
                    remove: 'remove',
                    clear: 'clear',
                    attributes: { method: { required: true, key: 'unique', validation: 'nonEmptyString' } },
                  },
                ],
              },
              exposeHeaders: headers,
            },
          },
        ],
      },
    },
  },
  {
    source: {
      document: 'Process Model Settings for an Application Pool <processModel> (IIS configuration reference)',
      url: 'https://learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/processmodel',
      says: 'requestQueueDelegatorIdentity is an optional string: the account that may delegate requests to the pool.',
      read: '2026-11-24',
    },
    sections: {
      'system.applicationHost/applicationPools': {
        collections: [{ add: 'add', ...delegator }],
        elements: { applicationPoolDefaults: delegator },
      },
    },
  },
  dotNetAdditions,
];
