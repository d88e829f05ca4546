/** Something in a folder. */
export interface FolderEntry {
  readonly name: string;
  /** What reads or lists it; opaque, made by the file access alone. */
  readonly uri: string;
  /** Links are never followed: they may lead out of the folder. */
  readonly kind: 'file' | 'folder' | 'link';
}

/**
 * How the folder transport reaches files: the editor's file system on a desktop and in a browser, the disk elsewhere.
 * It is only ever asked for the folder that the user gave and for what a listing below it named, so nothing that a
 * document says can lead anywhere else.
 */
export interface FolderFiles {
  /** Rejects where there is no such folder. */
  list(uri: string): Promise<readonly FolderEntry[]>;
  read(uri: string): Promise<Uint8Array>;
  /** Bytes; milliseconds since 1970, UTC. */
  stat(uri: string): Promise<{ readonly size: number; readonly modified: number }>;
}
