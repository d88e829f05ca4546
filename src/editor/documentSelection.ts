import { concernsIis } from '../engine/explain/concerns';

/** Languages whose documents the server always gets. */
const ALWAYS = ['plaintext', 'log', 'bat', 'powershell', 'vb'];

/** What other extensions make of Jenkinsfiles and of the YAML of pipelines. */
const PIPELINES = ['jenkinsfile', 'azure-pipelines', 'github-actions-workflow'];

/** Languages whose documents it gets only while their text names something of ours. */
const PERHAPS = ['xml', 'csv', 'tsv', 'json', 'jsonl', 'yaml', 'markdown', 'dockerfile', 'groovy', ...PIPELINES];

/** IIS configuration files by their name, whatever language they are opened in. */
const CONFIGURATION =
  /(?:^|[\\/])(?:(?:applicationHost|administration|redirection)(?:[._-][^\\/]{0,100}|\d[^\\/]{0,100})?|machine|web(?:\.[\w.-]{1,100})?)\.config$/i;

/** With it a project says how it wants to be checked. */
const SETTINGS = /(?:^|[\\/])\.iis-doctor\.json$/;

const NEVER = new Set([
  'output',
  'git',
  'vscode-scm',
  'comment',
  'iis-doctor-explanation',
  'iis-doctor-effective',
  'iis-doctor-compare',
]);

/** How much of a document the test for something of ours reads. */
export const BEGINNING = 65_536;

/** The languages that a document of ours can be in; the rest is decided by {@link wants}. */
export const languages: readonly string[] = [...ALWAYS, ...PERHAPS];

/** What the decision needs to know of a document. */
export interface Candidate {
  readonly scheme: string;
  readonly path: string;
  readonly languageId: string;
  /** The first {@link BEGINNING} characters; read only where the language does not decide. */
  readonly beginning: () => string;
}

/** Whether the server gets this document. */
export function wants({ scheme, path, languageId, beginning }: Candidate): boolean {
  if (NEVER.has(scheme)) return false;
  if (ALWAYS.includes(languageId) || CONFIGURATION.test(path) || SETTINGS.test(path)) return true;
  return PERHAPS.includes(languageId) && concernsIis(beginning());
}
