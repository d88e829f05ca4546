import { renameElement } from '../../config/edits';
import { closest } from '../../text/closest';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'wrong-root-element',
  severity: 'error',
  profile: 'correctness',
  title: 'The root element is not configuration',
  why: 'Every configuration file of IIS begins with `<configuration>`, written just so. IIS reads nothing else and answers 500.19 with 0x8007000D.',
  sources: [{ document: 'IIS configuration reference', says: 'the root element is configuration', read: '2026-11-24' }],
  examples: {
    bad: [
      { text: '<?xml version="1.0"?><Configuration><system.webServer /></Configuration>', at: 'Configuration' },
      '<?xml version="1.0"?><system.webServer><directoryBrowse enabled="true" /></system.webServer>',
    ],
    good: [
      '<?xml version="1.0"?><root><child /></root>',
      '<?xml version="1.0"?><configuration />',
      '<configuration xmlns="http://schemas.microsoft.com/.NetConfiguration/v2.0" />',
    ],
  },
  check({ document: { root }, schema, report }) {
    if (!root || root.name === 'configuration') return;
    // What resembles nothing of ours was hardly meant for IIS, whatever the file is called.
    const isMeant = closest(root.name, ['configuration']) !== null || schema.find(root.name).kind !== 'unknown';
    if (!isMeant) return;
    report({
      at: root.nameRange,
      message: `The root element must be <configuration>, not ${quoted(root.name)}: IIS answers 500.19 with 0x8007000D.`,
      fixes:
        root.name.toLowerCase() === 'configuration'
          ? [{ title: 'Change to configuration', edits: renameElement(root, 'configuration'), isSafe: true }]
          : [],
    });
  },
});
