/**
 * Names of the event id, one row a language, and literals of which one stands in each of them in this very case. They
 * are long, because a search for seven letters and more skips most of the text.
 */
const ID_NAMES: readonly { readonly literals: readonly string[]; readonly names: string }[] = [
  {
    literals: [
      ...['Event ID', 'EventID', 'Event_ID', 'EventId', 'Event Id', 'Event id', 'Event-ID', 'event ID', 'event id'],
      ...['EVENT ID', 'EVENTID', 'EVENT_ID', 'eventid', 'event_id', 'event-id', 'EventCode'],
      ...['Event Nu', 'Event Nr', 'Event No'],
    ],
    names: 'Event ID,EventID,Event_ID,Event-ID,EventCode,Event Number,Event Nr,Event No.',
  },
  { literals: ['Ereignis'], names: 'Ereignis-ID,Ereignis ID,EreignisID,Ereigniskennung' },
  {
    literals: ['vénement', 'vènement'],
    names: "ID de l'événement,ID de l'évènement,ID d'événement,ID événement,Identificateur d'événement",
  },
  {
    literals: ['l evento', 'd. evento', 'D evento', 'e evento', 'd. de evento'],
    names: 'Id. del evento,ID del evento,Id. de evento,ID de evento,Id. evento,ID evento',
  },
  {
    literals: ['l suceso', 'd. suceso', 'e suceso'],
    names: 'Id. suceso,Id. del suceso,Id. de suceso,ID de suceso,Identificador del suceso',
  },
  {
    literals: ['o do Evento', 'o do evento', 'D do evento', 'D de Evento', 'r do evento'],
    names: 'Identificação do Evento,ID do evento,ID de Evento,Identificador do evento',
  },
  { literals: ['ebeurtenis'], names: 'Gebeurtenis-id,Gebeurtenis ID,Gebeurtenis-ID' },
  { literals: ['событи'], names: 'Код события,Код (ID) события,ИД события,ID события,Идентификатор события' },
  { literals: ['zdarzenia'], names: 'Identyfikator zdarzenia,ID zdarzenia' },
  { literals: ['události'], names: 'ID události,Identifikátor události,Id. události' },
  { literals: ['Olay Kimli', 'Olay No'], names: 'Olay Kimliği,Olay No' },
  { literals: ['事件'], names: '事件 ID,事件ID,事件识别码,事件標識碼,事件識別碼,事件编号,事件編號' },
  { literals: ['イベント'], names: 'イベント ID,イベントID' },
  { literals: ['이벤트'], names: '이벤트 ID,이벤트ID' },
];

/** Every name of the event id, those of one language with commas between them. */
export const allIdNames: readonly string[] = ID_NAMES.map(({ names }) => names);

/** The names of the event id that may stand in a text, by the literals that it contains. */
export const idNamesIn = (text: string): readonly string[] =>
  ID_NAMES.filter(({ literals }) => literals.some((literal) => text.includes(literal))).flatMap(({ names }) =>
    names.split(','),
  );
