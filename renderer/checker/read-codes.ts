import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

let prepared: Promise<unknown> | undefined

/** Every QR code on a picture. @param reader the WebAssembly of the reader, which stands in the page: nothing is fetched */
export async function readCodes(picture: ImageData, reader: () => ArrayBuffer): Promise<string[]> {
  prepared ??= Promise.resolve(prepareZXingModule({ overrides: { wasmBinary: reader() }, fireImmediately: true }))
  await prepared
  const codes = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, tryRotate: true })
  return codes.filter(code => code.isValid).map(({ text }) => text)
}
