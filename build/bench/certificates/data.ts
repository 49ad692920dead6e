import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  type CertificateRequest,
  certificateSheet,
  drawCertificate,
} from '../../../electron/backend/features/certificate-design/documents/certificate.ts'
import type { FormContent } from '../../../electron/backend/pdf/file/repeated-form.ts'
import type { Face } from '../../../electron/backend/pdf/text/fonts.ts'
import { type Drawn, Recorder } from './recorder.ts'

const resolver = createRequire(import.meta.url)

/** The font files of the design "Klasik", as each library names them. */
const faceFiles: Partial<Record<Face, { file: string; family: string; weight: number; italic: boolean }>> = {
  garamond: garamond('400Regular/EBGaramond_400Regular.ttf', 400),
  'garamond-medium': garamond('500Medium/EBGaramond_500Medium.ttf', 500),
  'garamond-semibold': garamond('600SemiBold/EBGaramond_600SemiBold.ttf', 600),
  'garamond-italic': garamond('400Regular_Italic/EBGaramond_400Regular_Italic.ttf', 400, true),
  cinzel: { file: 'cinzel/600SemiBold/Cinzel_600SemiBold.ttf', family: 'Cinzel', weight: 600, italic: false },
}

function garamond(file: string, weight: number, italic = false) {
  return { file: `eb-garamond/${file}`, family: 'EB Garamond', weight, italic }
}

/**
 * Writes everything another library needs to draw the same certificates into a folder: data.json with all positions (the libraries need not measure
 * or wrap; those that can make codes make their own), fonts, photos, and the frame as path operators in points.
 */
export function writeBenchData(folder: string, requests: readonly CertificateRequest[]): void {
  mkdirSync(folder, { recursive: true })
  let frame: FormContent | null = null
  const certificates = requests.map(({ facts, photo }, index) => {
    const request = { facts, photo }
    const recorder = new Recorder(certificateSheet([request]))
    drawCertificate(recorder, request, { palette: 'berwarna', logo: null })
    frame ??= recorder.frameForm
    if (photo) writeFileSync(join(folder, `photo-${index}.jpg`), photo)
    return {
      number: facts.number,
      code: facts.qrText,
      photo: `photo-${index}.jpg`,
      pages: recorder.recorded.map(rounded),
    }
  })
  if (!frame) throw new Error('the design has no frame')
  const { T: tile, C: corner } = (frame as FormContent).parts ?? {}
  const faces = Object.fromEntries(
    Object.entries(faceFiles).map(([face, entry]) => [
      face,
      { ...entry, file: resolver.resolve(`@expo-google-fonts/${entry.file}`) },
    ]),
  )
  writeFileSync(
    join(folder, 'data.json'),
    JSON.stringify({ faces, frame: { operators: (frame as FormContent).operators, tile, corner }, certificates }),
  )
}

function rounded(page: readonly Drawn[]): Drawn[] {
  return JSON.parse(
    JSON.stringify(page, (_, value) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value)),
  ) as Drawn[]
}
