import decode, { init as initDecoder } from '@jsquash/jpeg/decode.js'
import encode, { init as initEncoder } from '@jsquash/jpeg/encode.js'
import { mostPixels, type Raster } from './raster.ts'
import { wasmFile } from './wasm-file.ts'

/** Keeps the decoder from printing errors; the result already says that a file is damaged. */
const silent = { printErr: () => undefined }
let decoder: Promise<void> | undefined
let encoder: Promise<void> | undefined

/** Null if it is damaged or enormous. A telephone picture is rotated by its EXIF data. */
export async function decodeJpeg(bytes: Uint8Array): Promise<Raster | null> {
  if (pixelsOf(bytes) > mostPixels) return null
  decoder ??= wasmFile('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm').then(wasmBinary =>
    initDecoder({ wasmBinary, ...silent }),
  )
  await decoder
  try {
    const { data, width, height } = await decode(new Uint8Array(bytes).buffer, { preserveOrientation: true })
    return { data: new Uint8ClampedArray(data), width, height }
  } catch {
    // The decoder throws numbers and strings for damaged files.
    return null
  }
}

/** @param quality 1–100 */
export async function encodeJpeg(raster: Raster, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  encoder ??= wasmFile('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm').then(wasmBinary =>
    initEncoder({ wasmBinary, ...silent }),
  )
  await encoder
  // Baseline without optimised tables takes a third of the time and is a tenth larger.
  const options = { quality, progressive: false, baseline: true, optimize_coding: true }
  return new Uint8Array(await encode({ ...raster, colorSpace: 'srgb' }, options))
}

/** Number of pixels from the frame header; Infinity if there is no such header. */
function pixelsOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length) {
    const marker = view.getUint8(at) === 0xff ? view.getUint8(at + 1) : -1
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7)
    at += marker === -1 || marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return Number.POSITIVE_INFINITY
}
