import { SAVE_KINDS, type CommandPart, type KeptState, type WizardRequest } from './wizard';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isIndex = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isPart = (value: unknown): value is CommandPart =>
  isRecord(value) &&
  ['precheck', 'step', 'stepCheck', 'undo', 'verification', 'file'].includes(value.of as string) &&
  isIndex(value.index);

const TEXT_LIMIT = 1_000;
const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= TEXT_LIMIT;

const bodies: Readonly<Record<WizardRequest['kind'], (message: Readonly<Record<string, unknown>>) => boolean>> = {
  ready: () => true,
  chooseRemedy: ({ remedy }) => isShort(remedy),
  chooseServer: ({ server }) => isShort(server),
  setValues: ({ values }) => isRecord(values) && Object.values(values).every(isShort),
  run: ({ steps }) => steps === 'all' || steps === 'next',
  cancel: () => true,
  undo: () => true,
  replan: () => true,
  copy: ({ part }) => isPart(part),
  save: ({ as }) => SAVE_KINDS.some((kind) => kind === as),
  terminal: ({ part }) => isPart(part),
  difference: ({ step }) => isIndex(step),
  follow: ({ index }) => isIndex(index),
  openLog: () => true,
};

/** Whether a message of the page is one; anything else is dropped and logged. */
export const isWizardRequest = (message: unknown): message is WizardRequest =>
  isRecord(message) &&
  Number.isSafeInteger(message.id) &&
  typeof message.kind === 'string' &&
  Object.hasOwn(bodies, message.kind) &&
  bodies[message.kind as WizardRequest['kind']](message);

const isName = (value: unknown): value is string | null => value === null || isShort(value);

/** Whether this is what a page keeps; it comes from storage of VS Code. */
export const isKeptState = (value: unknown): value is KeptState =>
  isRecord(value) &&
  isName(value.remedy) &&
  isName(value.server) &&
  isRecord(value.values) &&
  Object.values(value.values).every(isShort);
