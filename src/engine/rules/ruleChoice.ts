import { profiles, type Profile, type RuleInfo, type Severity } from './rule';

/** Which rules somebody wants, and how severe they are to him. */
export interface RuleChoice {
  readonly profile: Profile;
  /** By rule id; wins over the profile. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
}

/** How severe a rule is; null where it is not wanted. */
export function severityOf({ id, profile, severity }: RuleInfo, choice: RuleChoice): Severity | null {
  const chosen = choice.severities?.get(id);
  if (chosen) return chosen === 'off' ? null : chosen;
  return profiles.indexOf(profile) <= profiles.indexOf(choice.profile) ? severity : null;
}
