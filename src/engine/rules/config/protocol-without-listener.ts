import { setValue } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { bindingsOf, serverSection, sitesOf, writtenAt } from '../../config/server';
import { closest } from '../../text/closest';
import { defineConfigRule } from '../configRule';
import { oneOf, quoted } from '../quoted';
import { binding, host, site } from '../serverExamples';

/** Served by http's listener and by the FTP service, or by services of WCF that register themselves on installation. */
const ALWAYS = ['http', 'https', 'ftp'];

const withAdapters = (adapters: string, bindings: string) =>
  host(
    `<system.applicationHost><listenerAdapters>${adapters}</listenerAdapters><sites>${site('name="Shop" id="1"', binding('https', '*:443:shop.example', 1) + bindings)}</sites></system.applicationHost>`,
  );

export default defineConfigRule({
  id: 'protocol-without-listener',
  severity: 'warning',
  profile: 'recommended',
  title: 'A binding for a protocol that nothing on the server listens for',
  why: 'Each protocol beside HTTP and FTP has an adapter in `listenerAdapters`, which the Windows feature for it writes there (WCF Services: TCP, Named Pipe, Message Queuing activation). Without it nobody listens at the binding. A misspelt protocol has the same effect.',
  sources: [
    {
      document: 'listenerAdapters element, IIS configuration reference',
      says: 'the adapters through which WAS gets requests of other protocols',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      withAdapters('<add name="http" />', binding('htpp', '*:80:')),
      withAdapters('<add name="http" /><add name="net.pipe" identity="S-1-5-80-1" />', binding('net.tcp', '808:*')),
    ],
    good: [
      withAdapters(
        '<add name="http" /><add name="net.tcp" identity="S-1-5-80-1" />',
        binding('net.tcp', '808:*') + binding('HTTP', '*:80:a.example') + binding('ftp', '10.0.0.1:21:'),
      ),
      withAdapters('', binding('net.tcp', '808:*')),
      withAdapters('<add name="http" />', binding('$(Protocol)', '*:80:')),
    ],
  },
  check(context) {
    const adapters = (serverSection('system.applicationHost/listenerAdapters', context)?.entries ?? []).map((one) =>
      one.text('name'),
    );
    if (!adapters.length) return;
    const names = [...new Set([...ALWAYS, ...adapters])];
    const known = new Set(names.map((name) => name.toLowerCase()));
    for (const one of sitesOf(context))
      for (const { protocol, element } of bindingsOf(one)) {
        const written = element.value('protocol').origin?.attribute;
        if (!written || known.has(protocol) || isPlaceholder(written.value) || protocol.trim() === '') continue;
        const meant = closest(written.value, names);
        context.report({
          at: writtenAt(element, 'protocol'),
          message: `Nothing listens for ${quoted(written.value)}: listenerAdapters has only ${oneOf(adapters.map((name) => quoted(name))).replace(/ or ([^ ]+)$/, ' and $1')}. Install the feature for it, or correct the protocol.`,
          fixes: meant ? [{ title: `Change to ${meant}`, edits: [setValue(written, meant)], isSafe: false }] : [],
        });
      }
  },
});
