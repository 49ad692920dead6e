import { lineOf, signatoryOf, textOf } from './blocks.ts'
import type { Design } from './design.ts'

const x = 148.5
const garamond = { face: 'garamond', strongFace: 'garamond-semibold' } as const

/** A frame of guilloche, everything centred. */
export const klasik: Design = {
  format: 1,
  name: 'Klasik',
  palette: 'berwarna',
  colours: { title: '#1E4B43', accent: '#8C6A2F', grey: '#5A5A5A', hairline: '#999999' },
  background: { kind: 'guilloche' },
  blocks: [
    { kind: 'logo', key: 'logo', on: true, x: 141.9, y: 24, two: null, width: 13.2, height: 15 },
    textOf('kop-1', x, 43.6, '{kop1}', { face: 'garamond-medium', size: 10.5, tracking: 0.5, capitals: true }),
    textOf('kop-2', x, 48, '{kop2}', { face: 'garamond-medium', size: 10.5, tracking: 0.5, capitals: true }),
    textOf('kop-3', x, 53.2, '{kop3}', { face: 'garamond-semibold', size: 13, tracking: 0.65, capitals: true }),
    textOf('judul', x, 66.4, 'SERTIFIKAT PELATIHAN', {
      face: 'cinzel',
      size: 32,
      minimum: 20,
      tracking: 2.2,
      colour: 'title',
    }),
    textOf('judul-inggris', x, 72.4, 'Certificate of Training', {
      face: 'garamond-italic',
      size: 12.5,
      colour: 'accent',
    }),
    // From 5 mm beside the English title to 28 mm beyond it.
    lineOf('garis-kiri-atas', 99.2, 71.1, 23, { thickness: 0.6 }),
    lineOf('garis-kiri-bawah', 99.2, 71.9, 23, { thickness: 0.25 }),
    lineOf('garis-kanan-atas', 174.8, 71.1, 23, { thickness: 0.6 }),
    lineOf('garis-kanan-bawah', 174.8, 71.9, 23, { thickness: 0.25 }),
    textOf('nomor', x, 78.6, 'Nomor : {nomor}', { face: 'garamond-medium', size: 11.5 }),
    textOf('dasar', x, 87, '[Berdasarkan {dasar}, ]{jabatan} menyatakan bahwa', {
      ...garamond,
      size: 10.5,
      minimum: 7,
      leading: 4.5,
      lines: 2,
      prefers: 'many',
      anchor: 'middle',
      balanced: true,
    }),
    textOf('nama', x, 100.8, '{nama}', {
      face: 'garamond-semibold',
      size: 28,
      minimum: 15,
      width: 214,
      tracking: 0.4,
      leading: 5.6,
      lines: 2,
      anchor: 'last',
      raise: 0.06,
      capitals: true,
      balanced: true,
    }),
    lineOf('garis-nama', 86.5, 103.5, 124, { thickness: 0.5 }),
    textOf('lahir', x, 108.2, '{lahir}', { ...garamond, size: 11.5 }),
    textOf('pelatihan', x, 114.2, 'telah mengikuti Pelatihan Berbasis Kompetensi kejuruan[ {kejuruan_program}]', {
      ...garamond,
      size: 11.5,
      minimum: 9,
    }),
    textOf('program', x, 120.6, '{program}', { face: 'garamond-semibold', size: 16, minimum: 9, colour: 'title' }),
    textOf(
      'waktu',
      x,
      126.4,
      '{angkatan}, tanggal {waktu}, selama {hari_huruf} hari kerja / {jp_huruf} Jam Pelatihan',
      { ...garamond, size: 11.5, minimum: 9.5, width: 232 },
    ),
    textOf('hasil', x, 132, 'dan dinyatakan **LULUS**[ dengan predikat **{predikat}**].', {
      ...garamond,
      size: 12.5,
      width: 232,
    }),
    textOf(
      'inggris',
      x,
      137.6,
      'has completed and passed the competency-based training programme named above: {hari} working days, {jp} training hours, {waktu_inggris}.',
      { face: 'garamond-italic', size: 10, minimum: 8.5, width: 232, colour: 'grey' },
    ),
    { kind: 'photo', key: 'foto', on: true, x: 133.5, y: 146, two: { x: 118, y: 146 }, face: 'garamond', empty: false },
    { kind: 'qr', key: 'qr', on: true, x: 62, y: 155.4, two: { x: 153, y: 160 }, side: 26 },
    textOf('qr-keterangan', 75, 185.6, 'Pindai untuk memeriksa keaslian', {
      two: 'hidden',
      face: 'garamond',
      size: 8,
      width: 60,
      colour: 'grey',
    }),
    signatoryOf('acknowledger', 69, 176.4, null, { ...garamond, size: 11, leading: 4.9, width: 86, align: 'center' }),
    signatoryOf(
      'signatory',
      222,
      176.4,
      { x: 228, y: 176.4 },
      { ...garamond, size: 11, leading: 4.9, width: 86, align: 'center' },
    ),
  ],
  back: {
    on: true,
    rules: true,
    titleFace: 'cinzel',
    face: 'garamond',
    strongFace: 'garamond-semibold',
    italicFace: 'garamond-italic',
  },
}
