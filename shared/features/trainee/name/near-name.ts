/**
 * Compares many words with a typed one. `begins`: the word begins with it, with one error (missing, extra, wrong or swapped letter); `isWhole`: the
 * whole word matches.
 */
export function nearTo(typed: string): { begins: (word: string) => boolean; isWhole: (word: string) => boolean } {
  const rest = Array.from({ length: typed.length + 2 }, (_, from) => typed.slice(from))
  const tail = (from: number) => rest[Math.min(from, typed.length)] ?? ''
  const swapped = Array.from(typed, (_, at) => `${typed[at + 1] ?? ''}${typed[at]}${tail(at + 2)}`)
  function sameLetters(word: string): number {
    let same = 0
    while (same < typed.length && typed[same] === word[same]) same += 1
    return same
  }
  return {
    begins(word) {
      const same = sameLetters(word)
      return (
        word.startsWith(tail(same + 1), same + 1) ||
        word.startsWith(tail(same), same + 1) ||
        word.startsWith(tail(same + 1), same) ||
        (same + 1 < typed.length && word.startsWith(swapped[same] ?? '', same))
      )
    },
    isWhole: word => Math.abs(word.length - typed.length) <= 1 && isOneLetterOff(typed, word),
  }
}

/** One letter missing, extra, wrong or swapped with its neighbour. */
function isOneLetterOff(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  if (a.length === b.length) {
    const swapped = a[same] === b[same + 1] && a[same + 1] === b[same]
    return a.slice(same + 1) === b.slice(same + 1) || (swapped && a.slice(same + 2) === b.slice(same + 2))
  }
  if (Math.abs(a.length - b.length) !== 1) return false
  return a.length < b.length ? a.slice(same) === b.slice(same + 1) : a.slice(same + 1) === b.slice(same)
}
