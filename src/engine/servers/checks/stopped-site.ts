import type { ServerCheck } from '../serverCheck';

/** W3SVC and HttpEvent: a binding that could not be taken, a malformed one, a site that could not be set up. */
const REASONS = [1004, 1007, 1173, 2276, 15005, 15007];

/** A site that should run and does not. */
const stoppedSite: ServerCheck = {
  id: 'stopped-site',
  find({ snapshot: { sites, services }, configuration, eventsAbout, groups }) {
    if (!sites?.sites.known) return [];
    const w3svc = services?.services.known && services.services.value.find(({ name }) => /^w3svc$/i.test(name));
    // Without the service no site runs; that is one finding, not one for each site.
    if (w3svc && w3svc.state !== 'running') return [];
    return sites.sites.value.flatMap(({ name, id, state }) => {
      if (state !== 'stopped') return [];
      if (configuration?.sites.get(name.toLowerCase())?.text('serverAutoStart') === 'false') return [];
      const [newest] = [...eventsAbout(REASONS, name), ...eventsAbout(REASONS, String(id))];
      const group = newest && groups.find(({ events }) => events.includes(newest));
      const said = group
        ? `The event log says why: ${group.title}. ${group.answer?.meaning ?? ''} ${group.answer?.fix ?? ''}`
        : 'The events that were read do not say why; it may have been stopped by hand. Start it; where a port is taken, Windows says so at once.';
      return [
        {
          severity: 'warning',
          subject: { kind: 'site', name },
          title: `Site "${name}" is stopped`,
          detail: `Nobody listens at its bindings, unless another site has the same ones. ${said}`.trim(),
          ...(group?.answer && { facts: [group.answer.id] }),
        },
      ];
    });
  },
};

export default stoppedSite;
