import { placesOfLocked, planLocked, UNLOCKS } from '../configuration/lockedSections';
import type { Remedy } from '../remedy';

/** 500.19 with 0x80070021: a web.config uses a section that is locked for it. */
const unlockSection: Remedy = {
  id: 'unlock-section',
  title: 'Repair a locked section',
  purpose:
    'A web.config uses a section that is locked for it: 500.19 with 0x80070021. The setting moves to where it is allowed, or the section is unlocked, for one path first.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It does not lift locks of single attributes or entries (lockAttributes, lockItem): unlocking a section leaves these.',
  ],
  doNot: [
    'Do not unlock a section of security/authentication for the whole server because one site needs it: whoever may write any web.config then switches authentication off.',
    'Do not take the line with overrideModeDefault out of applicationHost.config: the section is then allowed everywhere.',
  ],
  sources: [
    {
      document: 'How to Use Locking in IIS 7.0 Configuration',
      url: 'https://learn.microsoft.com/iis/get-started/planning-for-security/how-to-use-locking-in-iis-configuration',
      says: 'overrideModeDefault, location tags with overrideMode, and that a location tag for a path unlocks for this path alone',
      read: '2026-11-24',
    },
  ],
  parameters: [
    {
      name: 'section',
      label: 'Section',
      kind: 'choice',
      isRequired: true,
      help: 'Where a web.config of this server uses a section that is locked for it.',
      options: placesOfLocked,
      initial: (snapshot) => placesOfLocked(snapshot)[0] ?? '',
    },
    {
      name: 'how',
      label: 'What is done',
      kind: 'choice',
      isRequired: true,
      help: 'The first one gives nobody more rights than he has.',
      options: () => Object.values(UNLOCKS),
      initial: () => UNLOCKS.move,
    },
  ],
  needs: ['system', 'sites', 'configuration', 'webConfigs'],
  answers: [
    'code-section-locked',
    'message-section-locked',
    'locked-section',
    'section-locked-by-default',
    'appcmd-section-unlocked-for-all',
  ],
  plan: (snapshot, { section = '', how = UNLOCKS.move }) => planLocked(snapshot, section, how),
};
export default unlockSection;
