import type { Range } from '../text/range';
import { parseXml } from '../xml/parse';
import { attribute, child, localName, type XmlElement } from '../xml/tree';
import { TRACE_PROVIDERS } from './freb';
import type { LogRecord } from './record';

const BEGIN = /<Event(?=[\s>])/g;

/**
 * Event XML as `wevtutil` and Event Viewer write it, one or many events, with or without a root or an end. The events of
 * a failed request's trace look the same and are none.
 */
export function eventXmlRecords(text: string): LogRecord[] {
  const begins = [...text.matchAll(BEGIN)].map((match) => match.index);
  return begins.flatMap((begin, i) => {
    const limit = begins[i + 1] ?? text.length;
    const close = text.indexOf('</Event>', begin);
    const end = close >= 0 && close < limit ? close + '</Event>'.length : limit;
    const [event] = parseXml(text, { start: begin, end });
    const record = event && readEvent(event);
    return record ? [record] : [];
  });
}

function readEvent(event: XmlElement): LogRecord | null {
  const system = child(event, 'System');
  const provider = child(system, 'Provider');
  const id = child(system, 'EventID');
  if (!system || !id) return null;
  const rendering = child(event, 'RenderingInfo');
  const message = child(rendering, 'Message');
  const eventData = child(event, 'EventData') ?? child(event, 'UserData');
  const spans: [Range, ...Range[]] = [startTag(event)];
  if (provider) spans.push(startTag(provider));
  spans.push(id);
  if (message) spans.push(message);
  const eventId = Number.parseInt(id.text, 10);
  const name = (attribute(provider, 'Name') ?? attribute(provider, 'EventSourceName') ?? '').trim();
  if (TRACE_PROVIDERS.has(name)) return null;
  return {
    start: event.start,
    end: event.end,
    provider: name || null,
    eventId: Number.isNaN(eventId) ? null : eventId,
    eventIdRange: { start: id.start, end: id.end },
    spans,
    message: message ? message.content : null,
    data: dataOf(eventData),
  };
}

const startTag = (element: XmlElement): Range => ({ start: element.start, end: element.content.start });

/** `<Data Name="param1">` by name; one without a name, as classic events have them, by its order: `param1`, `param2` … */
function dataOf(eventData: XmlElement | undefined): ReadonlyMap<string, string> {
  const data = new Map<string, string>();
  let order = 0;
  const read = (element: XmlElement): void => {
    for (const one of element.children) {
      const isData = localName(one) === 'Data';
      if (isData) order++;
      if (one.children.length) read(one);
      else data.set(attribute(one, 'Name') ?? (isData ? `param${order}` : localName(one)), one.text.trim());
    }
  };
  if (eventData) read(eventData);
  return data;
}
