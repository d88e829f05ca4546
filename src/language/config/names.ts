import {
  DocumentHighlightKind,
  LSPErrorCodes,
  ResponseError,
  type Definition,
  type DocumentHighlight,
  type Location,
  type Position,
  type PrepareRenameResult,
  type ReferenceParams,
  type RenameParams,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isSameName, namesAt, namesIn, type NameUse } from '../../engine/config/names';
import { objectionToName, writtenName } from '../../engine/config/rename';
import type { NameKind } from '../../engine/config/nameKinds';
import { placesOf } from './places';
import type { ConfigServices } from './services';
import { asSource } from './sources';
import { seenTogether } from './visible';
import type { ConfigFile } from './workspace';

/** A name in a file. */
interface Found {
  readonly file: ConfigFile;
  readonly use: NameUse;
}

/** Where the name at a place is defined. */
export async function definition(params: TextDocumentPositionParams, services: ConfigServices): Promise<Definition> {
  const all = await everywhere(params, services);
  return all.filter(({ use }) => use.role === 'definition').map(locationOf);
}

/** Everything that refers to the name at a place, in all files that see the same definition. */
export async function references(params: ReferenceParams, services: ConfigServices): Promise<Location[]> {
  const all = await everywhere(params, services);
  return all.filter(({ use }) => params.context.includeDeclaration || use.role === 'reference').map(locationOf);
}

/** The same name elsewhere in the document. */
export async function documentHighlights(
  params: TextDocumentPositionParams,
  services: ConfigServices,
): Promise<DocumentHighlight[]> {
  const here = await nameAt(params, services);
  if (!here) return [];
  const { file, names } = here;
  const places = placesOf(file.config);
  const uses = namesIn(file.config).filter((use) => names.some((one) => isSame(one, use)));
  return unique(uses, ({ start }) => start).map((use) => ({
    range: places.range(use),
    kind: use.role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** The name that a rename would change; null where there is none. */
export async function prepareRename(
  params: TextDocumentPositionParams,
  services: ConfigServices,
): Promise<PrepareRenameResult | null> {
  const here = services.server === null ? await nameAt(params, services) : null;
  const [name] = here?.names ?? [];
  if (!here || !name) return null;
  return { range: placesOf(here.file.config).range(name), placeholder: name.name };
}

/** Gives a thing another name, wherever it stands; refused where that would break something. */
export async function rename(
  params: RenameParams,
  services: ConfigServices,
): Promise<WorkspaceEdit | ResponseError | null> {
  const here = await nameAt(params, services);
  const [name] = here?.names ?? [];
  if (!here || !name) return null;
  services.workspace.changed();
  const files = await scopeOf(here, services);
  const [first] = files.flatMap((file) => definitionsOf(file, here.names));
  if (!first) return refused(`The ${name.kind.label} "${name.name}" is defined in no file of this workspace.`);
  const { kind } = first.use;
  const schema = await services.documents.schema();
  const documents = files.map(({ config }) => config);
  const objection = objectionToName(kind, name.name, params.newName, documents, schema);
  if (objection !== null) return refused(objection);
  const changed = files.flatMap((file) => {
    const uses = usesOf(file, kind, name.name);
    return uses.length ? [{ file, uses }] : [];
  });
  const outside = changed.find(
    ({ file }) => !services.documents.open(file.uri) && !services.workspace.contains(file.uri),
  );
  if (outside) return refused(`The name also stands in ${outside.file.uri}, which lies outside the workspace.`);
  return workspaceEdit(changed, params.newName, services);
}

function workspaceEdit(
  changed: readonly { readonly file: ConfigFile; readonly uses: readonly NameUse[] }[],
  name: string,
  { client }: ConfigServices,
): WorkspaceEdit {
  const edits = changed.map(({ file: { uri, version, config }, uses }) => ({
    textDocument: { uri, version },
    edits: uses.map((use) => ({ range: placesOf(config).range(use), newText: writtenName(use, name) })),
  }));
  if (client.hasDocumentChanges) return { documentChanges: edits };
  return { changes: Object.fromEntries(edits.map((one) => [one.textDocument.uri, one.edits])) };
}

const refused = (why: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, why);

interface Here {
  readonly file: ConfigFile;
  readonly names: readonly NameUse[];
}

/** The files that see what the names at a place mean: those around the files that define it, else around this one. */
async function scopeOf({ file, names }: Here, services: ConfigServices): Promise<ConfigFile[]> {
  const around = await seenTogether(file, services);
  const defining = around.filter((one) => definitionsOf(one, names).length > 0);
  const wider = await Promise.all(defining.map((one) => seenTogether(one, services)));
  return unique([...around, ...wider.flat()], ({ uri }) => uri);
}

async function nameAt(
  { textDocument, position }: { readonly textDocument: { readonly uri: string }; readonly position: Position },
  services: ConfigServices,
): Promise<Here | null> {
  const document = services.documents.open(textDocument.uri);
  if (!document) return null;
  const config = await services.documents.of(document);
  const file: ConfigFile | null = config
    ? { uri: document.uri, config, version: document.version }
    : await asSource(document.uri, services);
  return file && { file, names: namesAt(file.config, document.offsetAt(position)) };
}

/** Every use of the name at a place, in the files that see the same definitions. */
async function everywhere(params: TextDocumentPositionParams, services: ConfigServices): Promise<Found[]> {
  const here = await nameAt(params, services);
  if (!here?.names.length) return [];
  const files = await scopeOf(here, services);
  const [first] = here.names;
  // A value of URL Rewrite may mean a map or a provider: what is defined decides.
  const kinds = new Set(files.flatMap((file) => definitionsOf(file, here.names)).map(({ use }) => use.kind));
  const names = kinds.size ? here.names.filter(({ kind }) => kinds.has(kind)) : first ? [first] : [];
  return files.flatMap((file) =>
    unique(
      names.flatMap(({ kind, name }) => usesOf(file, kind, name)),
      ({ start }) => start,
    ).map((use) => ({ file, use })),
  );
}

const usesOf = ({ config }: ConfigFile, kind: NameKind, name: string): NameUse[] =>
  namesIn(config).filter((use) => use.kind === kind && isSameName(use.name, name));

const definitionsOf = (file: ConfigFile, names: readonly NameUse[]): Found[] =>
  namesIn(file.config)
    .filter((use) => use.role === 'definition' && names.some((one) => isSame(one, use)))
    .map((use) => ({ file, use }));

const isSame = (a: NameUse, b: NameUse): boolean => a.kind === b.kind && isSameName(a.name, b.name);

const locationOf = ({ file: { uri, config }, use }: Found): Location => ({ uri, range: placesOf(config).range(use) });

const unique = <T>(all: readonly T[], key: (one: T) => unknown): T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
];
