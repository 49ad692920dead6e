import { useEffect, useRef, useState } from 'react'

const rest = 300

/**
 * The text of a filter that also stands in the address. The filter works at once; the address is written a moment later, because a field whose value
 * goes through the router on each key loses letters.
 */
export function useAddressText(inAddress: string, write: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(inAddress)
  const written = useRef(inAddress)
  const newest = useRef(write)
  useEffect(() => {
    newest.current = write
  })

  useEffect(() => {
    // The address was changed by back, forward or a link, not by this field.
    if (inAddress === written.current) return
    written.current = inAddress
    setText(inAddress)
  }, [inAddress])

  useEffect(() => {
    if (text === written.current) return
    const timer = setTimeout(() => {
      written.current = text
      newest.current(text)
    }, rest)
    return () => clearTimeout(timer)
  }, [text])

  return [text, setText]
}
