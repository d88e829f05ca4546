import { messagePattern } from './eventPatterns';
import type { EventType, Key } from './fact';

/** The Windows Process Activation Service of IIS 7 and later. */
export const WAS = 'Microsoft-Windows-WAS';
/** The WWW service; on Windows Server 2003 it also did what WAS does today. */
export const W3SVC = 'Microsoft-Windows-IIS-W3SVC';

/** IIS 6 numbers the events of its WWW service this much lower than WAS does. */
const IIS6_OFFSET = 4_000;

type Condition = Pick<Extract<Key, { kind: 'event' }>, 'where' | 'context'>;

/** An event of WAS, and the same event as IIS 6 logs it. */
export const keysOfBoth = (eventId: number, condition: Condition = {}): [Key, Key] => [
  { kind: 'event', provider: WAS, eventId, ...condition },
  { kind: 'event', provider: W3SVC, eventId: eventId - IIS6_OFFSET, ...condition },
];

/**
 * The shape of an event of WAS and of the same event of IIS 6.
 *
 * @param message text for `messagePattern`; `%service%` is the service's name, which tells the two apart. Where it is
 *   not in the message, a message without a header is taken for WAS.
 */
export function typesOfBoth(
  eventId: number,
  parameters: readonly string[],
  message: string,
  anchor: string,
): [EventType, EventType] {
  const named = (service: string): RegExp => messagePattern(message.replaceAll('%service%', service));
  const ofIis6: EventType = {
    provider: W3SVC,
    eventId: eventId - IIS6_OFFSET,
    parameters,
    message: named('[World Wide Web Publishing Service|WWW service]'),
  };
  return [
    {
      provider: WAS,
      eventId,
      parameters,
      message: named('[Windows Process Activation Service[ (WAS)|]|WAS]'),
      anchor,
    },
    message.includes('%service%') ? { ...ofIis6, anchor } : ofIis6,
  ];
}
