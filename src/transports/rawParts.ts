import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { EnvelopeError } from '../engine/probes/envelope';
import type { RawFile } from '../engine/probes/reading/raw';

/** For transports that put answers together themselves, in the form that the scripts of the probes give. */

export const failedPart = (
  message: string,
  category: string,
  hresult: string | null = null,
): { readonly error: EnvelopeError } => ({ error: { message, hresult, category } });

export const noSuchFile = (path: string): { readonly error: EnvelopeError } =>
  failedPart(`Could not find file '${path}'.`, 'NotSpecified', '0x80070002');

/** As the scripts write times: seven digits behind the point. */
export const momentText = (time: number): string => new Date(time).toISOString().replace('Z', '0000Z');

/** SHA-256 of some bytes, hexadecimal in small letters. */
export const hashOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** Bytes as base64. */
export function base64Of(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += 8_192) characters += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(characters);
}

/** A file that was read. @param known hashes of files whose content need not come again */
export function readFilePart(
  path: string,
  bytes: Uint8Array,
  modified: number,
  known: readonly string[] = [],
): RawFile {
  const hash = hashOf(bytes);
  const sent = known.includes(hash) ? null : base64Of(bytes);
  return { path, value: { size: bytes.length, modified: momentText(modified), hash, bytes: sent } };
}

/** The texts of a list in what was asked; empty where there is none. */
export const askedList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

export const askedText = (value: unknown): string => (typeof value === 'string' ? value : '');

export const askedNumber = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
