/** Domains that everybody's texts refer to: documentation, XML namespaces, crawlers. */
const PUBLIC =
  /(?:^|\.)(?:microsoft\.com|microsoftonline\.com|windowsupdate\.com|msdn\.com|iis\.net|asp\.net|dot\.net|nuget\.org|aka\.ms|w3\.org|xmlsoap\.org|openxmlformats\.org|datacontract\.org|tempuri\.org|github\.com|stackoverflow\.com|google\.com|googlebot\.com|bing\.com|mozilla\.org)$/i;

export const isPublicHost = (name: string): boolean => PUBLIC.test(name);

/** Last parts of a name that make it a host's wherever it stands … */
const SUFFIXES = new Set(
  `com net org edu gov mil biz io local lan corp internal intra intranet localdomain priv private example test invalid
   ad de fr uk nl ch es cz se dk fi ru ua jp cn kr au nz ca br mx eu ie tr gr hu ro pt tw za us`.split(/\s+/),
);
/** … and those that do so only behind two other parts, because they are also words or endings of files. */
const LONG_SUFFIXES = new Set('at be cloud dev home info in is it no pl si sk'.split(' '));

/** Names that end like a host's and are none. */
const NO_HOSTS =
  /^(?:[av]?do\.net|vb\.net|asp\.net|system\.net|microsoft\.net|(?:chcp|command|diskcomp|diskcopy|edit|format|graftabl|mode|more|tree|win)\.com)$/i;

/** Whether a dotted name is certainly that of a host or a domain, without anything around it that says so. */
export function looksLikeHost(name: string): boolean {
  const parts = name.split('.');
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || parts.some((part) => part === '' || part.length > 63) || NO_HOSTS.test(name)) return false;
  // `System.IO` and `ASP.NET` are no hosts, `WEB01.CONTOSO.NET` and `WEB01.contoso.net` are.
  if (last !== last.toLowerCase() && name !== name.toUpperCase()) return false;
  const suffix = last.toLowerCase();
  return SUFFIXES.has(suffix) || (parts.length > 2 && LONG_SUFFIXES.has(suffix)) || /^www\d?$/i.test(parts[0] ?? '');
}

/** Whether a word looks like the name that somebody gave to a machine or an account, not like a word. */
export const isDistinctive = (word: string): boolean => /\p{L}/u.test(word) && /[\p{N}._-]/u.test(word);
