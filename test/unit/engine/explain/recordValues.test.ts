import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import { recordValues } from '../../../../src/engine/explain/recordValues';
import { knowledge } from '../../../kit/knowledge';

const valuesIn = async (text: string): Promise<Readonly<Record<string, string>>> => {
  const { records, diagnoses } = await explain(text, knowledge);
  assert.ok(records[0]);
  return recordValues(text, records[0], diagnoses[0]?.source ?? null, knowledge);
};

describe('the values of a record', () => {
  it('are those that a repair asks for, also of an account with a blank', async () => {
    const values = await valuesIn(
      'Source: DCOM\nEvent ID: 10016\nDescription:\nThe application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID\n{D63B10C5-BB46-4990-A94F-E40B9D520160}\n and APPID\n{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}\n to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18) from address LocalHost (Using LRPC).',
    );
    assert.equal(values.clsid, '{D63B10C5-BB46-4990-A94F-E40B9D520160}');
    assert.equal(values.appid, '{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}');
    assert.equal(values.sid, 'S-1-5-18');
    assert.equal(values.right, 'Local Activation');
  });

  it('name a pool as repairs do, from the data of an event', async () => {
    const values = await valuesIn(
      `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS"/><EventID>5002</EventID></System><EventData><Data Name="AppPoolID">Shop</Data><Data Name="long">${'x'.repeat(600)}</Data></EventData></Event>`,
    );
    assert.equal(values.pool, 'Shop');
    assert.equal(values.long, undefined);
  });
});
