import { dateField, type LetterField, type LetterPart, numberField, officerField } from '../letter-form.ts'

export const costs =
  'Biaya pelaksanaan Keputusan ini dibebankan pada {sumber_dana} Tahun Anggaran {tahun_anggaran}, sub kegiatan {sub_kegiatan}, kode rekening {kode_rekening}.'
export const inForce =
  'Keputusan ini mulai berlaku pada tanggal ditetapkan, dengan ketentuan apabila di kemudian hari terdapat kekeliruan akan diperbaiki sebagaimana mestinya.'

export const decreeFields: readonly LetterField[] = [
  { ...numberField, label: 'Nomor keputusan' },
  { ...dateField, label: 'Tanggal ditetapkan' },
  officerField,
]

type DecreeText = {
  subject: string
  considering: readonly string[]
  recalling?: readonly string[]
  dictums: readonly string[]
  copies: readonly string[]
}

/** Parts of every decree; `considering` ends with the point that leads to the decree. */
export function decreeParts({ subject, considering, recalling = [], dictums, copies }: DecreeText): LetterPart[] {
  return [
    { key: 'tentang', label: 'Tentang', longest: 300, kind: 'line', builtIn: subject },
    {
      key: 'menimbang',
      label: 'Menimbang',
      hint: 'Satu butir sebaris; huruf a, b, c dicetak sendiri.',
      kind: 'points',
      builtIn: considering.join('\n'),
    },
    {
      key: 'mengingat',
      label: 'Mengingat',
      hint: 'Satu peraturan sebaris. {dasar_hukum}: daftar di Pengaturan › Aturan surat.',
      kind: 'points',
      builtIn: ['{dasar_hukum}', ...recalling.map(endWithSemicolon)].join('\n'),
    },
    {
      key: 'memperhatikan',
      label: 'Memperhatikan',
      hint: 'Boleh kosong.',
      kind: 'points',
      optional: true,
      builtIn: '',
    },
    {
      key: 'diktum',
      label: 'Memutuskan',
      lines: 29,
      hint: 'Satu diktum sebaris; KESATU, KEDUA dicetak sendiri.',
      kind: 'points',
      builtIn: dictums.join('\n'),
    },
    {
      key: 'tembusan',
      label: 'Tembusan',
      lines: 10,
      longest: 150,
      hint: 'Satu penerima sebaris; boleh kosong.',
      kind: 'points',
      optional: true,
      builtIn: copies.join('\n'),
    },
  ]
}

function endWithSemicolon(point: string): string {
  return point.endsWith(';') ? point : `${point};`
}
