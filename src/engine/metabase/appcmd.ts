import type { Step, Target, Value } from './key';

const PROGRAM = '%windir%\\system32\\inetsrv\\appcmd.exe';

/** Steps as command lines of appcmd for a batch file; what one command can set together is set together. */
export function asAppcmd(steps: readonly Step[]): readonly string[] {
  const lines: string[] = [];
  let last: { head: string; options: string } = { head: '', options: '' };
  for (const step of steps) {
    if (step.do === 'run') {
      last = { head: '', options: '' };
      if (step.appcmd !== null) lines.push(`${PROGRAM} ${step.appcmd}`);
      continue;
    }
    const { head, prefix, tail } = place(step.on, step.do === 'show');
    const option =
      step.do === 'show'
        ? shown(step.on, `${prefix}${step.attribute}`)
        : step.do === 'set'
          ? ` /${prefix}${step.attribute}:${valueText(step.value)}`
          : ` /+"${dotted(prefix, step.collection)}[${step.fields.map(([name, value]) => `${name}='${value}'`).join(',')}]"`;
    if (last.head === head && step.do !== 'show') {
      last.options += option;
      lines[lines.length - 1] = `${PROGRAM} ${head}${last.options}${tail}`;
      continue;
    }
    last = { head, options: option };
    const line = `${PROGRAM} ${head}${option}${tail}`;
    if (!lines.includes(line)) lines.push(line);
  }
  return lines;
}

const dotted = (prefix: string, collection: string): string => {
  const path = `${prefix}${collection}`.replace(/\.$/, '');
  return path === '' ? '' : `${path}.`;
};

function place(on: Target, isShown: boolean): { head: string; prefix: string; tail: string } {
  const verb = isShown ? 'list' : 'set';
  switch (on.of) {
    case 'pool':
      return { head: `${verb} apppool "${on.pool}"`, prefix: '', tail: '' };
    case 'site':
      return { head: `${verb} site "${on.site}"`, prefix: '', tail: '' };
    case 'vdir':
    case 'app':
      return { head: `${verb} ${on.of} "${on.site}${on.path || '/'}"`, prefix: '', tail: '' };
    case 'poolDefaults':
    case 'siteDefaults': {
      const isPool = on.of === 'poolDefaults';
      return {
        head: `${verb} config /section:system.applicationHost/${isPool ? 'applicationPools' : 'sites'}`,
        prefix: isPool ? 'applicationPoolDefaults.' : 'siteDefaults.',
        tail: isShown ? '' : ' /commit:apphost',
      };
    }
    case 'section':
      return {
        head: `${verb} config${on.site === null ? '' : ` "${on.site}${on.path}"`} /section:${on.section}`,
        prefix: '',
        tail: isShown ? '' : ' /commit:apphost',
      };
  }
}

/** A list of a section shows all of it; objects can show one attribute. */
function shown(on: Target, attribute: string): string {
  if (on.of === 'section') return '';
  return on.of === 'poolDefaults' || on.of === 'siteDefaults' ? '' : ` /text:${attribute}`;
}

const valueText = ({ kind, text }: Value): string => (kind === 'text' && !/^[\w.-]+$/.test(text) ? `"${text}"` : text);
