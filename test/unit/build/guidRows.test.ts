import assert from 'node:assert/strict';
import { guidRows } from '../../../src/build/guidRows';

const CLASS = '9E175B6D-F52A-11D8-B9A5-505054503030';
const APPLICATION = '9E175B9C-F52A-11D8-B9A5-505054503030';
const listing = 'registry CLSID/AppID/LocalService dumps in ohpe/juicy-potato:CLSID/*/CLSIDs.csv';
const header = 'microsoft/win32metadata:generation/WinSDK/RecompiledIdlHeaders/um/Bits.h';

describe('guidRows', () => {
  it('keeps one row a GUID, the one that has a name', () => {
    const rows = guidRows([
      { guid: CLASS, kind: 'clsid', name: null, appid: [], service: [], source: listing },
      {
        guid: CLASS.toLowerCase(),
        kind: 'clsid',
        name: 'Named',
        component: 'Search',
        source: `${header}; ; public text`,
      },
    ]);
    assert.deepEqual(rows, [
      {
        guid: CLASS,
        role: 'CLSID',
        name: 'Named',
        part: 'Search',
        service: '',
        appId: '',
        source: 'Windows SDK header Bits.h',
      },
    ]);
  });

  it('names what has no name after its service, and gives its AppID a row', () => {
    const rows = guidRows([
      { guid: CLASS, kind: 'clsid', name: null, appid: [APPLICATION], service: ['WSearch'], source: listing },
    ]);
    assert.deepEqual(
      rows.map(({ guid, role, name, service, appId }) => [guid, role, name, service, appId]),
      [
        [CLASS, 'CLSID', 'Class of service WSearch', 'WSearch', APPLICATION],
        [APPLICATION, 'AppID', 'Application of service WSearch', 'WSearch', ''],
      ],
    );
  });

  it('says that CLSID and AppID are one, instead of naming it twice', () => {
    const [one] = guidRows([{ guid: CLASS, kind: 'clsid', name: 'Broker (CLSID equals AppID)', source: 'seed 000' }]);
    assert.equal(one?.role, 'CLSID, AppID');
    assert.equal(one.name, 'Broker');
    assert.equal(one.source, 'Public listings of GUIDs');
  });

  it('leaves names of nothing out', () =>
    assert.deepEqual(guidRows([{ guid: CLASS, kind: 'clsid', name: 'Dummy30040732', source: header }]), []));
});
