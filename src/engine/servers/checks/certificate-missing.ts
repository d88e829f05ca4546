import type { ServerCheck } from '../serverCheck';

/** The application of IIS in `netsh http show sslcert`; entries of other products are theirs to mend. */
const IIS = '{4dc3e181-e14b-4a21-b022-59fc669b0914}';

/** HttpEvent: an endpoint has no usable certificate. */
const UNUSABLE = 15021;

/** A binding of HTTP.sys whose certificate is not in its store, or has no private key there. */
const certificateMissing: ServerCheck = {
  id: 'certificate-missing',
  find({ snapshot: { certificates, bindings }, eventsAbout, groups }) {
    if (!certificates?.certificates.known || !bindings?.certificates.known) return [];
    const all = certificates.certificates.value;
    return bindings.certificates.value.flatMap(({ endpoint, kind, thumbprint, store, applicationId }) => {
      if (kind === 'centralStore' || thumbprint === '') return [];
      // Only the stores that were read can tell that something is not there.
      if (!/^(?:my|webhosting)$/i.test(store || 'MY')) return [];
      const certificate = all.find((one) => one.thumbprint === thumbprint);
      if (certificate?.hasPrivateKey) return [];
      const whose =
        applicationId.toLowerCase() === IIS ? '' : ' The entry was not made by IIS; look for its owner first.';
      const [failed] = eventsAbout([UNUSABLE], endpoint);
      const group = failed && groups.find(({ events }) => events.includes(failed));
      return [
        {
          ...(group?.answer && { facts: [group.answer.id] }),
          severity: 'error',
          subject: { kind: 'certificate', name: thumbprint },
          title: certificate
            ? `The certificate at ${endpoint} has no private key`
            : `The certificate at ${endpoint} is not in the store any more`,
          detail: certificate
            ? `HTTP.sys cannot use it, so every TLS connection to ${endpoint} is closed in the handshake. Import it together with its key (a PFX file), or repair the link: certutil -repairstore ${store || 'MY'} ${thumbprint}.${whose}`
            : `HTTP.sys still points to ${thumbprint} in ${store || 'MY'}, so every TLS connection to ${endpoint} is closed in the handshake. Bind a certificate that is there.${whose}`,
        },
      ];
    });
  },
};

export default certificateMissing;
