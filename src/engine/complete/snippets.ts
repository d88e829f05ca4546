import type { ElementPlace } from '../config/elementPlace';
import type { Range } from '../text/range';
import { wayOf } from './about';
import type { CompletionItem } from './completion';

interface Snippet {
  /** Section and way of the element that it stands in, or the path of a group; `location` and root are empty. */
  readonly in: string;
  readonly label: string;
  readonly detail: string;
  /** With `$1`, `${1:x}` and tabs. */
  readonly text: string;
}

const lines = (...all: readonly string[]): string => all.join('\n');

const SNIPPETS: readonly Snippet[] = [
  {
    in: 'system.applicationHost/sites',
    label: 'site with http binding',
    detail: 'root application, virtual directory, binding',
    text: lines(
      '<site name="${1:Site}" id="${2:2}">',
      '\t<application path="/" applicationPool="${3:DefaultAppPool}">',
      '\t\t<virtualDirectory path="/" physicalPath="${4:D:\\\\sites\\\\site}" />',
      '\t</application>',
      '\t<bindings>',
      '\t\t<binding protocol="http" bindingInformation="*:80:${5:www.example.com}" />',
      '\t</bindings>',
      '</site>$0',
    ),
  },
  {
    in: 'system.applicationHost/sites/site/bindings',
    label: 'binding http',
    detail: 'address, port and host name',
    text: '<binding protocol="http" bindingInformation="${1:*}:${2:80}:${3:www.example.com}" />$0',
  },
  {
    in: 'system.applicationHost/sites/site/bindings',
    label: 'binding https with SNI',
    detail: 'its certificate is bound in HTTP.sys',
    text: '<binding protocol="https" bindingInformation="${1:*}:${2:443}:${3:www.example.com}" sslFlags="1" />$0',
  },
  {
    in: 'system.applicationHost/applicationPools',
    label: 'application pool without managed code',
    detail: 'for ASP.NET Core, PHP, static files',
    text: lines(
      '<add name="${1:Pool}" managedRuntimeVersion="">',
      '\t<processModel identityType="ApplicationPoolIdentity" />',
      '</add>$0',
    ),
  },
  {
    in: 'system.applicationHost/applicationPools',
    label: 'application pool for .NET Framework 4',
    detail: 'integrated pipeline',
    text: lines(
      '<add name="${1:Pool}" managedRuntimeVersion="v4.0" managedPipelineMode="Integrated">',
      '\t<processModel identityType="ApplicationPoolIdentity" />',
      '</add>$0',
    ),
  },
  {
    in: 'system.webServer/rewrite/rules',
    label: 'rule: redirect to https',
    detail: 'permanent, keeps host and path',
    text: lines(
      '<rule name="${1:Redirect to https}" stopProcessing="true">',
      '\t<match url="(.*)" />',
      '\t<conditions>',
      '\t\t<add input="{HTTPS}" pattern="^OFF\\$" />',
      '\t</conditions>',
      '\t<action type="Redirect" url="https://{HTTP_HOST}/{R:1}" redirectType="Permanent" />',
      '</rule>$0',
    ),
  },
  {
    in: 'system.webServer/rewrite/rules',
    label: 'rule: single-page application',
    detail: 'everything that is no file goes to index.html',
    text: lines(
      '<rule name="${1:Single-page application}" stopProcessing="true">',
      '\t<match url=".*" />',
      '\t<conditions logicalGrouping="MatchAll">',
      '\t\t<add input="{REQUEST_FILENAME}" matchType="IsFile" negate="true" />',
      '\t\t<add input="{REQUEST_FILENAME}" matchType="IsDirectory" negate="true" />',
      '\t</conditions>',
      '\t<action type="Rewrite" url="${2:/index.html}" />',
      '</rule>$0',
    ),
  },
  {
    in: 'system.webServer/rewrite/rules',
    label: 'rule: rewrite',
    detail: 'pattern and target',
    text: lines(
      '<rule name="${1:Rule}">',
      '\t<match url="${2:^old/(.*)\\$}" />',
      '\t<action type="Rewrite" url="${3:new/{R:1\\}}" />',
      '</rule>$0',
    ),
  },
];

/** Whole pieces of configuration for a place. */
export function snippetsFor(place: ElementPlace, range: Range): readonly CompletionItem[] {
  const here =
    place.kind === 'element'
      ? [place.use.section.path, ...wayOf(place.use)].join('/')
      : 'path' in place
        ? place.path
        : '';
  return SNIPPETS.filter((snippet) => snippet.in === here).map(({ label, detail, text }) => ({
    label,
    kind: 'snippet',
    detail,
    text,
    isSnippet: true,
    range,
    rank: 3,
  }));
}
