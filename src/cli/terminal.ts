import { COLOURED, PLAIN, type Style } from '../report/style.ts';

/** The columns of text that is not shown in a terminal, and the most a line has in one. */
const DEFAULT_WIDTH = 100;
const WIDEST = 120;
const NARROWEST = 30;

export interface ColourWish {
  /** `--color` or `--no-color`. */
  readonly color?: boolean;
}

/** Colours as the user wishes; else as the environment says; else only in a terminal. */
export function styleFor(stream: NodeJS.WriteStream, { color }: ColourWish, env: NodeJS.ProcessEnv): Style {
  return (color ?? fromEnvironment(env) ?? (stream.isTTY === true && env['TERM'] !== 'dumb'))
    ? COLOURED
    : PLAIN;
}

function fromEnvironment(env: NodeJS.ProcessEnv): boolean | undefined {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return env['NO_COLOR'] ? false : undefined;
}

/** How wide lines may be. */
export function widthFor(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): number {
  const told = stream.columns || Number.parseInt(env['COLUMNS'] ?? '', 10) || DEFAULT_WIDTH;
  return Math.max(NARROWEST, Math.min(WIDEST, told));
}
