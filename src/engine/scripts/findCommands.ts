import { byPlace } from '../text/range';
import { readBatch } from './batch';
import { Collector } from './collector';
import type { Script } from './command';
import { readDockerfile } from './dockerfile';
import { readJenkinsfile } from './jenkinsfile';
import { longestScript, type ScriptKind } from './kind';
import { MappedText } from './mappedText';
import { readMarkdown } from './markdown';
import { readPipeline } from './pipelines';
import { readPowerShell } from './powershell';
import { readVbScript } from './vbscript';
import { YamlDocuments } from './yamlDocuments';

/**
 * Finds the commands of a document with scripts in it.
 *
 * @param yaml what remembers the document between two edits, of a pipeline only
 * @returns nothing in a document that is too long, see `longestScript`
 */
export function findCommands(kind: ScriptKind, text: string, yaml = new YamlDocuments()): Script {
  if (text.length > longestScript) return { text, commands: [], comments: [] };
  const to = new Collector(text);
  const source = new MappedText(text);
  switch (kind) {
    case 'batch':
      readBatch(source, to);
      break;
    case 'powershell':
      readPowerShell(
        source,
        to,
        /^[ \t]*#requires[ \t]+-version[ \t]+[7-9]/im.test(text.slice(0, 8_000)) ? 'pwsh' : kind,
      );
      break;
    case 'vbscript':
      readVbScript(source, to);
      break;
    case 'jenkins':
      readJenkinsfile(source, to);
      break;
    case 'dockerfile':
      readDockerfile(source, to);
      break;
    case 'markdown':
      readMarkdown(source, to);
      break;
    case 'azure':
    case 'github':
    case 'gitlab':
    case 'appveyor':
      readPipeline(kind, text, yaml.read(text), to);
  }
  return { text, commands: to.commands.sort(byPlace), comments: to.comments.sort(byPlace) };
}
