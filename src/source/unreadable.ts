/** Thrown by a reader for a document that it can't read, with a Swedish sentence that names the cure. */
export class UnreadableDocument extends Error {}
