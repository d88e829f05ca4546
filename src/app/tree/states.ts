import type { ObjectState } from '../../engine/probes/sites';
import type { Tone } from './treeNode';

/** How the state of a site or pool looks. */
export const STATE_ICONS: Readonly<Record<ObjectState, string>> = {
  started: 'pass-filled',
  starting: 'sync',
  stopped: 'debug-stop',
  stopping: 'sync',
  unknown: 'circle-outline',
};

export const STATE_TONES: Readonly<Record<ObjectState, Tone>> = {
  started: 'good',
  starting: 'warning',
  stopped: 'error',
  stopping: 'warning',
  unknown: 'quiet',
};
