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
    return sites.sites.value.flatMap(({ name, id, state, bindings }) => {
      if (state !== 'stopped') return [];
      if (configuration?.sites.get(name.toLowerCase())?.text('serverAutoStart') === 'false') return [];
      const about = [name, String(id), ...bindings.flatMap(({ information }) => endpointsOf(information))];
      const reasons = about.flatMap((one) => eventsAbout(REASONS, one));
      const [newest] = reasons;
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
          facts: groups.flatMap(({ answer, events }) =>
            answer && events.some((event) => reasons.includes(event)) ? answer.id : [],
          ),
        },
      ];
    });
  },
};

/** What HTTP.sys calls the place that a binding listens at. */
function endpointsOf(information: string): readonly string[] {
  const [, address = '', port = ''] = /^(.*):(\d{1,5}):[^:]*$/.exec(information) ?? [];
  if (port === '') return [];
  return address === '' || address === '*' ? [`0.0.0.0:${port}`, `[::]:${port}`] : [`${address}:${port}`];
}

export default stoppedSite;
