import { useEffect, useRef, useState } from 'react'

const rest = 300

/**
 * The text of a filter that also stands in the address. What is typed counts at once; the address follows when typing
 * rests, because a field whose value goes round through the router loses letters.
 */
export function useAddressText(inAddress: string, write: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(inAddress)
  const written = useRef(inAddress)
  const newest = useRef(write)
  useEffect(() => {
    newest.current = write
  })

  useEffect(() => {
    // Another address than the one that was written here: back, forward, or a link.
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
