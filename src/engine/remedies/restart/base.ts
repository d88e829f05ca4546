import type { Plan } from '../plan';

/** What the plans of a safe restart have in common. */
export const base = (server: string): Omit<Plan, 'title' | 'verdict' | 'steps' | 'verification'> => ({
  remedy: 'safe-restart',
  server,
  evidence: [],
  prechecks: [],
  leftovers: [],
  cuts: [],
  runs: true,
});
