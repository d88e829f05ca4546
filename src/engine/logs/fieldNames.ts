import { allIdNames } from './idNames';
import { plainName, REMEMBERED } from './plainName';

/** What a column, a label or a key of an event record holds. */
export type Field =
  | 'id'
  /** The whole 32-bit identifier of the old interface; its lower half is the event id. */
  | 'instance'
  | 'provider'
  | 'message'
  | 'log'
  | 'time'
  /** The time of day, where the date stands by itself. */
  | 'clock'
  | 'level'
  /** The level as old event logs label it, with which their header begins. */
  | 'type'
  | 'category'
  | 'user'
  | 'computer'
  | 'record'
  | 'insertions'
  | 'other'
  /** The XML of the same event, which Event Viewer puts behind its text. */
  | 'xml'
  /** How often the event was logged: no record, but a summary of many. */
  | 'count';

/** Only names; blanks, case and signs do not count. One row a language: en, de, fr, es, it, nl, pt, ru, pl, cs, tr, zh, ja, ko, sv, da and no, fi and hu. */
const NAMES: Readonly<Record<Exclude<Field, 'id'>, readonly string[]>> = {
  instance: ['InstanceId', 'EventIdentifier'],
  provider: [
    'Source,Event Source,Source Name,Provider Name,Provider,Event Provider,Event Source Name',
    'Quelle,Ereignisquelle,Anbietername',
    "Source de l'événement,Source de l'évènement,Nom du fournisseur,Fournisseur",
    'Origen,Origen del evento,Origen del suceso,Nombre del proveedor,Proveedor',
    'Origine,Origine evento,Origine sistema,Fonte,Nome provider',
    'Bron,Bron van gebeurtenis,Gebeurtenisbron,Naam van provider',
    'Fonte do evento,Fonte de evento,Origem,Origem do evento,Nome do provedor',
    'Источник,Источник события,Имя поставщика,Поставщик',
    'Źródło,Źródło zdarzenia,Nazwa dostawcy',
    'Zdroj,Zdroj události,Název zprostředkovatele',
    'Kaynak,Olay Kaynağı,Sağlayıcı Adı',
    '来源,事件来源,源,提供程序名称,來源,事件來源,提供者名稱',
    'ソース,イベント ソース,プロバイダー名,プロバイダー',
    '원본,이벤트 원본,출처,공급자 이름',
    'Källa,Händelsekälla',
    'Kilde,Hændelseskilde,Hendelseskilde',
    'Lähde,Forrás,Eseményforrás',
  ],
  message: [
    'Description,Event Description,Message,Event Message,Rendered Description,Full Message,Short Message,Event String,Payload,Details',
    'Beschreibung,Meldung',
    'Message,Texte',
    'Descripción,Mensaje',
    'Descrizione,Messaggio',
    'Beschrijving,Bericht',
    'Descrição,Mensagem',
    'Описание,Сообщение',
    'Opis,Komunikat',
    'Popis,Zpráva',
    'Açıklama,İleti',
    '描述,说明,消息,說明,訊息',
    '説明,メッセージ',
    '설명,메시지',
    'Beskrivning,Meddelande',
    'Beskrivelse,Meddelelse,Melding',
    'Kuvaus,Leírás,Üzenet',
  ],
  log: [
    'Log Name,Log,LogName,Event Log,Channel,Logfile,Container Log,EventLogName',
    'Protokollname,Protokoll',
    'Nom du journal,Journal',
    'Nombre de registro,Registro',
    'Nome registro,Registro',
    'Logboeknaam,Logboek',
    'Nome do Log,Nome de registo,Nome do registo',
    'Имя журнала,Журнал',
    'Nazwa dziennika,Dziennik',
    'Název protokolu,Protokol',
    'Günlük Adı',
    '日志名称,記錄檔名稱,记录名称',
    'ログの名前,ログ名,ログ',
    '로그 이름',
    'Loggnamn',
    'Lognavn,Loggnavn',
    'Lokin nimi,Lokinimi,Napló neve,Naplónév',
  ],
  time: [
    'Date and Time,Date,Logged,TimeCreated,Time Created,TimeGenerated,Time Generated,TimeWritten,Time Written,Event Time,Timestamp,@timestamp,System Time,Time Logged,Last Time Written,First Time Written,DateTime',
    'Datum und Uhrzeit,Datum,Protokolliert',
    'Date et heure,Date,Enregistré,Connecté',
    'Fecha y hora,Fecha,Registrado',
    'Data e ora,Data,Registrato',
    'Datum en tijd,Datum,Vastgelegd op',
    'Data e Hora,Data,Registrado em',
    'Дата и время,Дата,Дата и время события',
    'Data i godzina,Data,Zarejestrowano',
    'Datum a čas,Datum,Zaznamenáno',
    'Tarih ve Saat,Tarih',
    '日期和时间,日期,日期及時間,日期和時間,记录时间',
    '日付と時刻,日付,日付と時間',
    '날짜 및 시간,날짜',
    'Datum och tid,Loggat',
    'Dato og klokkeslæt,Dato og klokkeslett,Dato',
    'Päivämäärä ja kellonaika,Päivämäärä,Dátum és idő,Dátum',
  ],
  clock: [
    'Time',
    'Uhrzeit,Zeit',
    'Heure',
    'Hora',
    'Ora',
    'Tijd',
    'Hora',
    'Время',
    'Godzina,Czas',
    'Čas',
    'Saat',
    '时间,時間',
    '時刻',
    '시간',
    'Tid',
    'Klokkeslæt,Klokkeslett',
    'Kellonaika,Aika,Idő',
  ],
  level: [
    'Level,LevelDisplayName,Severity,EventLevelName,EventTypeName,Log Level',
    'Ebene,Stufe',
    'Niveau',
    'Nivel',
    'Livello',
    'Niveau',
    'Nível',
    'Уровень',
    'Poziom',
    'Úroveň',
    'Düzey',
    '级别,等级,等級,層級',
    'レベル',
    '수준',
    'Nivå',
    'Niveau,Nivå',
    'Taso,Szint',
  ],
  type: [
    'Event Type,Type,Entry Type,EntryType,Event Level',
    'Ereignistyp,Typ',
    "Type de l'événement,Type",
    'Tipo de suceso,Tipo de evento,Tipo',
    'Tipo evento,Tipo',
    'Type gebeurtenis,Type',
    'Tipo de evento,Tipo',
    'Тип события,Тип',
    'Typ zdarzenia,Typ',
    'Typ události,Typ',
    'Olay Türü',
    '事件类型,类型,事件類型,類型',
    'イベントの種類,種類',
    '이벤트 형식,이벤트 유형,형식',
    'Händelsetyp',
    'Hændelsestype,Hendelsestype',
    'Tapahtuman tyyppi,Eseménytípus',
  ],
  category: [
    'Task Category,Event Category,Category,Task,TaskDisplayName,Category Number,CategoryString',
    'Aufgabenkategorie,Ereigniskategorie,Kategorie,Aufgabe',
    "Catégorie de la tâche,Catégorie de l'événement,Catégorie",
    'Categoría de la tarea,Categoría de tarea,Categoría del suceso,Categoría del evento,Categoría',
    'Categoria attività,Categoria evento,Categoria',
    'Taakcategorie,Categorie van gebeurtenis,Categorie',
    'Categoria da Tarefa,Categoria do evento,Categoria de tarefa',
    'Категория задачи,Категория события,Категория',
    'Kategoria zadania,Kategoria zdarzenia,Kategoria',
    'Kategorie úlohy,Kategorie události,Kategorie',
    'Görev Kategorisi',
    '任务类别,事件种类,任务类型,工作類別,類別',
    'タスクのカテゴリ,イベント カテゴリ,タスク カテゴリ,タスクカテゴリ,分類',
    '작업 범주,이벤트 범주',
    'Aktivitetskategori,Uppgiftskategori,Händelsekategori',
    'Opgavekategori,Oppgavekategori',
    'Tehtäväluokka,Feladatkategória,Feladat kategóriája',
  ],
  user: [
    'User,User Name,UserId,User Identifier,Account Name,SID',
    'Benutzer,Benutzername',
    'Utilisateur',
    'Usuario',
    'Utente',
    'Gebruiker',
    'Usuário,Utilizador',
    'Пользователь,Пользов.',
    'Użytkownik',
    'Uživatel',
    'Kullanıcı',
    '用户,用戶,使用者',
    'ユーザー,ユーザ',
    '사용자',
    'Användare',
    'Bruger,Bruker',
    'Käyttäjä,Felhasználó',
  ],
  computer: [
    'Computer,Computer Name,Machine Name,MachineName,Machine,Host,Hostname,Host Name,Server',
    'Computername',
    'Ordinateur',
    'Equipo',
    'Nome computer',
    'Computernaam',
    'Computador',
    'Компьютер',
    'Komputer',
    'Počítač',
    'Bilgisayar',
    '计算机,计算机名,電腦',
    'コンピューター,コンピュータ',
    '컴퓨터',
    'Dator',
    'Datamaskin',
    'Tietokone,Számítógép',
  ],
  record: ['Record Number,RecordNumber,Record ID,RecordId,Event Record ID,EventRecordID,Index,Sequence Number'],
  insertions: ['ReplacementStrings,InsertionStrings,StringInserts,String Inserts,Strings,Properties'],
  other: [
    'Keywords,Keyword,OpCode,Op Code,Opcode Display Name,Version,Qualifiers,Process ID,Thread ID,Session ID,More Information,Data,Correlation ID,Processor ID,Kernel Time,User Time,Sid Type',
    'Schlüsselwörter,Schlüsselwort,Vorgangscode',
    'Mots clés,Opcode',
    'Palabras clave,Código de operación',
    'Parole chiave,Codice operativo',
    'Trefwoorden',
    'Palavras-chave,Palavras chave',
    'Ключевые слова,Код операции,Данные',
    'Słowa kluczowe,Kod operacji',
    'Klíčová slova,Kód operace',
    'Anahtar Sözcükler',
    '关键字,操作代码,关键词,關鍵字,數據,数据',
    'キーワード,オペコード,データ',
    '키워드',
    'Nyckelord',
    'Nøgleord,Nøkkelord',
    'Avainsanat,Kulcsszavak',
  ],
  xml: [
    'Event Xml',
    'Ereignis-XML,Ereignis Xml',
    "XML de l'événement,XML de l'évènement",
    'XML de evento,XML del evento',
    'XML evento',
    'Gebeurtenis-XML',
    'XML de Evento',
    'Xml события,XML-код события',
    'Kod XML zdarzenia,XML zdarzenia',
    'Kód XML události,XML události',
    "Olay Xml'i",
    '事件 Xml',
    'イベント XML',
    '이벤트 XML',
  ],
  count: [
    'Count',
    'Anzahl',
    'Recuento',
    'Conteggio',
    'Aantal',
    'Contagem',
    'Количество',
    'Liczba',
    'Počet',
    'Sayı',
    '计数,次数',
    '数,件数',
    '횟수',
  ],
};

const byName = new Map<string, Field>();
const add = (field: Field, names: string): void => {
  for (const name of names.split(',')) if (!byName.has(plainName(name))) byName.set(plainName(name), field);
};
for (const names of allIdNames) add('id', names);
for (const field of Object.keys(NAMES) as (keyof typeof NAMES)[]) for (const names of NAMES[field]) add(field, names);

/** What a column, label or key of this name holds; undefined for a name that we do not know. */
export function fieldOf(name: string): Field | undefined {
  if (name.length > 60) return undefined;
  const known = byWrittenName.get(name);
  if (known !== undefined) return known || undefined;
  const field = byName.get(plainName(name));
  if (byWrittenName.size >= REMEMBERED) byWrittenName.clear();
  byWrittenName.set(name, field ?? false);
  return field;
}

/** The same for names as they were written; false for those that we do not know. */
const byWrittenName = new Map<string, Field | false>();
