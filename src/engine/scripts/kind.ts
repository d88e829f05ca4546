/** What a document with scripts in it is. */
export type ScriptKind =
  | 'batch'
  | 'powershell'
  | 'vbscript'
  | 'azure'
  | 'github'
  | 'gitlab'
  | 'appveyor'
  | 'jenkins'
  | 'dockerfile'
  | 'markdown';

/** A longer document is not looked through: nobody writes a script of that size by hand. */
export const longestScript = 4_000_000;

/** What extensions for pipelines call their languages, beside the plain one. */
const YAML: ReadonlySet<string> = new Set(['yaml', 'azure-pipelines', 'github-actions-workflow']);

/**
 * Which scripts a document may hold, by its name and its language in an editor; of YAML by what stands in it as well.
 *
 * @param languageId as VS Code names languages
 */
export function scriptKind(name: string, text: string, languageId = ''): ScriptKind | null {
  const [file = ''] = /[^\\/]*$/.exec(name.toLowerCase()) ?? [];
  const [, extension = ''] = /\.(\w+)$/.exec(file) ?? [];
  if (/^(?:bat|cmd)$/.test(extension) || languageId === 'bat') return 'batch';
  if (/^(?:ps1|psm1)$/.test(extension) || languageId === 'powershell') return 'powershell';
  if (/^(?:vbs|wsf)$/.test(extension)) return 'vbscript';
  if (/^(?:yml|yaml)$/.test(extension) || YAML.has(languageId))
    return pipelineKind(name.toLowerCase(), file, text, languageId);
  if (/^jenkinsfile\b/.test(file) || /\.(?:jenkinsfile|groovy)$/.test(file) || languageId === 'jenkinsfile')
    return 'jenkins';
  if (/^dockerfile\b|\.dockerfile$/.test(file) || languageId === 'dockerfile') return 'dockerfile';
  if (/^(?:md|markdown)$/.test(extension) || languageId === 'markdown') return 'markdown';
  return null;
}

function pipelineKind(path: string, file: string, text: string, languageId: string): ScriptKind | null {
  if (/(?:^|[\\/])\.github[\\/](?:workflows|actions)[\\/]/.test(path) || languageId === 'github-actions-workflow')
    return 'github';
  if (/\.gitlab-ci\.ya?ml$/.test(file)) return 'gitlab';
  if (/^\.?appveyor\.ya?ml$/.test(file)) return 'appveyor';
  if (path.includes('azure-pipelines') || languageId === 'azure-pipelines') return 'azure';
  const head = text.slice(0, 64_000);
  if (/^[ \t]*(?:-[ \t]+)?runs-on:/m.test(head) || /^runs:[ \t]*\r?\n[ \t]+using:/m.test(head)) return 'github';
  if (/^[ \t]*-[ \t]+(?:task|script|powershell|pwsh|bash|deployment):/m.test(head)) return 'azure';
  return null;
}
