import { type RefCallback, useEffect, useState } from 'react'

/** Shows the camera of this computer in a <video>; it is switched off on unmount. `error`: why it did not open. */
export function useCamera(): { show: RefCallback<HTMLVideoElement>; video: HTMLVideoElement | null; error: unknown } {
  // Both in state, because either may come first: a dialog renders its content later, and a camera may open at once.
  const [video, setVideo] = useState<HTMLVideoElement | null>(null)
  const [stream, setStream] = useState<MediaStream | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let gone = false
    let opened: MediaStream | undefined
    const off = () => {
      for (const track of opened?.getTracks() ?? []) track.stop()
    }
    async function start() {
      opened = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 }, height: { ideal: 960 } } })
      if (gone) return off()
      setStream(opened)
    }
    start().catch((thrown: unknown) => !gone && setError(thrown))
    return () => {
      gone = true
      off()
    }
  }, [])
  useEffect(() => {
    if (video && stream) video.srcObject = stream
  }, [video, stream])
  return { show: setVideo, video, error }
}
