import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Encoding, encode } from './read-file.ts';

/** Thrown when a file can't be written, with a Swedish sentence. What was there is untouched. */
export class UnwritableError extends Error {}

/** The old text of a file, to see that nobody has changed it meanwhile, and the new. */
export interface Rewriting {
  readonly before: string;
  readonly after: string;
  readonly encoding: Encoding;
}

/**
 * Puts a new text in a file's place, whole or not at all: encoding, mode and owner are kept and a link is followed.
 * Throws an `UnwritableError`.
 */
export function rewrite(path: string, { before, after, encoding }: Rewriting): void {
  const told = attempt(() => {
    const target = realpathSync(path);
    accessSync(target, constants.W_OK);
    if (!readFileSync(target).equals(encode(before, encoding)))
      throw new UnwritableError('Filen ändrades under tiden och lämnades orörd. Kör om.');
    replace(target, encode(after, encoding), statSync(target));
  });
  if (told !== undefined) throw new UnwritableError(`${told} Filen är orörd.`);
}

/** Writes a file, whole or not at all, whether or not it was there. Throws an `UnwritableError`. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const told = attempt(() => {
    const old = statSync(path, { throwIfNoEntry: false });
    replace(old ? realpathSync(path) : path, Buffer.from(content as string), old);
  });
  if (told !== undefined) throw new UnwritableError(told);
}

/** Runs something that writes; gives the sentence for what went wrong with the machine. */
function attempt(write: () => void): string | undefined {
  try {
    write();
    return undefined;
  } catch (error) {
    if (error instanceof UnwritableError) throw error;
    return sentence(error as NodeJS.ErrnoException);
  }
}

export function sentence({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'Du får inte skriva där. Ändra rättigheterna.';
    case 'EROFS':
      return 'Disken är skrivskyddad.';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'Disken är full. Frigör utrymme och kör om.';
    case 'ENOENT':
      return 'Filen eller mappen finns inte längre.';
    case 'EISDIR':
      return 'Det är en mapp. Ange en fil.';
    default:
      return `Det gick inte att skriva (${code ?? message}).`;
  }
}

/** Writes beside the file and then changes places: a reader sees the old or the new, never a part. */
function replace(
  path: string,
  bytes: Buffer,
  old: { mode: number; uid: number; gid: number } | undefined,
): void {
  const temporary = join(dirname(path), `.${basename(path)}.klarlint-${process.pid}`);
  const file = openSync(temporary, 'wx', 0o600);
  try {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      if (old) keepOwner(file, old);
      fchmodSync(file, old ? old.mode & 0o7777 : 0o666 & ~process.umask());
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Only root may give a file away; for others it is theirs already. */
function keepOwner(file: number, { uid, gid }: { uid: number; gid: number }): void {
  try {
    fchownSync(file, uid, gid);
  } catch {}
}
