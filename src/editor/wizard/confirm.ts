import { visibleText } from '../../engine/render/escape';
import { askModal } from '../tell';
import type { Plan } from '../../engine/remedies/plan';

/** A dialog with more lines than this hides its own buttons. */
const LINES = 12;

/** Asks before anything runs, naming the server and what stops there. */
export async function confirmPlan(plan: Plan, what: 'run' | 'undo'): Promise<boolean> {
  const button = what === 'run' ? `Run on ${plan.server}` : `Undo on ${plan.server}`;
  const question = what === 'run' ? `${plan.title}?` : `Undo: ${plan.title}?`;
  const detail = (what === 'run' ? runText(plan) : undoText(plan)).map(visibleText).join('\n');
  return askModal(question, detail, button);
}

function runText({ server, steps, undoesItself }: Plan): readonly string[] {
  const stops = steps.flatMap((step) => step.stops);
  return [
    `On ${server} these ${steps.length} steps run, each as the page shows it:`,
    ...list(steps.map(({ title }) => title)),
    '',
    stops.length ? 'What stops:' : 'Nothing stops by it.',
    ...list(stops),
    ...(undoesItself ? ['', 'If a step fails, what was done before it is undone at once.'] : []),
  ];
}

const undoText = ({ server, steps }: Plan): readonly string[] => [
  `On ${server}, as far as it was done, the last first:`,
  ...list(steps.flatMap(({ undo }) => (undo ? [undo.title] : [])).reverse()),
];

function list(items: readonly string[]): readonly string[] {
  const shown = items.slice(0, LINES).map((item) => `• ${item.slice(0, 300)}`);
  return items.length > LINES ? [...shown, `and ${items.length - LINES} more, see the page`] : shown;
}
