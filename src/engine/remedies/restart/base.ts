import type { Plan } from '../plan';
import { planBase } from '../planBase';

/** What the plans of a safe restart have in common. */
export const base = (server: string): Omit<Plan, 'title' | 'verdict' | 'steps'> => planBase('safe-restart', server);
