import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { userConfigFile } from '../../src/cli/configuration.ts';
import { folderOf, foldersAbove, isBelow, within } from '../../src/config/path.ts';

test.each([
  ['/home/eva/brev', './a.yml', posix],
  ['/home/eva/brev', '../b/a.yml', posix],
  ['/', 'a.yml', posix],
  ['C:\\Users\\Eva\\brev', '.\\a.yml', win32],
  ['C:\\Users\\Eva\\brev', '../b/a.yml', win32],
  ['C:\\', 'a.yml', win32],
  ['\\\\server\\share\\brev', 'a.yml', win32],
])('within %s, %s is what Node says', (folder, name, path) => {
  const file = path.join(folder, name);
  expect(within(folder, name)).toBe(file);
  expect(folderOf(file)).toBe(path.dirname(file));
});

test('the folders above a file end with the root', () => {
  expect(foldersAbove('/a/b/c.md')).toEqual(['/a/b', '/a', '/']);
  expect(foldersAbove('C:\\a\\c.md')).toEqual(['C:\\a', 'C:\\']);
});

test('an absolute path stays', () => {
  expect(within('/a', '/b/c.yml')).toBe('/b/c.yml');
  expect(within('C:\\a', 'D:\\c.yml')).toBe('D:\\c.yml');
});

test('is below', () => {
  expect(isBelow('/a/b/c', '/a/b')).toBe(true);
  expect(isBelow('/a/bc', '/a/b')).toBe(false);
  expect(isBelow('C:\\a\\c', 'C:\\')).toBe(true);
});

test('the user’s own configuration lies where the system keeps such', () => {
  expect(userConfigFile({ XDG_CONFIG_HOME: '/x' }, 'linux')).toBe('/x/klarlint/klarlint.yml');
  expect(userConfigFile({ APPDATA: 'C:\\Roaming' }, 'win32')).toMatch(
    /^C:\\Roaming.klarlint.klarlint\.yml$/u,
  );
});
