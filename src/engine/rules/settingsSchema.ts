import { DEFAULT_PROFILE, profiles, type RuleInfo } from './rule';
import { choices, SETTINGS_FILE } from './settingsFile';

/** The JSON schema of the settings file, with which editors complete and check it. */
export const settingsSchema = (rules: readonly RuleInfo[]): object => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `IIS Doctor (${SETTINGS_FILE})`,
  type: 'object',
  additionalProperties: false,
  allowComments: true,
  allowTrailingCommas: true,
  properties: {
    $schema: { type: 'string' },
    profile: {
      enum: profiles,
      default: DEFAULT_PROFILE,
      description:
        'Which rules run: correctness reports only what IIS refuses or what cannot work, recommended also probable faults and risks, hardening also what security baselines ask for.',
    },
    rules: {
      type: 'object',
      additionalProperties: false,
      description: 'How severe a rule is here, or off.',
      properties: Object.fromEntries(
        rules.map(({ id, title, severity, profile }) => [
          id,
          { enum: choices, default: severity, description: `${title}. Profile: ${profile}.` },
        ]),
      ),
    },
    serverConfig: {
      type: 'string',
      description: 'The applicationHost.config above every web.config, relative to this file.',
    },
    schema: {
      type: 'string',
      description: "A folder with a server's own schema files (inetsrv\\config\\schema), relative to this file.",
    },
    maps: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description:
        'Folders, relative to this file, by the Windows path that they stand for: { "C:\\\\inetpub\\\\shop": "src/shop" }.',
    },
    exclude: {
      type: 'array',
      items: { type: 'string' },
      description: 'Globs of files and folders that are left out, relative to this file; without a slash at any depth.',
    },
  },
});
