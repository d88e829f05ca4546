/**
 * Stands in a browser for what libraries ask of Node and do not need: xml2js a `setImmediate` for its asynchronous mode,
 * sax a `Stream` for its streaming one.
 */
export const setImmediate = (run: () => void): unknown => setTimeout(run, 0);
