import type { FullStop } from './full-stop.ts';

const MARKER = /^(?:\d{1,2}(?:\.\d{1,2})*|[a-zåäö]|[IVX]{1,4})$/u;

/** ”1. Ansök”, ”2.1. Syfte”: the number of a heading or a list item, at the start, on a line of its own or after a stop. */
export function isListMarker({ word, before, after, spaceBefore, spaceAfter }: FullStop): boolean {
  return (
    spaceAfter !== '' &&
    MARKER.test(word) &&
    /^[\p{L}\p{N}”"“§]/u.test(after) &&
    (before === '' || spaceBefore.includes('\n') || (/^\d/u.test(word) && /^[.:;!?…]/u.test(before)))
  );
}
