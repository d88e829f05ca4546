import { markdownSentence, markdownText } from '../engine/render/escape';
import { problemOf } from './tree/parts';
import type { ServerView } from './serverView';

/** What a check of a server came to, as Markdown. */
export function serverPage(view: ServerView): string {
  const { connection, findings, groups, report, reportError } = view;
  const system = view.kept('system')?.value;
  const lines = [`# Check of ${markdownText(view.name)}`];
  const failure = connection.state.kind === 'failed' ? connection.state.error : reportError;
  if (failure) {
    const { says, next } = problemOf(failure);
    lines.push(`${says} ${next}`);
  }
  if (system)
    lines.push(
      markdownText(
        `${system.computer}: ${system.windows}, IIS ${system.iis ?? 'not installed'}, read as ${system.account}${system.administrator ? '' : ', who is not an administrator there: some things stay hidden'}.`,
      ),
    );
  if (report) {
    lines.push('## Findings');
    lines.push(
      ...(findings.length
        ? findings.map(
            ({ severity, title, detail, place }) =>
              `- **${severity}**: ${markdownText(title)}${place ? ` (line ${place.line})` : ''}  \n  ${markdownSentence(detail === title ? '' : detail).replace(/\n/g, '  \n  ')}`,
          )
        : ['Nothing is wrong, as far as could be seen.']),
    );
    lines.push('## Events of the last two days');
    lines.push(
      ...(groups.length
        ? groups.map(({ title, events }) => `- ${markdownText(title)}: ${events.length}`)
        : ['None of IIS or what it rests on.']),
    );
  }
  return `${lines.join('\n\n')}\n`;
}
