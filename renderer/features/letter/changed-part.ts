type ChangedPart = { before: string; changed: string; after: string }

/** Splits a line into the beginning and end that it shares with another line, and the part that differs, in whole words. */
export function changedPart(line: string, other: string): ChangedPart {
  const words = line.split(/(?<= )/)
  const others = other.split(/(?<= )/)
  const most = Math.min(words.length, others.length)
  let start = 0
  while (start < most && words[start] === others[start]) start += 1
  let end = 0
  while (end < most - start && words.at(-1 - end) === others.at(-1 - end)) end += 1
  const from = words.length - end
  return {
    before: words.slice(0, start).join(''),
    changed: words.slice(start, from).join(''),
    after: words.slice(from).join(''),
  }
}
