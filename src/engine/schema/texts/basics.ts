import { defineTexts } from '../texts';

export default defineTexts({
  'system.webServer': 'What IIS itself does with requests: handlers, modules, security, compression, errors.',
  'system.applicationHost': 'Sites and application pools of this server. It stands in `applicationHost.config` only.',
  'system.web': 'Settings of ASP.NET. .NET reads them, not IIS; ASP.NET Core ignores them.',
  'system.webServer/security': 'Who may send which requests: authentication, authorization, TLS, request filtering.',
  'system.webServer/security/authentication':
    'How users prove who they are. IIS ships with these sections locked for `web.config`.',
  'system.webServer/rewrite': 'URL Rewrite. Without the module of that name IIS answers 500.19.',
  'system.webServer/tracing': 'Failed request tracing.',
});
