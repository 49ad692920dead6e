import { dateField, type LetterField, type LetterForm, numberField, officerField } from '../letter-form.ts'
import { letterHead, letterTo } from './office-letter-parts.ts'

const panelFields: readonly LetterField[] = [
  { key: 'heldOn', kind: 'date', label: 'Tanggal sidang' },
  { key: 'time', kind: 'time', label: 'Pukul' },
  { key: 'place', kind: 'line', label: 'Tempat' },
]

/** Undangan sidang kelulusan. */
export const panelInvitation: LetterForm = {
  tokens: ['centre', 'class', 'people', 'letter', 'event'],
  fields: [numberField, dateField, ...panelFields, officerField],
  parts: [
    letterHead('Sifat : Penting\nLampiran : –\nHal : Undangan Sidang Kelulusan'),
    letterTo('Yth. Panitia Sidang Kelulusan\nPelatihan {pelatihan} {angkatan} Tahun {tahun}\ndi Tempat'),
    {
      key: 'pembuka',
      label: 'Kalimat pembuka',
      kind: 'text',
      builtIn:
        'Dengan hormat, sehubungan dengan akan berakhirnya Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} yang dilaksanakan pada tanggal {tanggal_mulai} sampai dengan {tanggal_selesai}, kami mengundang Saudara menghadiri sidang kelulusan peserta pelatihan pada:',
    },
    {
      key: 'acara',
      label: 'Acara',
      lines: 8,
      longest: 300,
      hint: 'Sebaris “label : isi”.',
      kind: 'rows',
      builtIn:
        'Hari, tanggal : {hari_acara}\nWaktu : pukul {waktu_acara} s.d. selesai\nTempat : {tempat_acara}\nAcara : Sidang kelulusan {jumlah_peserta} ({jumlah_peserta_terbilang}) peserta pelatihan',
    },
    {
      key: 'penutup',
      label: 'Kalimat penutup',
      kind: 'text',
      builtIn:
        'Mengingat pentingnya acara tersebut, dimohon Saudara hadir tepat pada waktunya dan instruktur membawa daftar nilai serta rekapitulasi kehadiran peserta.\nAtas perhatian dan kehadiran Saudara kami sampaikan terima kasih.',
    },
    {
      key: 'tembusan',
      label: 'Tembusan',
      hint: 'Boleh kosong.',
      lines: 10,
      longest: 150,
      kind: 'points',
      optional: true,
      builtIn: '',
    },
  ],
}

/** Daftar hadir sidang kelulusan: on the day, at the time and place of the invitation. */
export const panelAttendance: LetterForm = {
  tokens: ['centre', 'class', 'people', 'letter', 'event'],
  fields: panelFields,
  parts: [
    { key: 'judul', label: 'Judul', kind: 'line', longest: 60, builtIn: 'Daftar Hadir Sidang Kelulusan' },
    {
      key: 'acara',
      label: 'Keterangan',
      lines: 8,
      longest: 300,
      hint: 'Sebaris “label : isi”.',
      kind: 'rows',
      builtIn:
        'Hari, tanggal : {hari_acara}\nWaktu : pukul {waktu_acara} s.d. selesai\nTempat : {tempat_acara}\nAcara : Sidang kelulusan peserta pelatihan {pelatihan} {angkatan} Tahun {tahun}',
    },
  ],
}
