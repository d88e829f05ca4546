import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import { RecordFinder } from '../../../../src/engine/logs/records';
import { knowledge } from '../../../kit/knowledge';

const CLSID = '{D63B10C5-BB46-4990-A94F-E40B9D520160}';
const APPID = '{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}';
const LOGGED = Date.UTC(2026, 10, 20, 8, 1, 2);

/** The labels of Event Viewer, the date and the word for a warning; what stands in the message does not matter. */
const headers: Readonly<Record<string, readonly [string, string, string, string, string, string, string, string]>> = {
  German: [
    'Protokollname:',
    'Quelle:',
    'Datum:',
    '20.11.2026 08:01:02',
    'Ereignis-ID:',
    'Ebene:',
    'Warnung',
    'Beschreibung:',
  ],
  French: [
    'Nom du journal :',
    'Source :',
    'Date :',
    '20/11/2026 08:01:02',
    'ID de l’événement :',
    'Niveau :',
    'Avertissement',
    'Description :',
  ],
  Spanish: [
    'Nombre de registro:',
    'Origen:',
    'Fecha:',
    '20/11/2026 8:01:02',
    'Id. del evento:',
    'Nivel:',
    'Advertencia',
    'Descripción:',
  ],
  Italian: [
    'Nome registro:',
    'Origine:',
    'Data:',
    '20/11/2026 08:01:02',
    'ID evento:',
    'Livello:',
    'Avviso',
    'Descrizione:',
  ],
  Dutch: [
    'Logboeknaam:',
    'Bron:',
    'Datum:',
    '20-11-2026 08:01:02',
    'Gebeurtenis-id:',
    'Niveau:',
    'Waarschuwing',
    'Beschrijving:',
  ],
  Portuguese: [
    'Nome do Log:',
    'Fonte:',
    'Data:',
    '20/11/2026 08:01:02',
    'Identificação do Evento:',
    'Nível:',
    'Aviso',
    'Descrição:',
  ],
  Russian: [
    'Имя журнала:',
    'Источник:',
    'Дата:',
    '20.11.2026 8:01:02',
    'Код события:',
    'Уровень:',
    'Предупреждение',
    'Описание:',
  ],
  Polish: [
    'Nazwa dziennika:',
    'Źródło:',
    'Data:',
    '20.11.2026 08:01:02',
    'Identyfikator zdarzenia:',
    'Poziom:',
    'Ostrzeżenie',
    'Opis:',
  ],
  Czech: [
    'Název protokolu:',
    'Zdroj:',
    'Datum:',
    '20. 11. 2026 8:01:02',
    'ID události:',
    'Úroveň:',
    'Upozornění',
    'Popis:',
  ],
  Turkish: ['Günlük Adı:', 'Kaynak:', 'Tarih:', '20.11.2026 08:01:02', 'Olay Kimliği:', 'Düzey:', 'Uyarı', 'Açıklama:'],
  Swedish: ['Loggnamn:', 'Källa:', 'Datum:', '2026-11-20 08:01:02', 'Händelse-ID:', 'Nivå:', 'Varning', 'Beskrivning:'],
  Danish: [
    'Lognavn:',
    'Kilde:',
    'Dato:',
    '20-11-2026 08:01:02',
    'Hændelses-id:',
    'Niveau:',
    'Advarsel',
    'Beskrivelse:',
  ],
  Norwegian: [
    'Loggnavn:',
    'Kilde:',
    'Dato:',
    '20.11.2026 08:01:02',
    'Hendelses-ID:',
    'Nivå:',
    'Advarsel',
    'Beskrivelse:',
  ],
  Finnish: [
    'Lokin nimi:',
    'Lähde:',
    'Päivämäärä:',
    '20.11.2026 8.01.02',
    'Tapahtumatunnus:',
    'Taso:',
    'Varoitus',
    'Kuvaus:',
  ],
  Hungarian: [
    'Napló neve:',
    'Forrás:',
    'Dátum:',
    '2026. 11. 20. 8:01:02',
    'Eseményazonosító:',
    'Szint:',
    'Figyelmeztetés',
    'Leírás:',
  ],
  'simplified Chinese': ['日志名称:', '来源:', '日期:', '2026/11/20 8:01:02', '事件 ID:', '级别:', '警告', '描述:'],
  'traditional Chinese': [
    '記錄檔名稱:',
    '來源:',
    '日期:',
    '2026/11/20 上午 08:01:02',
    '事件識別碼:',
    '等級:',
    '警告',
    '描述:',
  ],
  Japanese: ['ログの名前:', 'ソース:', '日付:', '2026/11/20 8:01:02', 'イベント ID:', 'レベル:', '警告', '説明:'],
  Korean: ['로그 이름:', '원본:', '날짜:', '2026-11-20 오전 8:01:02', '이벤트 ID:', '수준:', '경고', '설명:'],
};

const SOURCE = 'Microsoft-Windows-DistributedCOM';
/** A message in no language: only what every language keeps. */
const message = `xxxx "XX-XX\\SYSTEM" (SID: S-1-5-18) xxx CLSID \r\n${CLSID}\r\n xxx APPID \r\n${APPID}\r\n xxx.`;

describe('a record of a localised Windows', () => {
  for (const [language, [log, source, date, time, id, level, warning, description]] of Object.entries(headers)) {
    const layouts = {
      'on lines of their own': [
        `${log} System`,
        `${source} ${SOURCE}`,
        `${date} ${time}`,
        `${id} 10016`,
        `${level} ${warning}`,
        description,
        message,
      ].join('\r\n'),
      'without a blank behind the colon': [
        `${log}System`,
        `${source}${SOURCE}`,
        `${date}${time}`,
        `${id}10016`,
        `${level}${warning}`,
        `${description}${message}`,
      ].join('\n'),
      'with full-width colons': [
        `${source} ${SOURCE}`,
        `${date} ${time}`,
        `${id} 10016`,
        `${level} ${warning}`,
        description,
        message,
      ]
        .join('\n')
        .replaceAll(/ ?:(?= |$)/gm, '：'),
      'in one line': `${log} System ${source} ${SOURCE} ${date} ${time} ${id} 10016 ${level} ${warning} ${description} ${message.replace(/\s+/g, ' ')}`,
    };
    for (const [layout, text] of Object.entries(layouts))
      it(`is read in ${language} ${layout}`, async () => {
        const [record, ...more] = new RecordFinder(knowledge.eventTypes).find(text).records;
        assert.ok(record?.message);
        assert.equal(more.length, 0);
        assert.equal(record.provider, SOURCE);
        assert.equal(record.eventId, 10016);
        assert.equal(record.level, 'warning');
        assert.equal(record.time?.utcMs, LOGGED);
        assert.ok(text.slice(record.message.start).startsWith('xxxx'));
        const { diagnoses } = await explain(text, knowledge);
        assert.deepEqual(
          diagnoses.map(({ title }) => title),
          ['DCOM 10016 · by design · RuntimeBroker'],
        );
      });
  }

  it('of the old Event Viewer is read too', async () => {
    const { diagnoses } = await explain(
      'Ereignistyp:\tFehler\nEreignisquelle:\tDCOM\nEreigniskategorie:\tKeine\nEreigniskennung:\t10010\nDatum:\t\t20.11.2006\nZeit:\t\t08:01:02\nBenutzer:\t\tNicht zutreffend\nComputer:\tWEB01\nBeschreibung:\nxxx "{3D14228D-FBE1-11D0-995D-00C04FD919C1}" xxx DCOM xxx.',
      knowledge,
    );
    assert.equal(diagnoses[0]?.answers[0].id, 'dcom-10010-iis-pooled');
    assert.equal(diagnoses[0].time?.utcMs, Date.UTC(2006, 10, 20, 8, 1, 2));
  });

  it('that a machine translated keeps its labels in one line', () => {
    const text = `ログ名:システムソース:${SOURCE}日付:イベントID:10016タスクカテゴリ:なしレベル:警告説明:xxxx CLSID ${CLSID}`;
    const [record] = new RecordFinder(knowledge.eventTypes).find(text).records;
    assert.equal(record?.provider, SOURCE);
    assert.equal(record.eventId, 10016);
    assert.equal(record.level, 'warning');
  });
});

it('a Spanish header of Windows 2003 is read to its first line', () => {
  const text =
    'Tipo de evento: Error\n\nOrigen del evento: DCOM\n\nCategoría del evento: Ninguno\n\nId. de evento: 10016\n\nDescripción:\n\nxxx';
  const [record] = new RecordFinder(knowledge.eventTypes).find(text).records;
  assert.deepEqual([record?.provider, record?.level, record?.start], ['DCOM', 'error', 0]);
});
