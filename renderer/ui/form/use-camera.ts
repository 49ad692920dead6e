import { type RefObject, useEffect, useRef, useState } from 'react'

/** The camera of this computer in a <video>; it is off as soon as the component is gone. `error` is why it did not open. */
export function useCamera(): { video: RefObject<HTMLVideoElement | null>; error: unknown } {
  const video = useRef<HTMLVideoElement>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let gone = false
    let stream: MediaStream | undefined
    const off = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    async function start() {
      stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 }, height: { ideal: 960 } } })
      if (gone) return off()
      if (video.current) video.current.srcObject = stream
    }
    start().catch((thrown: unknown) => !gone && setError(thrown))
    return () => {
      gone = true
      off()
    }
  }, [])
  return { video, error }
}
