import { dateField, type LetterField, type LetterForm, numberField, officerField } from '../letter-form.ts'
import { eventRows, letterHead, letterTo, noCopies, textPart } from './letter-parts.ts'

const fields: readonly LetterField[] = [
  numberField,
  dateField,
  { key: 'heldOn', kind: 'date', label: 'Tanggal acara' },
  { key: 'time', kind: 'time', label: 'Pukul' },
  { key: 'place', kind: 'line', label: 'Tempat' },
  officerField,
]

function eventInvitation(what: 'Pembukaan' | 'Penutupan'): LetterForm {
  const verb = what === 'Pembukaan' ? 'akan dilaksanakannya' : 'akan berakhirnya'
  return {
    tokens: ['centre', 'class', 'people', 'letter', 'event'],
    fields,
    parts: [
      letterHead(`Sifat : Biasa\nLampiran : –\nHal : Undangan ${what} Pelatihan`),
      letterTo('Yth. Bapak/Ibu/Saudara undangan\ndi Tempat'),
      textPart('pembuka', 'Kalimat pembuka', [
        `Dengan hormat, sehubungan dengan ${verb} Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} pada tanggal {tanggal_mulai} sampai dengan {tanggal_selesai}, kami mengundang Bapak/Ibu/Saudara menghadiri:`,
      ]),
      eventRows('Acara', [
        `Hari, tanggal : {hari_acara}`,
        `Waktu : pukul {waktu_acara} s.d. selesai`,
        `Tempat : {tempat_acara}`,
        `Acara : ${what} pelatihan, {jumlah_peserta} ({jumlah_peserta_terbilang}) peserta`,
      ]),
      textPart('penutup', 'Kalimat penutup', [
        'Atas perhatian dan kehadiran Bapak/Ibu/Saudara kami sampaikan terima kasih.',
      ]),
      noCopies,
    ],
  }
}

export const openingInvitation = eventInvitation('Pembukaan')
export const closingInvitation = eventInvitation('Penutupan')
