import type { Root as MdastRoot } from 'mdast';
import type { Root as NlcstRoot } from 'nlcst';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { withOverlay } from './analyse/core.ts';
import { settingsOf } from './config/profile.ts';
import { overlayFor } from './config/vocabulary.ts';
import { Linter } from './lint.ts';
import { addMessages } from './report/vfile.ts';
import type { Finding, LanguageCore, Measures } from './rule.ts';
import { readMarkdown } from './source/markdown.ts';
import { readMarkdownTree } from './source/markdown-tree.ts';
import { readPlain } from './source/plain.ts';

export interface Options {
  /** A profile that is shipped; `klarsprak` without it. */
  readonly profile?: string;
  /** The kind of text, as the profile's targets name it: ”nyhetsbrev”, ”beslut”. */
  readonly textKind?: string;
}

export interface LintOptions extends Options {
  /** How the text is written; Markdown without it. */
  readonly format?: 'markdown' | 'plain';
}

/** What is found in a text, with its figures. */
export interface Result {
  /** In the order of the text, those on the whole text last. */
  readonly findings: readonly Finding[];
  readonly measures: Measures;
  /** What a reader should know of the text as such, in Swedish. */
  readonly notes: readonly string[];
}

export interface Api {
  /**
   * Finds what makes a Swedish text unclear. Offsets are in UTF-16 units of `text`, lines and columns 1-based.
   * Throws an `Error` with a Swedish sentence when the profile does not exist.
   */
  lint(text: string, options?: LintOptions): Result;
  /**
   * A unified plugin: put it after `remark-parse`, or after a natural-language parser such as `retext-latin`, and the
   * findings come as messages on the file. It changes nothing. Throws as `lint` does.
   */
  readonly klarlint: Plugin<[Options?], MdastRoot> & Plugin<[Options?], NlcstRoot>;
}

/** klarlint with a language core; the package's entries say where that comes from. */
export function apiWith(core: LanguageCore): Api {
  const linters = new Map<string, Linter>();
  const linterFor = ({ profile = 'klarsprak', textKind }: Options): Linter => {
    const key = JSON.stringify([profile, textKind]);
    const known = linters.get(key);
    if (known) return known;
    const settings = settingsOf(profile);
    const { vocabulary } = settings;
    const own = vocabulary.length > 0 ? withOverlay(core, overlayFor(vocabulary, core)) : core;
    const linter = new Linter({ ...settings, core: own, ...(textKind && { textKind }) });
    linters.set(key, linter);
    return linter;
  };
  return {
    lint(text, options = {}) {
      const source = options.format === 'plain' ? readPlain(text) : readMarkdown(text);
      const { findings, measures, notes } = linterFor(options).lint(source);
      return { findings, measures, notes };
    },
    klarlint(options = {}) {
      const linter = linterFor(options);
      return (tree: MdastRoot | NlcstRoot, file: VFile): void => {
        const text = String(file);
        const source = tree.type === 'RootNode' ? readPlain(text) : readMarkdownTree(tree, text);
        addMessages(file, linter.lint(source));
      };
    },
  };
}
