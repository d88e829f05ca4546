import { defineFamily, type PhraseKind, type Source } from '../fact';

const READ = '2026-11-21';
const informant: Source = {
  document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
  says: 'dllhost.exe runs applications of Medium protection as IWAM_<server>; inetinfo.exe runs as System.',
  read: READ,
};
const internals: Source = {
  document: 'MSDN blog of Emmanuel Boersma: IISRESET internals',
  url: 'https://blogs.msdn.microsoft.com/friis/2013/10/08/iisreset-internals/',
  says: 'The program that does the work of iisreset, and the module by which it finds processes to kill.',
  read: READ,
};

const file = (name: string) => ({
  kind: 'phrase' as const,
  as: 'name' as PhraseKind,
  anchors: [name] as [string],
  pattern: new RegExp(`${name.replaceAll('.', '\\.')}(?!\\w)`, 'iy'),
});

/** Programs of IIS that texts name. */
export default defineFamily({
  facts: [
    {
      id: 'process-dllhost',
      name: 'dllhost.exe',
      verdict: null,
      meaning:
        'The process in which COM runs libraries out of their caller. On IIS 5 it hosts applications of Medium (Pooled) and High (Isolated) protection, as IWAM_<computer>; IIS 7 and later use w3wp.exe instead.',
      checks: ['Which application it hosts stands behind `/Processid:` on its command line: look up that GUID.'],
      keys: [file('dllhost.exe')],
      sources: [informant],
      samples: ['an instance of dllhost.exe in which', 'C:\\WINNT\\system32\\dllhost.exe /Processid:'],
      notSamples: ['mydllhost.exe', 'dllhost'],
    },
    {
      id: 'process-inetinfo',
      name: 'inetinfo.exe',
      verdict: null,
      meaning:
        'The process of the IIS Admin service. On IIS 5 it also runs applications of Low protection, as SYSTEM; on IIS 7 and later it only serves IIS 6 compatibility, and no web site depends on it.',
      keys: [file('inetinfo.exe')],
      sources: [informant],
      samples: ['Inetinfo.exe runs under the System account.'],
      notSamples: ['inetinfo.execute'],
    },
    {
      id: 'process-iisrstas',
      name: 'iisrstas.exe',
      verdict: null,
      meaning:
        'The COM server that does the work of `iisreset`. On IIS 6 it stops IISADMIN and, where that fails or takes too long, kills every process that holds iisw3adm.dll.',
      fix: 'With `iisreset /noforce` it only stops and starts services.',
      keys: [file('iisrstas.exe')],
      sources: [internals],
      samples: ['a process named IISRSTAS.EXE.'],
      notSamples: ['iisrstas.dll'],
    },
    {
      id: 'module-iisw3adm',
      name: 'iisw3adm.dll',
      verdict: null,
      meaning:
        'The library of WAS and W3SVC, loaded by the svchost.exe that runs them. Plain `iisreset` on IIS 6 kills every process that holds it when the services do not stop in time.',
      doNot: ['Do not kill the svchost.exe that holds it: WAS and W3SVC end together.'],
      keys: [file('iisw3adm.dll')],
      sources: [internals],
      samples: ['processes hosting IISW3ADM.DLL'],
      notSamples: ['iisw3adm.exe'],
    },
  ],
});
