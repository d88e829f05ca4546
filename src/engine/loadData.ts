/** Reads a file of `dist/data` by its name, such as `guids.tsv` or `schema.json`; rejects when there is none. */
export type LoadData = (file: string) => Promise<string>;
