import { allowedIn } from '../../config/allowDefinition';
import { readByDotNet } from '../../schema/products';
import { isAbove } from '../../config/paths';
import { defineConfigRule } from '../configRule';

/** The end of a path that names a file, which is never an application. */
const FILE = /[^/]\.(?:aspx|asmx|ashx|ascx|axd|svc|asp|html?|cshtml|vbhtml|php)$/i;

export default defineConfigRule({
  id: 'application-section-in-folder',
  severity: 'error',
  profile: 'correctness',
  title: 'A section that only an application may have',
  why: 'Authentication, session state, membership, roles, profiles, the machine key and the trust level belong to an application as a whole. In a folder or for a single page ASP.NET refuses them: "It is an error to use a section registered as allowDefinition=\'MachineToApplication\' beyond application level". Where the folder was meant to be an application, make it one in IIS Manager.',
  sources: [
    {
      document: 'section element for configSections (.NET Framework configuration reference)',
      says: 'MachineToApplication: machine.config, the web.config above all sites, and that of an application',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<location path="admin/default.aspx"><system.web><sessionState timeout="60" /></system.web></location>',
        at: 'sessionState',
      },
      '<location path="Report.ashx"><system.web><membership defaultProvider="X" /></system.web></location>',
    ],
    good: [
      '<system.web><sessionState timeout="60" /></system.web>',
      '<location path="admin/default.aspx"><system.web><authorization><deny users="?" /></authorization></system.web></location>',
      '<location path="."><system.web><sessionState timeout="60" /></system.web></location>',
      '<location path="shop"><system.web><authentication mode="Forms" /></system.web></location>',
      {
        file: 'applicationHost.config',
        text: '<location path="a/b.html"><system.web><trust level="Full" /></system.web></location>',
      },
      {
        // This server allows it anywhere.
        text: '<location path="Report.ashx"><system.web><membership defaultProvider="X" /></system.web></location>',
        machine:
          '<configSections><sectionGroup name="system.web"><section name="membership" allowDefinition="Everywhere" /></sectionGroup></configSections>',
      },
    ],
  },
  check({ document, hierarchy, report }) {
    if (document.kind !== 'web') return;
    for (const use of document.sections) {
      const { element, location, schema } = use;
      if (!schema || !readByDotNet(schema.product)) continue;
      if (allowedIn(hierarchy, use) !== 'MachineToApplication') continue;
      const path = hierarchy.pathOf(use);
      const applications = hierarchy.isPlaced && hierarchy.hasServer ? hierarchy.applications : [];
      const isFolder = applications.length > 0 && !applications.some((one) => isAbove(one, path) && isAbove(path, one));
      if (!isFolder && !FILE.test(location?.path ?? '')) continue;
      report({
        at: element.nameRange,
        message: `<${element.name}> belongs to an application, and this is ${isFolder ? 'a folder in one' : 'a file in one'}: ASP.NET answers with a configuration error, "beyond application level".`,
      });
    }
  },
});
