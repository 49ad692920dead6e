import { signatoryOf, textOf } from './blocks.ts'
import type { Design } from './design.ts'

const x = 148.5
const tinos = { face: 'tinos', strongFace: 'tinos-bold' } as const

/** Values only, for pre-printed blanks. */
export const polos: Design = {
  format: 1,
  name: 'Polos',
  palette: 'hitam',
  colours: { title: '#000000', accent: '#000000', grey: '#000000', hairline: '#000000' },
  background: { kind: 'none' },
  blocks: [
    textOf('nomor', 115, 72, '{nomor}', { ...tinos, align: 'left', size: 11.5, width: 120 }),
    textOf('nama', x, 95.5, '{nama}', {
      face: 'tinos-bold',
      size: 24,
      minimum: 13,
      width: 214,
      leading: 6,
      lines: 2,
      anchor: 'last',
      capitals: true,
      balanced: true,
    }),
    textOf('ttl', x, 103, '{tempat_tanggal_lahir}', { ...tinos, size: 11.5 }),
    textOf('program', x, 121.4, '{program}', { face: 'tinos-bold', size: 15, minimum: 9 }),
    textOf('waktu', x, 127.6, '{angkatan}, {waktu}', { ...tinos, size: 11.5 }),
    { kind: 'photo', key: 'foto', on: true, x: 133.5, y: 147, two: { x: 118, y: 147 }, face: 'tinos', empty: false },
    { kind: 'qr', key: 'qr', on: true, x: 62, y: 154, two: { x: 153, y: 160 }, side: 26 },
    signatoryOf('acknowledger', 69, 176.4, null, { ...tinos, size: 11.5, leading: 4.8, width: 86, align: 'center' }),
    signatoryOf(
      'signatory',
      222,
      176.4,
      { x: 228, y: 176.4 },
      { ...tinos, size: 11.5, leading: 4.8, width: 86, align: 'center' },
    ),
  ],
  back: {
    on: false,
    rules: false,
    titleFace: 'tinos-bold',
    face: 'tinos',
    strongFace: 'tinos-bold',
    italicFace: 'tinos',
  },
}
