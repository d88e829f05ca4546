import { defineFamily, type Fact, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const sources: NonEmpty<Source> = [
  {
    document: 'Setup notes and registry listings of SQL Server Integration Services',
    says: 'The service of each version has a class and an AppID of its own; 10016 names the account of SQL Server Agent.',
    read: READ,
  },
];

/** Integration Services of one version. */
const integrationServices = (version: string, service: string, clsid: string, appId: string): Fact => ({
  id: `sql-integration-services-${version.replace(/\W+/g, '-').toLowerCase()}`,
  name: `SQL Server ${version} Integration Services`,
  verdict: 'look',
  verdictText: 'only where packages fail to start',
  meaning: `The service \`${service}\` of SQL Server on the same machine, no part of IIS. 10016: the account of SQL Server Agent or of a developer may not launch or activate it.`,
  checks: ['Do packages or the connection to Integration Services fail for that account? Else ignore the record.'],
  fix: 'Component Services, DCOM Config, this application: Local Launch and Local Activation for that one account.',
  doNot: ['Do not give the account local administrator rights instead, and do not grant Everyone.'],
  keys: [
    { kind: 'guid', guid: clsid, roles: ['CLSID'] },
    { kind: 'guid', guid: appId, roles: ['AppID'] },
  ],
  sources,
  samples: [`CLSID {${clsid}} and APPID {${appId}} to the user NT SERVICE\\SQLSERVERAGENT`],
  notSamples: [`CLSID {${clsid.slice(0, -1)}${clsid.endsWith('0') ? '1' : '0'}}`],
});

/** COM applications of SQL Server, which often shares a machine with IIS. */
export default defineFamily({
  facts: [
    integrationServices(
      '2008',
      'MsDtsServer100',
      '46063B1E-BE4A-4014-8755-5B377CD462FC',
      'FAAFC69C-F4ED-4CCA-8849-7B882279EDBE',
    ),
    integrationServices(
      '2012',
      'MsDtsServer110',
      'FDC3723D-1588-4BA3-92D4-42C430735D7D',
      '83B33982-693D-4824-B42E-7196AE61BB05',
    ),
    integrationServices(
      '2014',
      'MsDtsServer120',
      '806835AE-FD04-4870-A1E8-D65535358293',
      'EE4171E6-C37E-4D04-AF4C-8617BC7D4914',
    ),
    integrationServices(
      '2017',
      'MsDtsServer140',
      'ECAABCB7-4078-4017-8E36-F64A56883AB5',
      '347F1A3E-7950-45F6-8681-43C056BDE1BD',
    ),
  ],
});
