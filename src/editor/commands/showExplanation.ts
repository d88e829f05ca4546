import { isExplainAt } from '../../protocol/checkers';
import type { Command } from '../command';
import { explainAndShow } from '../explainAndShow';

/** The full explanation of a place; called by links in hovers and by verdict lines. */
const showExplanation: Command = (services, place) =>
  isExplainAt(place) ? explainAndShow(services, place) : services.tell.info('nothingSelected');
export default showExplanation;
