/** Names of the event id in English, which every text may have. */
const ENGLISH = 'Event ID,EventID,Event_ID,Event-ID,EventCode,Event Number,Event Nr,Event No.';

/** Names of the event id in other languages, each with a word in lower case that all of them contain. */
const OTHERS: readonly { readonly word: string; readonly names: string }[] = [
  { word: 'ereignis', names: 'Ereignis-ID,Ereignis ID,EreignisID,Ereigniskennung' },
  {
    word: 'nement',
    names: "ID de l'événement,ID de l'évènement,ID d'événement,ID événement,Identificateur d'événement",
  },
  {
    word: 'evento',
    names:
      'Id. del evento,ID del evento,Id. de evento,ID de evento,Id. evento,ID evento,Identificação do Evento,ID do evento,Identificador do evento',
  },
  { word: 'suceso', names: 'Id. suceso,Id. del suceso,Id. de suceso,ID de suceso,Identificador del suceso' },
  { word: 'gebeurtenis', names: 'Gebeurtenis-id,Gebeurtenis ID' },
  { word: 'событи', names: 'Код события,Код (ID) события,ИД события,ID события,Идентификатор события' },
  { word: 'zdarzenia', names: 'Identyfikator zdarzenia,ID zdarzenia' },
  { word: 'události', names: 'ID události,Identifikátor události,Id. události' },
  { word: 'olay ', names: 'Olay Kimliği,Olay No' },
  { word: 'händelse', names: 'Händelse-ID,Händelse ID' },
  { word: 'hændelse', names: 'Hændelses-id,Hændelses ID' },
  { word: 'hendelse', names: 'Hendelses-ID,Hendelses ID' },
  { word: 'tapahtuma', names: 'Tapahtumatunnus,Tapahtuman tunnus' },
  { word: 'esemény', names: 'Eseményazonosító,Esemény azonosítója' },
  { word: '事件', names: '事件 ID,事件ID,事件识别码,事件標識碼,事件識別碼,事件编号,事件編號' },
  { word: 'イベント', names: 'イベント ID,イベントID' },
  { word: '이벤트', names: '이벤트 ID,이벤트ID' },
];

/** Most texts have none of them, and are looked through only once. */
const ANY_OTHER = new RegExp(OTHERS.map(({ word }) => word).join('|'), 'i');

/** Every name of the event id, those of one language with commas between them. */
export const allIdNames: readonly string[] = [ENGLISH, ...OTHERS.map(({ names }) => names)];

/** The names of the event id that may stand in a text. */
export function idNamesIn(text: string): readonly string[] {
  const others = ANY_OTHER.test(text) ? OTHERS.filter(({ word }) => new RegExp(word, 'i').test(text)) : [];
  return [ENGLISH, ...others.map(({ names }) => names)].flatMap((names) => names.split(','));
}
