// Camera of the public page, if the browser has one. The page also works without this script.
import jsQR from 'jsqr'

/** Ms between two pictures. */
const pause = 200

const button = document.getElementById('kamera')
const video = document.getElementById('gambar')
const field = document.getElementById('nomor')
const trouble = document.getElementById('kabar')
if (
  button instanceof HTMLButtonElement &&
  video instanceof HTMLVideoElement &&
  field instanceof HTMLInputElement &&
  'mediaDevices' in navigator
) {
  button.hidden = false
  button.addEventListener('click', () => void watch(button, video, field))
}

async function watch(open: HTMLButtonElement, picture: HTMLVideoElement, typed: HTMLInputElement): Promise<void> {
  open.disabled = true
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } },
    })
  } catch {
    open.disabled = false
    if (trouble) trouble.textContent = 'Kamera tidak dapat dibuka atau tidak diizinkan. Ketik nomornya.'
    return
  }
  picture.hidden = false
  picture.srcObject = stream
  const canvas = document.createElement('canvas')
  for (;;) {
    const text = codeIn(picture, canvas)
    if (text !== null) {
      for (const track of stream.getTracks()) track.stop()
      picture.hidden = true
      typed.value = text
      typed.form?.requestSubmit()
      return
    }
    await new Promise(resolve => setTimeout(resolve, pause))
  }
}

function codeIn(picture: HTMLVideoElement, canvas: HTMLCanvasElement): string | null {
  const { videoWidth: width, videoHeight: height } = picture
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (width === 0 || !context) return null
  canvas.width = width
  canvas.height = height
  context.drawImage(picture, 0, 0)
  return jsQR(context.getImageData(0, 0, width, height).data, width, height)?.data || null
}
