import { plainName } from './plainName';

/** How serious the logger took an event. */
export type Level = 'critical' | 'error' | 'warning' | 'information' | 'verbose';

/** The words for each level as Windows and log shippers write them, in the languages of Windows. */
const WORDS: Readonly<Record<Level, string>> = {
  critical:
    'Critical CRIT FATAL Kritisch Critique Crítico Crítica Critico Kritiek Критический Критическая Krytyczny Krytyczne Kritická Kritické Kritik Kriittinen Kritikus 严重 关键 嚴重 重大 위험 심각',
  error:
    'Error ERR ERROR_TYPE FailureAudit AuditFailure Fehler Erreur Errore Fout Erro Ошибка Błąd Chyba Hata Fel Fejl Feil Virhe Hiba 错误 錯誤 エラー 오류',
  warning:
    'Warning WARN WRN Warnung Avertissement Advertencia Avviso Waarschuwing Aviso Предупреждение Ostrzeżenie Upozornění Varování Uyarı Varning Advarsel Varoitus Figyelmeztetés 警告 경고',
  information:
    'Information Informational INFO INF SuccessAudit AuditSuccess Success LogAlways Informationen Información Informazioni Informatie Informações Informação Сведения Уведомление Informacje Informace Bilgi Oplysninger Informasjon Tiedot Információ 信息 資訊 情報 정보',
  verbose:
    'Verbose DEBUG TRACE Ausführlich Détaillé Commentaires Detallado Dettagliato Uitgebreid Detalhado Подробности Szczegółowe Podrobné Ayrıntılı 详细 詳細 자세히',
};

const byWord = new Map(
  (Object.keys(WORDS) as Level[]).flatMap((level) =>
    WORDS[level].split(' ').flatMap((word) => [[word, level] as const, [plainName(word), level] as const]),
  ),
);

/** The level that a word stands for; undefined for any other word. */
export const levelOf = (word: string): Level | undefined =>
  word.length > 40 ? undefined : (byWord.get(word) ?? byWord.get(plainName(word)));

const BY_NUMBER: readonly Level[] = ['information', 'critical', 'error', 'warning', 'information', 'verbose'];

/** The level as event XML and log shippers write it: by word or by number. */
export const xmlLevel = (written: string): Level | undefined =>
  /^\s*[0-5]\s*$/.test(written) ? BY_NUMBER[Number(written)] : levelOf(written);

/** The level as old event logs write it: by word or by the number of the entry type. */
export const typeLevel = (written: string): Level | undefined => ENTRY_TYPES[written.trim()] ?? levelOf(written);

const ENTRY_TYPES: Readonly<Record<string, Level>> = { '1': 'error', '2': 'warning', '4': 'information' };
