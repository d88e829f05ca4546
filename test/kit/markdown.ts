import { createRequire } from 'node:module';

interface Token {
  readonly type: string;
  readonly children: readonly Token[] | null;
  attrGet(name: string): string | null;
}

type MarkdownIt = new (options: { html: boolean; linkify: boolean }) => {
  readonly linkify: { set(options: { fuzzyLink: boolean }): void };
  parse(text: string, env: object): Token[];
};

/** It has no types of its own. */
const MarkdownReader = createRequire(__filename)('markdown-it') as MarkdownIt;
/** Like VS Code's preview, which lets HTML through and makes links of bare addresses. */
const reader = new MarkdownReader({ html: true, linkify: true });
// A bare `ASP.NET` is no address, neither for VS Code.
reader.linkify.set({ fuzzyLink: false });

/** What of a Markdown text is live once it is rendered: targets of links and images, and HTML. */
export function liveParts(markdown: string): string[] {
  const live: string[] = [];
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === 'link_open') live.push(token.attrGet('href') ?? '');
      else if (token.type === 'image') live.push(`image ${token.attrGet('src') ?? ''}`);
      else if (token.type.startsWith('html')) live.push(token.type);
      visit(token.children ?? []);
    }
  };
  visit(reader.parse(markdown, {}));
  return live;
}
