import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import { outline } from '../../../../src/engine/explain/outline';
import { knowledge } from '../../../kit/knowledge';

const entries = async (text: string) => outline(text, await explain(text, knowledge), knowledge);

describe('outline', () => {
  it('names known and unknown records in order of place', async () => {
    const text = [
      'Source: DCOM',
      'Event ID: 10016',
      'Description: Local Activation permission {D63B10C5-BB46-4990-A94F-E40B9D520160}',
      '',
      'Source: Contoso Shop',
      'Event ID: 17',
      'Description: it happened  ',
      '',
      'Source: Other Shop',
      'Event ID: 4711',
      'Description: it happened too',
    ].join('\r\n');
    const found = await entries(text);
    assert.deepEqual(
      found.map(({ title, verdict }) => [title.split(' · ')[0], verdict]),
      [
        ['DCOM 10016', 'benign'],
        ['Contoso Shop 17', null],
        ['Other Shop 4711', null],
      ],
    );
    for (const { start, end } of found) {
      assert.match(text.slice(start, end), /^(?:Source|Event).*\S$/s);
    }
  });

  it('uses the label of a provider whose event we do not know', async () => {
    const [entry] = await entries('Source: Microsoft-Windows-DistributedCOM\nEvent ID: 65000\nDescription: x y z');
    assert.equal(entry?.title, 'DCOM 65000');
  });

  it('is empty where nothing is a record', async () => assert.deepEqual(await entries('S-1-5-18, 0x80070425'), []));
});
