import type { ServerCheck } from '../serverCheck';

const DAY_MS = 86_400_000;
const SOON_DAYS = 30;

/** A certificate that HTTP.sys presents and that has expired, or soon will. */
const certificateExpires: ServerCheck = {
  id: 'certificate-expires',
  find({ snapshot: { at, system, certificates, bindings } }) {
    if (!certificates?.certificates.known || !bindings?.certificates.known) return [];
    const now = Date.parse(system?.now ?? '') || at;
    const bound = bindings.certificates.value;
    return certificates.certificates.value.flatMap(({ thumbprint, subject, dnsNames, notAfter }) => {
      const endpoints = bound.filter((one) => one.thumbprint === thumbprint).map(({ endpoint }) => endpoint);
      const end = Date.parse(notAfter);
      const days = Math.floor((end - now) / DAY_MS);
      if (!endpoints.length || !(days < SOON_DAYS)) return [];
      const name = dnsNames[0] ?? subject;
      const when = `${days < 0 ? 'It expired' : 'It expires'} on ${notAfter.slice(0, 10)}`;
      return [
        {
          severity: days < 0 ? 'error' : 'warning',
          subject: { kind: 'certificate', name: thumbprint },
          title:
            days < 0
              ? `The certificate of ${name} expired ${days === -1 ? 'within the last day' : `${-days} days ago`}`
              : `The certificate of ${name} expires in ${days === 0 ? 'less than a day' : days === 1 ? 'a day' : `${days} days`}`,
          detail: `${when} and is presented at ${endpoints.join(', ')}. Get a new one, import it with its private key into the same store and bind it; a renewed certificate has another thumbprint, so the binding must change too.`,
        },
      ];
    });
  },
};

export default certificateExpires;
