import { setValue } from '../../config/edits';
import { closest } from '../../text/closest';
import { attribute, type XmlElement } from '../../xml/tree';
import { defineConfigRule, type ConfigContext } from '../configRule';
import { quoted } from '../quoted';
import { elementsOf } from '../settings';

const GROUP = 'system.serviceModel';

export default defineConfigRule({
  id: 'wcf-configuration-not-found',
  severity: 'error',
  profile: 'correctness',
  title: 'A WCF endpoint refers to a configuration that is not there',
  why: '`bindingConfiguration` names an entry of the endpoint\'s own kind of binding in `<bindings>`. Where there is none, WCF throws "does not have a configured binding named" when the service is activated or the client is made, and requests end with 500.',
  sources: [
    {
      document: 'endpoint element (WCF configuration schema)',
      says: 'bindingConfiguration is the name of a binding of the given kind in bindings',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.serviceModel><bindings><basicHttpBinding><binding name="Large" /></basicHttpBinding></bindings><client><endpoint address="http://a.test" binding="basicHttpBinding" bindingConfiguration="Larg" contract="I" /></client></system.serviceModel>',
        at: 'Larg',
      },
      '<system.serviceModel><bindings><wsHttpBinding><binding name="B" /></wsHttpBinding><basicHttpBinding><binding name="C" /></basicHttpBinding></bindings><services><service name="S"><endpoint binding="basicHttpBinding" bindingConfiguration="B" contract="I" /></service></services></system.serviceModel>',
    ],
    good: [
      '<system.serviceModel><bindings><basicHttpBinding><binding name="B" /></basicHttpBinding></bindings><client><endpoint binding="basicHttpBinding" bindingConfiguration="B" contract="I" /><endpoint binding="basicHttpBinding" bindingConfiguration="" contract="J" /></client></system.serviceModel>',
      '<system.serviceModel><bindings configSource="bindings.config" /><client><endpoint binding="basicHttpBinding" bindingConfiguration="B" contract="I" /></client></system.serviceModel>',
      '<system.serviceModel><client><endpoint binding="basicHttpBinding" bindingConfiguration="FromAbove" contract="I" /></client></system.serviceModel>',
    ],
  },
  check(context) {
    // Without bindings of that kind in this file they may stand in one above.
    const bindings = bindingsOf(context);
    const endpoints = [
      ...elementsOf(context, `${GROUP}/client`, 'endpoint'),
      ...elementsOf(context, `${GROUP}/services`, 'service', 'endpoint'),
    ];
    for (const { element } of endpoints) {
      const written = element.attributes.find(({ name }) => name === 'bindingConfiguration');
      const names = bindings.get(attribute(element, 'binding') ?? '');
      if (!written || written.value.trim() === '' || !names) continue;
      if (names.some((name) => name.toLowerCase() === written.value.toLowerCase())) continue;
      const meant = closest(written.value, names);
      context.report({
        at: written.valueRange,
        message: `${quoted(attribute(element, 'binding') ?? '')} has no binding named ${quoted(written.value)}: WCF throws when the endpoint is opened.`,
        fixes: meant ? [{ title: `Change to ${quoted(meant)}`, edits: [setValue(written, meant)], isSafe: false }] : [],
      });
    }
  },
});

function bindingsOf(context: ConfigContext): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (kind: XmlElement): void => {
    const names = kind.children.flatMap((one) => (one.name === 'binding' ? (attribute(one, 'name') ?? []) : []));
    found.set(kind.name, [...(found.get(kind.name) ?? []), ...names]);
  };
  for (const { element } of elementsOf(context, `${GROUP}/bindings`)) element.children.forEach(add);
  return found;
}
