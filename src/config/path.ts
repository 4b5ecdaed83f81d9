/** Whether a path is one of Windows: those begin with a drive or two backslashes. */
function isWindows(path: string): boolean {
  return /^(?:[A-Za-z]:[\\/]|\\\\)/u.test(path);
}

/** The folders that hold a file, from its own up to the root. The path must be absolute. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    folders.push(folder);
    if (folderOf(folder) === folder) return folders;
  }
}

/** The folder of an absolute path; the root is its own folder. */
export function folderOf(path: string): string {
  const { root, parts, separator } = split(path);
  return root + parts.slice(0, -1).join(separator);
}

/** The path of a file named from a folder. An absolute name stays as it is. */
export function within(folder: string, name: string): string {
  if (name.startsWith('/') || isWindows(name)) return name;
  const { root, parts, separator } = split(folder);
  for (const part of name.split(separator === '\\' ? /[\\/]/u : '/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return root + parts.join(separator);
}

/** Whether a path lies in a folder or below it. */
export function isBelow(path: string, folder: string): boolean {
  const { root, parts, separator } = split(folder);
  const base = root + parts.join(separator);
  return path.startsWith(base.endsWith(separator) ? base : base + separator);
}

function split(path: string): { root: string; parts: string[]; separator: string } {
  const separator = isWindows(path) ? '\\' : '/';
  const uniform = separator === '\\' ? path.replaceAll('/', '\\') : path;
  const root = separator === '/' ? '/' : /^(?:[A-Za-z]:\\|\\\\[^\\]*\\[^\\]*\\?)/u.exec(uniform)![0];
  return { root, parts: uniform.slice(root.length).split(separator).filter(Boolean), separator };
}

/** The address of a file at an absolute path. */
export function fileUrl(path: string): string {
  const slashes = isWindows(path) ? path.replaceAll('\\', '/') : path;
  const encoded = slashes
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([A-Za-z])%3A/u, '/$1:');
  return encoded.startsWith('//') ? `file:${encoded}` : `file://${encoded}`;
}
