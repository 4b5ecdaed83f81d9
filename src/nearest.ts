/** ”Menar du …?” with the candidate that is most like a misspelt name, or nothing when none is like it. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const best = nearest(name, candidates);
  return best === undefined ? undefined : `Menar du ”${best}”?`;
}

/** The candidate most like a name: at most a third of its letters differ, from the whole of it or from its last part. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    for (const part of new Set([candidate, candidate.slice(candidate.lastIndexOf('/') + 1)])) {
      if (Math.abs(part.length - wanted.length) >= least) continue;
      const steps = distance(wanted, part.toLowerCase());
      if (steps >= least) continue;
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** How many letters must be added, dropped, changed or swapped with the next to make one word of the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      let steps = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, before[j - 2]! + 1);
      next.push(steps);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
