import type { IdentifiersAsked } from '../engine/probes/identifiers';

const MOST = 20;

/** The GUIDs and SIDs of a text, each once, in braces where they are GUIDs. */
export function identifiersIn(text: string): IdentifiersAsked {
  const guids = text.match(/\b[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\b/gi) ?? [];
  const sids = text.match(/\bS-1-\d{1,15}(?:-\d{1,10}){1,15}\b/g) ?? [];
  return {
    guids: [...new Set(guids.map((guid) => `{${guid.toUpperCase()}}`))].slice(0, MOST),
    sids: [...new Set(sids)].slice(0, MOST),
  };
}
