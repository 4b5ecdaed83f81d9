import { describe, expect, test } from 'vitest';
import { cellsOf, visible, widthOf, wrap } from '../../src/report/cells.ts';
import { frame } from '../../src/report/frame.ts';
import { count, listed, number } from '../../src/report/wording.ts';
import fc from '../property.ts';

describe('width', () => {
  test.each([
    ['hej', 3],
    ['åäö', 3],
    ['a\u030a', 1],
    ['漢字', 4],
    ['👍', 2],
    ['👩‍👩‍👧', 2],
    ['❤️', 2],
    ['”a” – b', 7],
    ['🇸🇪', 2],
    ['\u200b', 0],
  ])('of %j is %d', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('what steers the terminal is a middle dot', () => {
    expect(visible('a\u001b[2Jb\u202ec\u0007')).toBe('a·[2Jb·c·');
    expect(cellsOf('\ta\u001b').map(({ text }) => text)).toEqual(['    ', 'a', '·']);
  });
});

describe('frame', () => {
  const shown = (line: string, words: string, width: number): string => {
    const at = line.indexOf(words);
    const {
      before,
      words: inside,
      after,
      indent,
      carets,
    } = frame(line, at + 1, at + words.length + 1, width);
    return `${before}${inside}${after}\n${indent}${carets}`;
  };

  test('of a short line is the line without its indentation', () => {
    expect(shown('   Vi ses i syfte att öva.', 'i syfte att', 60)).toBe(
      'Vi ses i syfte att öva.\n       ^^^^^^^^^^^',
    );
  });

  test('of a long line is the part around the words', () => {
    const line = `${'Detta är en mening. '.repeat(5)}Vi ses i syfte att öva. ${'Detta är en mening. '.repeat(5)}`;
    expect(shown(line, 'i syfte att', 40)).toBe('…Vi ses i syfte att öva. Detta är en…\n        ^^^^^^^^^^^');
  });

  test('of words at the ends of a line', () => {
    const line = `i syfte att öva. ${'Detta är en mening. '.repeat(5)}i syfte att`;
    expect(shown(line, 'i syfte att öva', 40)).toBe('i syfte att öva. Detta är en mening.…\n^^^^^^^^^^^^^^^');
    const at = line.lastIndexOf('i syfte att') + 1;
    expect(frame(line, at, line.length + 1, 40)).toMatchObject({
      words: 'i syfte att',
      after: '',
      carets: '^'.repeat(11),
    });
  });

  test('of an empty line and of a place beyond the end', () => {
    expect(frame('', 1, 1, 40)).toEqual({ before: '', words: '', after: '', indent: '', carets: '^' });
    expect(frame('ab', 9, 12, 40)).toMatchObject({ before: 'ab', carets: '^' });
  });

  test('never is wider than the terminal, and carets stand under the words', () => {
    const letter = fc.constantFrom('a', 'å', ' ', 'a\u030a', '漢', '👍', '👩‍👩‍👧', '\t', '\u001b');
    fc.assert(
      fc.property(
        fc.array(letter, { maxLength: 300 }),
        fc.array(letter, { minLength: 1, maxLength: 40 }),
        fc.array(letter, { maxLength: 300 }),
        fc.integer({ min: 12, max: 120 }),
        (before, words, after, width) => {
          // A separator on both sides, so that the words begin and end with letters of their own.
          const line = `${before.join('')}x${words.join('')}x${after.join('')}`;
          const start = before.join('').length;
          const shownFrame = frame(line, start + 1, start + words.join('').length + 3, width);
          expect(widthOf(shownFrame.before)).toBe(shownFrame.indent.length);
          expect(widthOf(shownFrame.before + shownFrame.words + shownFrame.after)).toBeLessThanOrEqual(width);
          expect(shownFrame.indent.length + shownFrame.carets.length).toBeLessThanOrEqual(width);
          expect(shownFrame.carets.length).toBe(widthOf(shownFrame.words.replace(/…$/u, '')));
        },
      ),
    );
  });

  test('of a line of a million letters takes no time', () => {
    const line = 'mening '.repeat(150_000);
    const before = performance.now();
    for (let i = 0; i < 100; i++) frame(line, 500_000, 500_006, 80);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

test('wrap breaks at spaces', () => {
  expect(wrap('ett två tre', 7)).toEqual(['ett två', 'tre']);
  expect(wrap('ettlångtord två', 4)).toEqual(['ettlångtord', 'två']);
  expect(wrap('', 4)).toEqual(['']);
});

test('numbers and lists are in Swedish', () => {
  expect(number(1234)).toBe('1234');
  expect(number(1234567)).toBe('1\u00a0234\u00a0567');
  expect(number(12.35, 1)).toBe('12,3');
  expect(count(1, 'anmärkning', 'anmärkningar')).toBe('1 anmärkning');
  expect(count(0, 'anmärkning', 'anmärkningar')).toBe('0 anmärkningar');
  expect(listed([1, 2, 3])).toBe('1, 2 och 3');
});
