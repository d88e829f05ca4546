import { markdownSentence, markdownText } from '../../engine/render/escape';
import type { EventGroup, ServerEvent } from '../../engine/servers/eventGroups';
import type { ServerView } from '../serverView';
import { emptyNode, problemNode, readingNode, shortfallNode } from './parts';
import type { Tone, TreeNode } from './treeNode';

/** Of a thousand alike the newest tell all. */
const SHOWN = 50;

export function eventsFolder(view: ServerView): TreeNode {
  const id = `${view.name}/events`;
  const { events, report, groups } = view;
  const acting = groups.filter(({ answer }) => answer?.verdict === 'act').length;
  return {
    id,
    kind: 'folder',
    label: 'Events',
    icon: 'output',
    ...(report && { description: acting ? `${acting} to act on` : groups.length ? 'nothing to act on' : 'none' }),
    children: () => {
      if (events?.value === undefined)
        return events?.error ? [problemNode(id, view.name, events.error)] : [readingNode(id, 'events')];
      const unread = events.value.logs.flatMap(({ log, events: found }) =>
        found.known ? [] : [shortfallNode(`${id}/${log}`, log, found.shortfall)],
      );
      if (!report) return [readingNode(id, 'what the events mean'), ...unread];
      const noise = groups.filter(isNoise);
      const rest = groups.filter((group) => !isNoise(group));
      const nodes = rest.map((group) => groupNode(id, view, group));
      if (noise.length) nodes.push(noiseNode(id, view, noise));
      if (!nodes.length && !unread.length)
        return [emptyNode(id, 'No event of IIS or what it rests on in the last two days.')];
      return [...nodes, ...unread];
    },
  };
}

const isNoise = ({ answer }: EventGroup): boolean => answer?.verdict === 'benign';

/** All that is known to be harmless, folded away and counted. */
function noiseNode(folder: string, view: ServerView, groups: readonly EventGroup[]): TreeNode {
  const id = `${folder}/noise`;
  const count = groups.reduce((sum, { events }) => sum + events.length, 0);
  return {
    id,
    kind: 'folder',
    label: 'Noise',
    description: count === 1 ? '1 event that needs nothing' : `${count} events that need nothing`,
    icon: 'mute',
    tone: 'quiet',
    children: () => groups.map((group) => groupNode(id, view, group)),
  };
}

function groupNode(folder: string, view: ServerView, group: EventGroup): TreeNode {
  const { id: fact, title, answer, events } = group;
  const id = `${folder}/${fact}/${title}`;
  const tone: Tone = answer?.verdict === 'act' ? 'error' : answer?.verdict === 'look' ? 'warning' : 'quiet';
  const [newest] = events;
  return {
    id,
    kind: 'eventGroup',
    label: title,
    description: [events.length > 1 ? `${events.length}×` : '', newest?.time ?? ''].filter(Boolean).join(' · '),
    icon: answer?.verdict === 'act' ? 'error' : answer?.verdict === 'look' ? 'warning' : 'circle-outline',
    tone,
    ...(answer && {
      tooltip: () =>
        `**${markdownText(title)}**\n\n${markdownSentence(answer.meaning)}${answer.fix === undefined ? '' : `\n\n${markdownSentence(answer.fix)}`}`,
    }),
    spoken: `${title}, ${events.length === 1 ? 'one event' : `${events.length} events`}`,
    children: () => events.slice(0, SHOWN).map((event, i) => eventNode(id, view, group, event, i)),
    target: { server: view.name, group: `${fact}/${title}` },
  };
}

function eventNode(folder: string, view: ServerView, group: EventGroup, event: ServerEvent, index: number): TreeNode {
  const { log, time, source, eventId } = event;
  return {
    id: `${folder}/${index}`,
    kind: 'event',
    label: time ?? 'without a time',
    description: log,
    icon: 'circle-small',
    spoken: `${source ?? ''} ${eventId ?? ''} ${time ?? ''}`,
    target: { server: view.name, group: `${group.id}/${group.title}`, event: index },
  };
}
