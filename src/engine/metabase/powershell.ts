import type { Step, Target, Value } from './key';

/** Steps as statements with the module WebAdministration. */
export const asWebAdministration = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step): readonly string[] => {
    if (step.do === 'run') return step.webAdministration === null ? [] : [step.webAdministration];
    const { on } = step;
    if (step.do === 'add') {
      const fields = step.fields.map(([name, value]) => `${name}=${quoted(value)}`).join(';');
      const isBinding = on.of === 'site' && step.collection === 'bindings';
      if (isBinding) return [newWebBinding(on.site, new Map(step.fields))];
      return [`Add-WebConfigurationProperty ${configuration(on, step.collection)} -Name '.' -Value @{${fields}}`];
    }
    const item = itemPath(on);
    if (step.do === 'show') {
      if (item !== null) return [`Get-ItemProperty ${item} -Name ${step.attribute}`];
      const { path, name } = split(step.attribute);
      return [`Get-WebConfigurationProperty ${configuration(on, path)} -Name ${name || "'.'"}`];
    }
    if (item !== null) return [`Set-ItemProperty ${item} -Name ${step.attribute} -Value ${literal(step.value)}`];
    const { path, name } = split(step.attribute);
    return [`Set-WebConfigurationProperty ${configuration(on, path)} -Name ${name} -Value ${literal(step.value)}`];
  });

/** Steps as statements with the module IISAdministration. */
export function asIisAdministration(steps: readonly Step[]): readonly string[] {
  const lines: string[] = [];
  let changes: string[] = [];
  const flush = (): void => {
    if (changes.length) lines.push(`$m = Get-IISServerManager; ${changes.join('; ')}; $m.CommitChanges()`);
    changes = [];
  };
  for (const step of steps) {
    const object = step.do === 'run' ? null : managed(step.on);
    if (step.do === 'run') {
      flush();
      if (step.iisAdministration !== null) lines.push(step.iisAdministration);
    } else if (object !== null) {
      if (step.do === 'show') lines.push(`(Get-IISServerManager).${object}.${member(step.attribute)}`);
      else if (step.do === 'set') changes.push(`$m.${object}.${member(step.attribute)} = ${literal(step.value, true)}`);
      else if (step.collection === 'bindings' && step.on.of === 'site') {
        const fields = new Map(step.fields);
        lines.push(
          `New-IISSiteBinding -Name ${quoted(step.on.site)} -BindingInformation ${quoted(fields.get('bindingInformation') ?? '')} -Protocol ${fields.get('protocol') ?? 'http'}${fields.get('protocol') === 'https' ? " -CertificateThumbPrint 'THUMBPRINT' -CertStoreLocation 'Cert:\\LocalMachine\\My'" : ''}`,
        );
      } else
        changes.push(
          `$null = $m.${object}.${member(step.collection)}.Add([timespan]${quoted(step.fields[0]?.[1] ?? '')})`,
        );
    } else lines.push(section(step));
  }
  flush();
  return lines;
}

const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;

function literal({ kind, text }: Value, isTyped = false): string {
  if (kind === 'boolean') return `$${text}`;
  if (kind === 'number') return text;
  return kind === 'time' && isTyped ? `[timespan]${quoted(text)}` : quoted(text);
}

/** The path of an object on the drive `IIS:`, in quotes; null for what has none. */
function itemPath(on: Target): string | null {
  switch (on.of) {
    case 'pool':
      return quoted(`IIS:\\AppPools\\${on.pool}`);
    case 'site':
      return quoted(`IIS:\\Sites\\${on.site}`);
    case 'vdir':
    case 'app':
      return quoted(`IIS:\\Sites\\${on.site}${on.path.replace(/\//g, '\\')}`);
    case 'poolDefaults':
    case 'siteDefaults':
    case 'section':
      return null;
  }
}

/** The parameters that lead to an element of the configuration. */
function configuration(on: Target, path: string): string {
  const at = "-PSPath 'MACHINE/WEBROOT/APPHOST'";
  const below = path === '' ? '' : `/${path.replace(/\./g, '/')}`;
  switch (on.of) {
    case 'section':
      return `${at}${on.site === null ? '' : ` -Location ${quoted(`${on.site}${on.path}`)}`} -Filter ${quoted(`${on.section}${below}`)}`;
    case 'pool':
      return `${at} -Filter "system.applicationHost/applicationPools/add[@name='${on.pool}']${below}"`;
    case 'poolDefaults':
      return `${at} -Filter 'system.applicationHost/applicationPools/applicationPoolDefaults${below}'`;
    case 'siteDefaults':
      return `${at} -Filter 'system.applicationHost/sites/siteDefaults${below}'`;
    case 'site':
    case 'vdir':
    case 'app':
      return `${at} -Filter "system.applicationHost/sites/site[@name='${on.site}']${below}"`;
  }
}

function newWebBinding(site: string, fields: ReadonlyMap<string, string>): string {
  const [, address = '*', port = 'PORT', host = ''] =
    /^([^:]*):([^:]*):([^:]*)$/.exec(fields.get('bindingInformation') ?? '') ?? [];
  const isHttps = fields.get('protocol') === 'https';
  return [
    `New-WebBinding -Name ${quoted(site)} -Protocol ${isHttps ? 'https' : 'http'}`,
    ...(address === '*' ? [] : [`-IPAddress ${quoted(address)}`]),
    `-Port ${port}`,
    ...(host === '' ? [] : [`-HostHeader ${quoted(host)}${isHttps ? ' -SslFlags 1' : ''}`]),
  ].join(' ');
}

/** The object of `Get-IISServerManager` that has the setting; null where it is a section. */
function managed(on: Target): string | null {
  switch (on.of) {
    case 'pool':
      return `ApplicationPools[${quoted(on.pool)}]`;
    case 'poolDefaults':
      return 'ApplicationPoolDefaults';
    case 'site':
      return `Sites[${quoted(on.site)}]`;
    case 'siteDefaults':
      return 'SiteDefaults';
    case 'vdir':
      return `Sites[${quoted(on.site)}].Applications['/'].VirtualDirectories[${quoted(on.path || '/')}]`;
    case 'app':
      return `Sites[${quoted(on.site)}].Applications[${quoted(on.path || '/')}]`;
    case 'section':
      return null;
  }
}

/** Attributes whose property has another name. */
const MEMBERS: Readonly<Record<string, string>> = { applicationPool: 'ApplicationPoolName' };
const member = (attribute: string): string =>
  MEMBERS[attribute] ?? attribute.replace(/(?:^|\.)[a-z]/g, (letters) => letters.toUpperCase());

function section(step: Exclude<Step, { do: 'run' }>): string {
  const { on } = step;
  if (on.of !== 'section') return '';
  const location = on.site === null ? '' : ` -Location ${quoted(`${on.site}${on.path}`)}`;
  const pipe = [`Get-IISConfigSection -SectionPath ${quoted(on.section)}${location}`];
  const child = (path: string): void => {
    for (const name of path.split('.').filter((one) => one !== ''))
      pipe.push(`Get-IISConfigElement -ChildElementName ${quoted(name)}`);
  };
  if (step.do === 'add') {
    const { path, name } = split(step.collection);
    child(path);
    pipe.push(`Get-IISConfigCollection${name === '' ? '' : ` -CollectionName ${quoted(name)}`}`);
    pipe.push(
      `New-IISConfigCollectionElement -ConfigAttribute @{${step.fields.map(([field, value]) => `${quoted(field)}=${quoted(value)}`).join(';')}}`,
    );
    return pipe.join(' | ');
  }
  const { path, name } = split(step.attribute);
  child(path);
  if (step.do === 'set')
    pipe.push(`Set-IISConfigAttributeValue -AttributeName ${quoted(name)} -AttributeValue ${argument(step.value)}`);
  else if (COLLECTIONS.test(name) || name === '')
    pipe.push(`Get-IISConfigCollection${name === '' ? '' : ` -CollectionName ${quoted(name)}`}`);
  else pipe.push(`Get-IISConfigAttributeValue -AttributeName ${quoted(name)}`);
  return pipe.join(' | ');
}

const COLLECTIONS = /^(?:files|customHeaders|providers|staticTypes|dynamicTypes)$/;
const argument = (value: Value): string =>
  value.kind === 'time' ? `([timespan]${quoted(value.text)})` : literal(value);

const split = (dotted: string): { path: string; name: string } => {
  const at = dotted.lastIndexOf('.');
  return { path: dotted.slice(0, Math.max(at, 0)), name: dotted.slice(at + 1) };
};
