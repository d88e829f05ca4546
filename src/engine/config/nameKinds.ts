import { attribute, type XmlElement } from '../xml/tree';

export type NameKindId =
  | 'applicationPool'
  | 'site'
  | 'module'
  | 'handler'
  | 'rewriteRule'
  | 'rewriteMap'
  | 'rewriteProvider'
  | 'preCondition'
  | 'customTags'
  | 'autoStartProvider'
  | 'traceProvider';

/** Where names of a kind stand in a section. */
export interface NamePlace {
  /** Full path of the section, such as `system.webServer/handlers`. */
  readonly section: string;
  /** The elements on the way from the section to the one that has the attribute. */
  readonly way: readonly string[];
  readonly attribute: string;
  /**
   * - `whole`: the value is the name (the usual case)
   * - `list`: the value holds several, with commas between them
   * - `input`: the name stands in a value of URL Rewrite, as in `{Map:{R:1}}`
   */
  readonly form?: 'whole' | 'list' | 'input';
  /** Only elements for which this holds. */
  readonly where?: (element: XmlElement) => boolean;
}

/** A kind of names: what defines one, what refers to it. */
export interface NameKind {
  readonly id: NameKindId;
  /** As a person calls it, in lower case: `application pool`. */
  readonly label: string;
  readonly definitions: readonly NamePlace[];
  readonly references: readonly NamePlace[];
  /** Characters that a new name must not have beyond what the schema refuses: they would end it where it is referred to. */
  readonly forbidden?: RegExp;
  /** No other kind may have the same name either. */
  readonly sharesNamesWith?: NameKindId;
}

const HOST = 'system.applicationHost';
const WEB = 'system.webServer';
const SITES = `${HOST}/sites`;
const REWRITE = `${WEB}/rewrite`;

const at = (section: string, way: string, name: string, more: Partial<NamePlace> = {}): NamePlace => ({
  section,
  way: way === '' ? [] : way.split('/'),
  attribute: name,
  ...more,
});

/** Where an application says something of itself, and where defaults for all of them stand. */
const APPLICATION = 'site/application';
const APPLICATIONS = [APPLICATION, 'site/applicationDefaults', 'applicationDefaults'];

const hasType = (element: XmlElement): boolean => (attribute(element, 'type') ?? '') !== '';
const hasNoType = (element: XmlElement): boolean => !hasType(element);

/** Where URL Rewrite puts values together: there `{Map:key}` asks a map or a provider. */
const rewriteInputs: readonly NamePlace[] = [
  ...['rules', 'globalRules'].flatMap((rules) => [
    at(`${REWRITE}/${rules}`, 'rule/conditions/add', 'input', { form: 'input' }),
    at(`${REWRITE}/${rules}`, 'rule/action', 'url', { form: 'input' }),
    at(`${REWRITE}/${rules}`, 'rule/serverVariables/set', 'value', { form: 'input' }),
  ]),
  at(`${REWRITE}/outboundRules`, 'rule/conditions/add', 'input', { form: 'input' }),
  at(`${REWRITE}/outboundRules`, 'rule/action', 'value', { form: 'input' }),
  at(`${REWRITE}/outboundRules`, 'preConditions/preCondition/add', 'input', { form: 'input' }),
];

/** Every kind of names in configuration files: the one table that definition, references, rename and symbols use. */
export const nameKinds: readonly NameKind[] = [
  {
    id: 'applicationPool',
    label: 'application pool',
    definitions: [at(`${HOST}/applicationPools`, 'add', 'name')],
    references: APPLICATIONS.map((way) => at(SITES, way, 'applicationPool')),
  },
  {
    // Location tags refer to sites too: `names.ts` reads them.
    id: 'site',
    label: 'site',
    definitions: [at(SITES, 'site', 'name')],
    references: [],
    forbidden: /[\\]/,
  },
  {
    id: 'module',
    label: 'module',
    definitions: [at(`${WEB}/globalModules`, 'add', 'name'), at(`${WEB}/modules`, 'add', 'name', { where: hasType })],
    references: [
      at(`${WEB}/modules`, 'add', 'name', { where: hasNoType }),
      at(`${WEB}/modules`, 'remove', 'name'),
      at(`${WEB}/globalModules`, 'remove', 'name'),
      at(`${WEB}/handlers`, 'add', 'modules', { form: 'list' }),
    ],
    forbidden: /,/,
  },
  {
    id: 'handler',
    label: 'handler',
    definitions: [at(`${WEB}/handlers`, 'add', 'name')],
    references: [at(`${WEB}/handlers`, 'remove', 'name')],
  },
  ...['rules', 'globalRules', 'outboundRules'].map((rules): NameKind => ({
    id: 'rewriteRule',
    label: 'rewrite rule',
    definitions: [at(`${REWRITE}/${rules}`, 'rule', 'name')],
    references: [at(`${REWRITE}/${rules}`, 'remove', 'name')],
  })),
  {
    id: 'rewriteMap',
    label: 'rewrite map',
    definitions: [at(`${REWRITE}/rewriteMaps`, 'rewriteMap', 'name')],
    references: [at(`${REWRITE}/rewriteMaps`, 'remove', 'name'), ...rewriteInputs],
    forbidden: /[{}:]/,
    sharesNamesWith: 'rewriteProvider',
  },
  {
    id: 'rewriteProvider',
    label: 'rewrite provider',
    definitions: [at(`${REWRITE}/providers`, 'provider', 'name')],
    references: [at(`${REWRITE}/providers`, 'remove', 'name'), ...rewriteInputs],
    forbidden: /[{}:]/,
    sharesNamesWith: 'rewriteMap',
  },
  {
    id: 'preCondition',
    label: 'precondition of outbound rules',
    definitions: [at(`${REWRITE}/outboundRules`, 'preConditions/preCondition', 'name')],
    references: [
      at(`${REWRITE}/outboundRules`, 'rule', 'preCondition'),
      at(`${REWRITE}/outboundRules`, 'preConditions/remove', 'name'),
    ],
  },
  {
    id: 'customTags',
    label: 'custom tags of outbound rules',
    definitions: [at(`${REWRITE}/outboundRules`, 'customTags/tags', 'name')],
    references: [
      at(`${REWRITE}/outboundRules`, 'rule/match', 'customTags'),
      at(`${REWRITE}/outboundRules`, 'customTags/remove', 'name'),
    ],
  },
  {
    id: 'autoStartProvider',
    label: 'auto-start provider',
    definitions: [at(`${HOST}/serviceAutoStartProviders`, 'add', 'name')],
    references: [
      at(SITES, APPLICATION, 'serviceAutoStartProvider'),
      at(`${HOST}/serviceAutoStartProviders`, 'remove', 'name'),
    ],
  },
  {
    id: 'traceProvider',
    label: 'trace provider',
    definitions: [at(`${WEB}/tracing/traceProviderDefinitions`, 'add', 'name')],
    references: [
      at(`${WEB}/tracing/traceProviderDefinitions`, 'remove', 'name'),
      at(`${WEB}/tracing/traceFailedRequests`, 'add/traceAreas/add', 'provider'),
    ],
  },
];
