import { markdownBlock, markdownText } from '../../render/escape';
import type { Check, Plan, Step } from '../plan';
import type { Remedy } from '../remedy';

const COMMAND_LIMIT = 20_000;

/** A plan as a runbook for a ticket or for a person at the console: everything that would run, in order, with its reasons. */
export function planMarkdown(plan: Plan, remedy: Remedy): string {
  const { title, verdict, evidence, prechecks, steps, verification, leftovers, files = [] } = plan;
  const list = (items: readonly string[]): string => items.map((one) => `- ${markdownText(one)}`).join('\n');
  const parts = [
    `# ${markdownText(title)}`,
    markdownText(verdict),
    ...(evidence.length ? ['## What speaks for it', list(evidence)] : []),
    `For ${markdownText(remedy.versions)}. Needs: ${markdownText(remedy.rights)}.`,
    ...(prechecks.length ? ['## Before', ...prechecks.map(checkMarkdown)] : []),
    '## Steps',
    ...steps.map(stepMarkdown),
    ...(verification.length ? ['## Afterwards', ...verification.map(checkMarkdown)] : []),
    ...files.flatMap(({ name, says, text }) => [
      `## ${markdownText(name)}`,
      markdownText(says),
      markdownBlock(text, COMMAND_LIMIT),
    ]),
    ...(leftovers.length ? ['## Left to do', list(leftovers)] : []),
    ...(remedy.doesNot.length ? ['## What this does not do', list(remedy.doesNot)] : []),
    ...(remedy.doNot.length ? ['## What people do wrong here', list(remedy.doNot)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function stepMarkdown({ title, why, command, stops, check, undo, accepts }: Step, index: number): string {
  const parts = [`### ${index + 1}. ${markdownText(title)}`, markdownText(why)];
  if (command) parts.push(markdownBlock(command.powershell, COMMAND_LIMIT));
  else parts.push('By hand.');
  if (accepts?.length) parts.push(`Exit code ${accepts.join(' or ')} is as good as 0 here.`);
  if (stops.length) parts.push(`Stops: ${markdownText(stops.join(' '))}`);
  if (check) parts.push(checkMarkdown(check));
  if (undo) parts.push(`To undo: ${markdownText(undo.title)}`, markdownBlock(undo.command.powershell, COMMAND_LIMIT));
  else if (undo === null) parts.push('This cannot be undone.');
  return parts.join('\n\n');
}

function checkMarkdown({ says, command, expects, otherwise }: Check): string {
  const wanted = {
    succeeds: 'ends with exit code 0',
    fails: 'ends with another exit code than 0',
    contains: `says ${'text' in expects ? expects.text : ''}`,
    lacks: `does not say ${'text' in expects ? expects.text : ''}`,
    is: `says exactly ${'text' in expects ? expects.text : ''}`,
  }[expects.kind];
  return [
    `Check: ${markdownText(says)}`,
    markdownBlock(command.powershell, COMMAND_LIMIT),
    `Right if it ${markdownText(wanted)}. Otherwise: ${markdownText(otherwise)}`,
  ].join('\n\n');
}
