import { useEffect, useState } from 'react'
import type { GuideBook } from './guide-book.ts'

let book: GuideBook | null = null
let reading: Promise<GuideBook> | undefined

/** The guide is a separate file beside the program. It is read once, after the first page has been drawn. */
export function useGuideBook(): GuideBook | null {
  const [read, setRead] = useState(book)
  useEffect(() => {
    if (read) return
    reading ??= import('virtual:guide').then(module => module.default)
    let unmounted = false
    void reading.then(found => {
      book = found
      if (!unmounted) setRead(found)
    })
    return () => {
      unmounted = true
    }
  }, [read])
  return read
}
