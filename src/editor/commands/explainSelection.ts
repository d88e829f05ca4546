import type { Command } from '../command';
import { explainChosen } from '../explainChosen';

/** Explains what is selected; without a selection what stands at the cursor, else the whole document. */
const explainSelection: Command = async (services) => {
  const page = await explainChosen(services);
  if (page) await services.explanations.show(page);
};
export default explainSelection;
