/** What we use of xml2js. Its own types would bring those of Node into the engine. */
declare module 'xml2js/lib/parser' {
  export class Parser {
    constructor(options: { explicitRoot?: boolean; explicitChildren?: boolean; preserveChildrenOrder?: boolean });
    /** Calls back before it returns; twice where a fault is found behind the root. */
    parseString(xml: string, heard: (error: Error | null, result: unknown) => void): void;
  }
}
