import { defineFamily, type Source } from '../fact';

const article: Source = {
  document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
  says: 'dllhost.exe runs as IWAM_<server>; its password resides in the metabase, in COM+ and in the account, and all must agree.',
  read: '2026-11-21',
};
const identities: Source = {
  document: 'Microsoft Learn: Understanding Built-In User and Group Accounts in IIS 7',
  says: 'IUSR and IIS_IUSRS of IIS 7 replace the IUSR and IWAM accounts and the IIS_WPG group of earlier versions.',
  read: '2026-11-21',
};

/** Accounts and account settings of IIS that texts name. */
export default defineFamily({
  facts: [
    {
      id: 'iwam-account',
      name: 'IWAM_<computer>',
      verdict: null,
      meaning:
        'The account of IIS 5 (and of IIS 6 in IIS 5.0 isolation mode) as which `dllhost.exe` runs applications of Medium and High protection. IIS 7 and later have none: pools have identities of their own.',
      checks: [
        'Its password has to agree in three places: the account, the metabase key `WAMUserPass`, the COM+ applications.',
      ],
      fix: 'After a change of the password: set `WAMUserPass` with adsutil.vbs, then run `synciwam.vbs -v`.',
      doNot: ['Do not give it the password of IUSR, and do not create one on IIS 7 or later.'],
      keys: [{ kind: 'phrase', as: 'account', anchors: ['iwam_'], pattern: /iwam_[\w-]{1,63}/iy }],
      sources: [article, identities],
      samples: ['.\\IWAM_WEB1', 'the IWAM_servername account'],
      notSamples: ['XIWAM_1', 'the IWAM account'],
    },
    {
      id: 'iusr-machine-account',
      name: 'IUSR_<computer>',
      verdict: null,
      meaning:
        'The anonymous user of IIS 6 and earlier, one per computer and with a password. IIS 7 and later use the built-in `IUSR` (S-1-5-17), which has none and is the same everywhere.',
      checks: ['On IIS 7 and later: where does the name come from, a migrated configuration or old file permissions?'],
      keys: [{ kind: 'phrase', as: 'account', anchors: ['iusr_'], pattern: /iusr_[\w-]{1,63}/iy }],
      sources: [identities],
      samples: ['IUSR_WEB1 has no rights'],
      notSamples: ['IIS_IUSRS', 'IUSR'],
    },
    {
      id: 'metabase-wamuserpass',
      name: 'Metabase key WAMUserPass',
      verdict: null,
      meaning:
        'Where the metabase of IIS 5 and 6 keeps the password of IWAM_<computer>, one of its three places. It has to agree with the account and with the COM+ applications.',
      fix: 'Set it with adsutil.vbs to the password that the account has, then run `synciwam.vbs -v`.',
      doNot: ['Do not set it to an empty value.'],
      keys: [
        {
          kind: 'phrase',
          as: 'name',
          anchors: ['lm/w3svc/wamuserpass', 'w3svc/wamuserpass', 'wamuserpass'],
          pattern: /(?:(?:lm\/)?w3svc\/)?wamuserpass(?!\w)/iy,
        },
      ],
      sources: [article],
      samples: ['the LM/W3SVC/WAMUserPass IIS metabase key', 'WAMUserPass'],
      notSamples: ['WAMUserPassword', 'WAMUserName'],
    },
  ],
});
