import { isRuleId } from '../../protocol/checkers';
import type { Command } from '../command';

/** The page of a rule; called by the quick fix of a finding, with the id of its rule. */
const showRule: Command = async ({ server, explanations, tell }, rule) => {
  const page = isRuleId(rule) ? await server.rulePage(rule) : null;
  if (page) await explanations.show(page);
  else tell.info('nothingKnown');
};
export default showRule;
