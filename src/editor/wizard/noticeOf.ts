import type { ServerView } from '../../app/serverView';
import type { Remedy } from '../../engine/remedies/remedy';
import { visibleText } from '../../engine/render/escape';
import { NO_SERVER } from '../../protocol/wizard';

interface Circumstances {
  readonly isAsleep: boolean;
  readonly isBusy: boolean;
  readonly refusal: string;
}

/** What keeps the plan from being made, or is being waited for; empty where nothing does. */
export function noticeOf(
  remedy: Remedy | null,
  server: ServerView | typeof NO_SERVER | null,
  { isAsleep, isBusy, refusal }: Circumstances,
): string {
  if (!remedy) return 'Choose what is to be repaired.';
  if (server === null) return 'Choose the server.';
  if (server === NO_SERVER) return visibleText(refusal);
  if (isBusy) return `Reading ${server.name}…`;
  if (isAsleep) return `This page was open before. Read ${server.name} to see its plan again.`;
  if (server.connection.state.kind === 'failed')
    return `${server.name} could not be reached, so no plan can be made for it.`;
  return visibleText(refusal);
}
