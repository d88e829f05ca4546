import { defineConfigRule } from '../configRule';

const INIT = 'system.webServer/applicationInitialization';

export default defineConfigRule({
  id: 'initialization-waits-for-first-request',
  severity: 'information',
  profile: 'recommended',
  title: 'Application initialization that waits for the first visitor',
  why: 'The pages of `applicationInitialization` are requested when an application starts, and without `preloadEnabled="true"` on the application, in `applicationHost.config`, it starts with the first request: the first visitor waits as before. With `startMode="AlwaysRunning"` of the pool the application is warm before anybody comes.',
  sources: [
    {
      document: 'Application Initialization <applicationInitialization>, IIS configuration reference',
      says: 'preloadEnabled of the application starts the initialization without a request; doAppInitAfterRestart does it after a restart',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><applicationInitialization><add initializationPage="/warm" /></applicationInitialization></system.webServer>',
        server:
          '<system.applicationHost><sites><site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\shop" /></application></site></sites></system.applicationHost>',
        path: 'Shop',
        at: 'applicationInitialization',
      },
    ],
    good: [
      {
        text: '<system.webServer><applicationInitialization><add initializationPage="/warm" /></applicationInitialization></system.webServer>',
        server:
          '<system.applicationHost><sites><site name="Shop" id="1"><application path="/" preloadEnabled="true"><virtualDirectory path="/" physicalPath="D:\\shop" /></application></site></sites></system.applicationHost>',
        path: 'Shop',
      },
      {
        text: '<system.webServer><applicationInitialization doAppInitAfterRestart="true"><add initializationPage="/warm" /></applicationInitialization></system.webServer>',
        server:
          '<system.applicationHost><sites><site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\shop" /></application></site></sites></system.applicationHost>',
        path: 'Shop',
      },
      '<system.webServer><applicationInitialization><add initializationPage="/warm" /></applicationInitialization></system.webServer>',
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (document.kind !== 'web' || !hierarchy.hasServer || !hierarchy.isPlaced) return undefined;
    for (const use of sections(INIT)) {
      const path = hierarchy.pathOf(use);
      const init = hierarchy.effective(INIT, path)?.element;
      if (!init?.entries.length || init.isTrue('doAppInitAfterRestart')) continue;
      const [site = '', ...rest] = path.toLowerCase().split('/');
      const applications = (hierarchy.effective('system.applicationHost/sites', '')?.element.entries ?? [])
        .filter((one) => one.text('name').toLowerCase() === site)
        .flatMap((one) => one.entries);
      const application = applications.find((one) => one.text('path').toLowerCase() === `/${rest.join('/')}`);
      if (!application || application.isTrue('preloadEnabled')) continue;
      report({
        at: use.element.nameRange,
        message:
          'The application has no preloadEnabled="true" in applicationHost.config, so it starts, and these pages run, only with the first request: the first visitor waits as before.',
      });
    }
    return undefined;
  },
});
