/** Folders of what the programs read at run time, from the project's root; all their files land in `dist/data`. */
export const dataFolders = ['src/engine/knowledge/tables', 'src/engine/schema/data', 'src/engine/config/data'] as const;
