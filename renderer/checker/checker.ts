import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { KeyFile } from '../../shared/features/certificate/key-file.ts'
import { recordRows } from '../../shared/features/certificate/record-rows.ts'
import { type Verification, verifyByKeyFile } from '../../shared/features/certificate/verification.ts'
import { verificationAnswers } from '../../shared/features/certificate/verification-answers.ts'
import { worstVerification } from '../../shared/features/certificate/worst-verification.ts'
import { longDate } from '../../shared/kernel/plain-date.ts'
import { checkSignature } from './check-signature.ts'

const keys = JSON.parse(text('keys')) as KeyFile
/** Larger pictures are slow on phones and do not make a code more readable. */
const mostPixels = 2400
/** Ms between two pictures of the camera. */
const pause = 180

const photo = element<HTMLInputElement>('photo')
const camera = element<HTMLButtonElement>('camera')
const stage = element('stage')
const video = element<HTMLVideoElement>('video')
const result = element('result')
let stream: MediaStream | undefined

element('centre').textContent = keys.centre
element('listed').textContent = `Daftar nomor yang dicabut dan diganti per ${longDate(keys.listedOn)}.`

element('form').addEventListener('submit', event => {
  event.preventDefault()
  const input = element<HTMLTextAreaElement>('text').value
  if (input.trim() !== '') show(check(input))
})
photo.addEventListener('change', () => {
  const [file] = photo.files ?? []
  // Lets the same photo be chosen again.
  photo.value = ''
  if (file) void checkPhoto(file)
})
element('stop').addEventListener('click', () => stopCamera(true))
camera.addEventListener('click', () => void watch())
if (!('mediaDevices' in navigator)) {
  camera.hidden = true
  note('Peramban ini tidak membuka kamera untuk halaman dari berkas. Ambil foto kode QR, lalu pilih fotonya.')
}

function check(input: string): Verification {
  return verifyByKeyFile(input, keys, checkSignature)
}

async function checkPhoto(file: File): Promise<void> {
  element<HTMLTextAreaElement>('text').value = ''
  say('Foto sedang dibaca …')
  try {
    const picture = await createImageBitmap(file)
    show(worstVerification((await readCodes(pixelsOf(picture, picture.width, picture.height), reader)).map(check)))
  } catch {
    say('Berkas ini tidak dapat dibaca sebagai foto. Pilih JPEG atau PNG.')
  }
}

async function watch(): Promise<void> {
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } },
    })
  } catch {
    return note('Kamera tidak dapat dibuka atau tidak diizinkan. Ambil foto kode QR, lalu pilih fotonya.')
  }
  stage.hidden = false
  camera.hidden = true
  video.srcObject = stream
  const own = stream
  while (stream === own) {
    if (video.videoWidth > 0) {
      const codes = await readCodes(pixelsOf(video, video.videoWidth, video.videoHeight), reader).catch(() => [])
      if (codes.length > 0 && stream === own) {
        stopCamera(false)
        show(worstVerification(codes.map(check)))
      }
    }
    await new Promise(resolve => setTimeout(resolve, pause))
  }
}

function stopCamera(byHand: boolean): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
  stream = undefined
  video.srcObject = null
  stage.hidden = true
  camera.hidden = false
  if (byHand) camera.focus()
}

function pixelsOf(source: CanvasImageSource, width: number, height: number): ImageData {
  const scale = Math.min(1, mostPixels / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

function show({ status, certificate, reason }: Verification): void {
  const answer = make('div', `answer ${verificationAnswers[status].tone}`)
  answer.append(make('h2', '', verificationAnswers[status].title), make('p', '', reason))
  if (certificate) {
    const list = make('dl', '')
    for (const { label, value } of recordRows(certificate)) list.append(make('dt', '', label), make('dd', '', value))
    answer.append(
      list,
      make('p', 'note', 'Bandingkan dengan yang tertulis pada kertas: kode yang sah dapat disalin ke kertas lain.'),
    )
  }
  result.replaceChildren(answer)
  answer.scrollIntoView({ block: 'nearest' })
}

function say(words: string): void {
  result.replaceChildren(make('p', 'note', words))
}

function note(words: string): void {
  const place = element('camera-note')
  place.textContent = words
  place.hidden = false
}

function reader(): ArrayBuffer {
  return Uint8Array.from(atob(text('reader')), letter => letter.charCodeAt(0)).buffer
}

function text(id: string): string {
  return element(id).textContent ?? ''
}

function make(name: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.textContent = words
  return made
}

function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no ${id} on the page`)
  return found as Kind
}

let prepared: Promise<unknown> | undefined

/** Reads every QR code in a picture. @param reader the WebAssembly of the reader, embedded in the page: nothing is fetched */
async function readCodes(picture: ImageData, reader: () => ArrayBuffer): Promise<string[]> {
  prepared ??= Promise.resolve(prepareZXingModule({ overrides: { wasmBinary: reader() }, fireImmediately: true }))
  await prepared
  const codes = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, tryRotate: true })
  return codes.filter(code => code.isValid).map(({ text }) => text)
}
