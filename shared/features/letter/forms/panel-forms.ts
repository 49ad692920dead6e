import { dateField, type LetterField, type LetterForm, numberField, officerField } from '../letter-form.ts'
import { eventRows, letterHead, letterTo, noCopies, textPart, titlePart } from './letter-parts.ts'

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
    textPart('pembuka', 'Kalimat pembuka', [
      'Dengan hormat, sehubungan dengan akan berakhirnya Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} yang dilaksanakan pada tanggal {tanggal_mulai} sampai dengan {tanggal_selesai}, kami mengundang Saudara menghadiri sidang kelulusan peserta pelatihan pada:',
    ]),
    eventRows('Acara', [
      'Hari, tanggal : {hari_acara}',
      'Waktu : pukul {waktu_acara} s.d. selesai',
      'Tempat : {tempat_acara}',
      'Acara : Sidang kelulusan {jumlah_peserta} ({jumlah_peserta_terbilang}) peserta pelatihan',
    ]),
    textPart('penutup', 'Kalimat penutup', [
      'Mengingat pentingnya acara tersebut, dimohon Saudara hadir tepat pada waktunya dan instruktur membawa daftar nilai serta rekapitulasi kehadiran peserta.',
      'Atas perhatian dan kehadiran Saudara kami sampaikan terima kasih.',
    ]),
    noCopies,
  ],
}

/** Daftar hadir sidang kelulusan, with date, time and place of the invitation. */
export const panelAttendance: LetterForm = {
  tokens: ['centre', 'class', 'people', 'letter', 'event'],
  fields: panelFields,
  parts: [
    titlePart('Daftar Hadir Sidang Kelulusan'),
    eventRows('Keterangan', [
      'Hari, tanggal : {hari_acara}',
      'Waktu : pukul {waktu_acara} s.d. selesai',
      'Tempat : {tempat_acara}',
      'Acara : Sidang kelulusan peserta pelatihan {pelatihan} {angkatan} Tahun {tahun}',
    ]),
  ],
}
