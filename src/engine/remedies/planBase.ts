import type { Plan } from './plan';

/** What most plans have in common; a plan says only what is different. */
export const planBase = (remedy: string, server: string): Omit<Plan, 'title' | 'verdict' | 'steps'> => ({
  remedy,
  server,
  evidence: [],
  prechecks: [],
  verification: [],
  leftovers: [],
  cuts: [],
  runs: true,
});
