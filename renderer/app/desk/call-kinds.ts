// What a call may do while the host is away, by its name.

/** Marks, scores and forms: stored on the disk and sent automatically. */
export function isTyped([, name = '']: readonly string[]): boolean {
  return /^(save|mark|fill|update|record|set|arrange)/.test(name)
}

const readers =
  /^(get|list|read|find|grid|tasks|status|overview|year|years|of|people|progress|history|here|live|draftKey|candidates|counters|settled|saved|values|board|log|keys|versions|rooms|setting|shifts|printers|due|typed)/

export function mayWait(path: readonly string[]): boolean {
  return isTyped(path) || readers.test(path[1] ?? '')
}

/** Marks of attendance in a call. */
export function marksIn([feature]: readonly string[], input: unknown): number {
  const marks =
    feature === 'attendance' && typeof input === 'object' && input !== null && 'marks' in input && input.marks
  return Array.isArray(marks) ? marks.length : 0
}
