import type { Parameter } from '../remedy';
import { loggedEvents } from '../events/loggedEvents';
import type { Snapshot } from '../../servers/snapshot';

const GUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const SID = /^S-1-\d{1,15}(?:-\d{1,10}){1,15}$/i;

/** As the event log and the registry write it. */
export const inBraces = (guid: string): string => `{${guid.replace(/[{}]/g, '').toUpperCase()}}`;

export const guidFault = (value: string): string | null =>
  GUID.test(value.trim()) ? null : 'This is no GUID: {D63B10C5-BB46-4990-A94F-E40B9D520160} is one.';

export const sidFault = (value: string): string | null =>
  SID.test(value.trim()) ? null : 'This is no SID: S-1-5-18 is one.';

/** The values that a record of DCOM of the server's log has at a place. */
const suggested =
  (eventId: number, place: number) =>
  (snapshot: Snapshot): readonly string[] => [
    ...new Set(loggedEvents(snapshot, [eventId]).flatMap(({ values }) => values[place] ?? [])),
  ];

export const classParameter = (eventId: number, place: number): Parameter => ({
  name: 'clsid',
  label: 'CLSID',
  kind: 'text',
  isRequired: true,
  help: 'The class in the record.',
  options: suggested(eventId, place),
  fault: guidFault,
});

export const applicationParameter = (eventId: number, place: number): Parameter => ({
  name: 'appid',
  label: 'APPID',
  kind: 'text',
  isRequired: false,
  help: 'The application in the record; empty where it says "Unavailable".',
  options: suggested(eventId, place),
  fault: guidFault,
});

export const sidParameter = (eventId: number, place: number): Parameter => ({
  name: 'sid',
  label: 'SID',
  kind: 'text',
  isRequired: true,
  help: 'The account in the record.',
  options: suggested(eventId, place),
  fault: sidFault,
});

export const YES = 'Yes, every time, in the same second';
export const NO = 'No, or I do not know';

export const failsParameter: Parameter = {
  name: 'fails',
  label: 'Does something that you use fail then?',
  kind: 'choice',
  isRequired: true,
  help: 'Most of these records are noise: the caller is refused once and goes another way.',
  options: () => [NO, YES],
  initial: () => NO,
};
