import { isPlaceholder } from '../../config/placeholder';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'invalid-state-connection-string',
  severity: 'error',
  profile: 'correctness',
  title: 'The address of the state server is malformed',
  why: 'With `mode="StateServer"` ASP.NET keeps sessions in the ASP.NET State Service at `stateConnectionString`, written `tcpip=server:port`. It throws a configuration error on every request where the text has another form; the usual port is 42424.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, OutOfProcSessionStateStore',
      says: 'the string begins with tcpip=, then a host or [IPv6 address], a colon and a port',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><sessionState mode="StateServer" stateConnectionString="10.0.0.5:42424" /></system.web>',
        at: '10.0.0.5:42424',
      },
      '<system.web><sessionState mode="StateServer" stateConnectionString="tcpip=10.0.0.5" /></system.web>',
      '<system.web><sessionState mode="StateServer" stateConnectionString="tcpip=state:99999" /></system.web>',
    ],
    good: [
      '<system.web><sessionState mode="StateServer" stateConnectionString="tcpip=10.0.0.5:42424" /></system.web>',
      '<system.web><sessionState mode="StateServer" stateConnectionString="tcpip=[::1]:42424" /></system.web>',
      '<system.web><sessionState mode="StateServer" stateConnectionString="$(StateServer)" /></system.web>',
      '<system.web><sessionState mode="InProc" stateConnectionString="localhost" /></system.web>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/sessionState', 'stateConnectionString')) {
      if (attribute(one.element, 'mode') !== 'StateServer' || isPlaceholder(one.value) || isWellFormed(one.value))
        continue;
      context.report({
        at: one.attribute.valueRange,
        message: `The address of the state server is tcpip=server:port, such as tcpip=10.0.0.5:42424, not ${quoted(one.value)}: ASP.NET answers every request with a configuration error.`,
      });
    }
  },
});

function isWellFormed(value: string): boolean {
  const [, port] = /^tcpip=(?:\[[^\]]{1,100}\]|[^:]{1,255}):(\d{1,5})$/.exec(value) ?? [];
  return port !== undefined && Number(port) <= 65_535;
}
