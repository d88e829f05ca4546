import * as vscode from 'vscode';
import { isQuote } from '../../protocol/checkers';
import type { Quote } from '../../protocol/languageServer';
import type { Command } from '../command';
import { explainChosen } from '../explainChosen';

const choices: readonly (vscode.QuickPickItem & { readonly quote: Quote })[] = [
  { quote: 'asItIs', label: 'As it is', detail: 'The record and its explanation, with all names.' },
  {
    quote: 'namesReplaced',
    label: 'With names replaced',
    detail: 'Hosts, domains, users, SIDs and addresses become host-1, user-1 and so on. Read it before you share it.',
  },
];

/**
 * Puts the explanation on the clipboard as Markdown, with the record above it; of the same text as Explain Selection.
 * A key binding may name the answer to the question, `asItIs` or `namesReplaced`, as its argument.
 */
const copyExplanation: Command = async (services, answer) => {
  if (!vscode.window.activeTextEditor) {
    services.tell.info('nothingSelected');
    return;
  }
  const quote = isQuote(answer) ? answer : await ask();
  const page = quote && (await explainChosen(services, quote));
  if (!page) return;
  await vscode.env.clipboard.writeText(page.markdown);
  services.tell.done('explanationCopied');
};
export default copyExplanation;

const ask = async (): Promise<Quote | undefined> =>
  (await vscode.window.showQuickPick(choices, { title: 'Copy Explanation as Markdown' }))?.quote;
