// Every runtime has these, but no standard library of the language itself declares them.
const { TextEncoder, TextDecoder, btoa, atob } = globalThis as unknown as {
  TextEncoder: new () => { encode(text: string): Uint8Array };
  TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };
  btoa: (binary: string) => string;
  atob: (base64: string) => string;
};

/** So many bytes become characters at once: a call takes only so many arguments. */
const CHUNK = 8192;

/** The base64 of a text in UTF-8. */
export function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** The bytes of a base64. Throws where it is none. */
export function bytesOfBase64(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** The text in UTF-8 of a base64. Throws where it is no base64. */
export const textOfBase64 = (base64: string): string => new TextDecoder('utf-8').decode(bytesOfBase64(base64));
