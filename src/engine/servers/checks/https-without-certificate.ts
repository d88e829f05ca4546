import type { ServerCheck } from '../serverCheck';

/** A site with an https binding at a port where HTTP.sys has no certificate at all. */
const httpsWithoutCertificate: ServerCheck = {
  id: 'https-without-certificate',
  find({ snapshot: { sites, bindings } }) {
    if (!sites?.sites.known || !bindings?.certificates.known) return [];
    const portOf = (endpoint: string): string => endpoint.slice(endpoint.lastIndexOf(':') + 1);
    const ports = new Set(bindings.certificates.value.map(({ endpoint }) => portOf(endpoint)));
    return sites.sites.value.flatMap(({ name, state, bindings: own }) =>
      own.flatMap(({ protocol, information }) => {
        const port = /^.*:(\d{1,5}):[^:]*$/.exec(information)?.[1];
        if (protocol !== 'https' || state !== 'started' || port === undefined || ports.has(port)) return [];
        return [
          {
            severity: 'error',
            subject: { kind: 'site', name },
            title: `Site "${name}" has an https binding at port ${port} without a certificate`,
            detail: `HTTP.sys has no certificate for any address or host at port ${port}, so every connection to ${information} is closed in the handshake. The configuration names the binding; the certificate is bound separately: in IIS Manager, or with netsh http add sslcert.`,
          },
        ];
      }),
    );
  },
};

export default httpsWithoutCertificate;
